"""Importing a table of services: all of it or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history

from assessments.models import Domain, Organisation, Service, Team, User
from assessments.names import fold
from assessments.queries.service_table import preview
from assessments.service_table.table import ServiceTable
from assessments.writes.errors import Refused
from assessments.writes.names import unique
from assessments.writes.teams import create_domain, create_team


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
    for name in found.domains:
        create_domain(organisation=organisation, name=name, by=by, at=at)
    domains = {fold(each.name): each for each in Domain.objects.filter(organisation=organisation)}
    for name, domain, contact in found.teams:
        create_team(
            organisation=organisation,
            name=name,
            domain=domains.get(fold(domain)),
            contact=contact,
            by=by,
            at=at,
        )
    teams = {fold(each.name): each for each in Team.objects.filter(organisation=organisation)}
    services = [
        Service(
            organisation=organisation,
            team=teams[fold(row.team)],
            name=row.service,
            description=row.description,
            created_at=at,
            created_by=by,
        )
        for row in found.new
    ]
    with unique(Service, _("One of these services has just been added. Send the table again.")):
        bulk_create_with_history(services, Service, default_user=by, default_date=at)
    return Imported(len(services), len(found.teams), len(found.domains))
