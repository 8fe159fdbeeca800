"""How an organisation is divided: its teams, and the domains that teams belong to."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessments.models import Domain, Organisation, Team, User
from assessments.names import tidy_name
from assessments.writes.errors import Refused
from assessments.writes.history import signed
from assessments.writes.names import unique
from assessments.writes.tenancy import refuse_foreign


class TeamHasServices(Refused):
    """A team answers for its services until they are moved or deleted, archived ones too."""

    def __init__(self, count: int) -> None:
        super().__init__(
            ngettext(
                "The team still has %(count)s service. Move it to another team or delete it first.",
                "The team still has %(count)s services. Move them to another team or delete them "
                "first.",
                count,
            )
            % {"count": count}
        )


class TeamGone(Refused):
    """The team was deleted while a form that names it was open."""

    def __init__(self) -> None:
        super().__init__(_("That team has been deleted meanwhile. Choose another one."))


def create_team(
    *,
    organisation: Organisation,
    name: str,
    domain: Domain | None,
    contact: str = "",
    is_named: bool = True,
    by: User | None,
    at: datetime,
) -> Team:
    """`contact` is where others can ask the team; unless it `is_named`, none of them is told what
    it has. Raises NameTaken and OfAnotherOrganisation."""
    refuse_foreign(organisation.pk, domain)
    with _unique_team(name):
        said = {"contact": tidy_name(contact), "is_named": is_named}
        team = Team(organisation=organisation, name=name, domain=_standing(domain), **said)
        signed(team, by=by, at=at).save()
    return team


@transaction.atomic
def edit_team(
    *,
    team: Team,
    name: str,
    domain: Domain | None,
    contact: str = "",
    is_named: bool = True,
    by: User | None,
    at: datetime,
) -> None:
    """Rename a team, or put it into another domain or none, or change whether and where others can
    ask it. Raises NameTaken, TeamGone and
    OfAnotherOrganisation."""
    locked = hold(team)
    refuse_foreign(locked.organisation_id, domain)
    locked.name, locked.domain = name, _standing(domain)
    locked.contact, locked.is_named = tidy_name(contact), is_named
    with _unique_team(name):
        signed(locked, by=by, at=at).save()


@transaction.atomic
def delete_team(*, team: Team, by: User | None, at: datetime) -> None:
    """Delete a team without services, and the invitations to it. Raises TeamHasServices."""
    locked = Team.objects.select_for_update().filter(pk=team.pk).first()
    if locked is None:
        return
    if services := locked.services.count():
        raise TeamHasServices(services)
    signed(locked, by=by, at=at).delete()


def hold(team: Team) -> Team:
    """The team as it is now, locked until the transaction ends. Raises TeamGone."""
    locked = Team.objects.select_for_update().filter(pk=team.pk).first()
    if locked is None:
        raise TeamGone
    return locked


def create_domain(
    *, organisation: Organisation, name: str, by: User | None, at: datetime
) -> Domain:
    """Raises NameTaken."""
    with _unique_domain(name):
        domain = Domain(organisation=organisation, name=name)
        signed(domain, by=by, at=at).save()
    return domain


@transaction.atomic
def rename_domain(*, domain: Domain, name: str, by: User | None, at: datetime) -> None:
    """Raises NameTaken."""
    for locked in Domain.objects.select_for_update().filter(pk=domain.pk):
        locked.name = name
        with _unique_domain(name):
            signed(locked, by=by, at=at).save(update_fields=["name"])


def delete_domain(*, domain: Domain, by: User | None, at: datetime) -> None:
    """Its teams stay, in no domain."""
    for found in Domain.objects.filter(pk=domain.pk):
        signed(found, by=by, at=at).delete()


def _standing(domain: Domain | None) -> Domain | None:
    """The domain, unless it was deleted while the form was open: then the team is in none."""
    return domain and Domain.objects.filter(pk=domain.pk).first()


def _unique_team(name: str) -> AbstractContextManager[None]:
    taken = _(
        "There is already a team called “%(name)s”, perhaps in another spelling. Choose another "
        "name."
    )
    return unique(Team, taken % {"name": name})


def _unique_domain(name: str) -> AbstractContextManager[None]:
    taken = _(
        "There is already a domain called “%(name)s”, perhaps in another spelling. Choose another "
        "name."
    )
    return unique(Domain, taken % {"name": name})
