"""What was decided about a service: recorded, and changed where somebody thinks again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.fingerprints import fingerprint
from assessments.models import Decision, DecisionKind, Result, User
from assessments.writes.errors import Refused, ResultGone
from assessments.writes.history import signed


class DecisionChanged(Refused):
    """Someone else recorded something else while the form was open."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Another decision has been recorded in another window meanwhile. It stands above "
                "the form. Save again to put yours in its place."
            )
        )


@dataclass(frozen=True)
class Decided:
    """What was decided, by whom, why, what would change it, and when it is looked at again."""

    kind: DecisionKind
    deciders: str
    reason: str
    would_change: str
    review_on: date


def shown_as(decision: Decision | None) -> str:
    """A fingerprint of what it says, for a form to hold: it tells later what the form showed."""
    if decision is None:
        return fingerprint([])
    told = decision.kind, decision.deciders, decision.reason, decision.would_change
    return fingerprint([*told, decision.review_on.isoformat()])


@transaction.atomic
def decide(
    *, result: Result, shown: str, decided: Decided, by: User | None, at: datetime
) -> Decision:
    """Record it, or put it in the place of what `shown` is the fingerprint of. Raises ResultGone
    and DecisionChanged."""
    locked = Result.objects.select_for_update().filter(pk=result.pk).first()
    if locked is None:
        raise ResultGone
    found = Decision.objects.filter(result=locked).first()
    if shown_as(found) != shown:
        raise DecisionChanged
    decision = found or Decision(result=locked, organisation_id=locked.organisation_id or 0)
    for field, value in vars(decided).items():
        setattr(decision, field, value)
    decision.recorded_by, decision.recorded_at = by, at
    signed(decision, by=by, at=at).save()
    return decision
