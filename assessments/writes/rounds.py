"""Rounds: asking for services to be assessed between two days."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from assessments.models import Organisation, Round, RoundService, Scope, Service, User
from assessments.writes.errors import Refused
from assessments.writes.history import signed
from assessments.writes.names import unique


class NothingToAsk(Refused):
    """None of the services is there any more, or all are archived."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "There is no service to ask for: the filter finds none that is not archived. Go "
                "back to the list and choose others."
            )
        )


@transaction.atomic
def begin_round(
    *,
    organisation: Organisation,
    name: str,
    scope: Scope,
    begins_on: date,
    ends_on: date,
    services: QuerySet[Service],
    by: User | None,
    at: datetime,
) -> Round:
    """Ask for those of the organisation's services that are not archived; a round keeps them.
    Raises NameTaken and NothingToAsk."""
    standing = Service.objects.filter(organisation=organisation, archived_at=None)
    asked = standing.filter(pk__in=services.order_by().values("pk"))
    keys = list(asked.values_list("pk", flat=True))
    if not keys:
        raise NothingToAsk
    made = Round(
        organisation=organisation,
        name=name,
        scope=scope,
        begins_on=begins_on,
        ends_on=ends_on,
        asked_at=at,
        asked_by=by,
    )
    taken = _("There is already a round called “%(name)s”. Choose another name.") % {"name": name}
    with unique(Round, taken):
        signed(made, by=by, at=at).save()
    RoundService.objects.bulk_create(
        (RoundService(organisation=organisation, round=made, service_id=key) for key in keys),
        batch_size=1_000,
    )
    return made


def delete_round(*, of: Round, by: User | None, at: datetime) -> None:
    """Ask no longer. What was answered stays."""
    for found in Round.objects.filter(pk=of.pk):
        signed(found, by=by, at=at).delete()
