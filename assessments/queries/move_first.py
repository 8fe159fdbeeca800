"""Which services should move first: those run under another model than recommended that miss a
target, by what an hour of their failure costs."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from assessments.models import Result, Service
from assessments.models.names import by_name
from assessments.queries.compare import JUDGED_AVAILABILITY, JUDGED_EXPOSURE, MISSED
from assessments.queries.freshness import Freshness
from assessments.reports.decision import tell_recommendation
from assessments.scoring.stored import from_document
from assessments.scoring.vocabulary import Availability

MOST = 10

TARGETS = {
    "deployment_met": _("deployment frequency"),
    "availability_met": _("availability"),
    "restore_met": _("time to restore"),
}
"""The targets, by the column that says whether they are met."""


@dataclass(frozen=True)
class ToMove:
    """A service with why it should move and what would flip that, in the words of its result;
    `exposure` is money an hour, None where only the band is known, to which `target` leads."""

    service: Service
    result: Result
    exposure: int | None
    target: Availability
    missed: tuple[str, ...]
    reasons: tuple[str, ...]
    flips: tuple[str, ...]


def to_move_first(services: QuerySet[Service]) -> QuerySet[Service]:
    """Misfits with a missed target and a fresh result, the dearest hour first; those of whom only
    the band is known come after, by band."""
    return (
        services.filter(MISSED, current_result__misfit=True, freshness=Freshness.CURRENT)  # type: ignore[misc]  # annotated
        .annotate(an_hour=JUDGED_EXPOSURE, target=JUDGED_AVAILABILITY)
        .order_by(F("an_hour").desc(nulls_last=True), F("target").desc(), *by_name())
    )


def fetch_to_move_first(services: QuerySet[Service]) -> tuple[ToMove, ...]:
    """The first of them. Two queries more than a list of services, and as many documents as are
    shown."""
    found = list(to_move_first(services)[:MOST])
    keys = [service.current_result_id or 0 for service in found]
    documents = Result.objects.filter(pk__in=keys).defer("inputs", "answers").in_bulk()
    return tuple(_told(service, documents[service.current_result_id or 0]) for service in found)


def _told(service: Service, result: Result) -> ToMove:
    outcome = from_document(result.document).recommendation
    told = tell_recommendation(outcome, currency=result.currency)
    return ToMove(
        service=service,
        result=result,
        exposure=service.an_hour,  # type: ignore[attr-defined]  # annotated
        target=service.target,  # type: ignore[attr-defined]  # annotated
        missed=tuple(
            str(target) for column, target in TARGETS.items() if getattr(result, column) == "missed"
        ),
        reasons=tuple(reason.text for reason in told.reasons if reason.decides),
        flips=told.flips,
    )
