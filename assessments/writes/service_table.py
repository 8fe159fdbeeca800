"""Importing a table of services: all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history

from assessments.models import Domain, Organisation, Service, Team, User
from assessments.models.names import Named
from assessments.names import fold
from assessments.queries.service_table import preview
from assessments.service_table.table import ServiceTable
from assessments.writes.errors import Refused
from assessments.writes.names import unique


class CannotImport(Refused):
    """Something in the table is faulty, or nothing in it is new."""

    def __init__(self) -> None:
        super().__init__(
            _("Nothing has been imported: look at the rows below, mend them and send it again.")
        )


@dataclass(frozen=True)
class Imported:
    """How many of each were made."""

    services: int
    teams: int
    domains: int


@transaction.atomic
def import_table(
    *, table: ServiceTable, organisation: Organisation, by: User | None, at: datetime
) -> Imported:
    """Make what is new, by what stands there now. Raises CannotImport and NameTaken."""
    list(Organisation.objects.select_for_update(no_key=True).filter(pk=organisation.pk))
    found = preview(table, organisation)
    if not found.can_import:
        raise CannotImport
    of = {"organisation": organisation}
    _add(Domain, [Domain(**of, name=name) for name in found.domains], by=by, at=at)
    domains = {fold(each.name): each for each in Domain.objects.filter(**of)}
    teams = [
        Team(**of, name=name, domain=domains.get(fold(domain)), contact=contact)
        for name, domain, contact in found.teams
    ]
    _add(Team, teams, by=by, at=at)
    known = {fold(each.name): each for each in Team.objects.filter(**of)}
    services = [
        Service(
            **of,
            team=known[fold(row.team)],
            name=row.service,
            description=row.description,
            created_at=at,
            created_by=by,
        )
        for row in found.new
    ]
    _add(Service, services, by=by, at=at)
    return Imported(len(services), len(teams), len(found.domains))


def _add(of: type[Named], rows: Sequence[Named], *, by: User | None, at: datetime) -> None:
    """Together with their history: in as many queries whether there are few or thousands."""
    with unique(of, _("One of these names has just been taken. Send the table again.")):
        bulk_create_with_history(rows, of, default_user=by, default_date=at)
