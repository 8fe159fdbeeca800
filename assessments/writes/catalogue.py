"""The organisation's services: creating, editing, archiving, deleting."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history

from assessments.models import Service, Team, User
from assessments.names import fold, tidy_name
from assessments.writes.deletion import delete_rows
from assessments.writes.errors import Refused
from assessments.writes.history import signed
from assessments.writes.names import unique
from assessments.writes.teams import hold
from assessments.writes.tenancy import refuse_foreign


class ServiceGone(Refused):
    """The service was deleted meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("This service has been deleted meanwhile."))


@dataclass(frozen=True)
class Pasted:
    """Which of the pasted names became services, which of these stood in the list more than once,
    and which the organisation had already."""

    created: tuple[str, ...]
    repeated: tuple[str, ...]
    kept: tuple[str, ...]


@transaction.atomic
def create_service(
    *, team: Team, name: str, description: str = "", by: User | None, at: datetime
) -> Service:
    """Raises NameTaken and TeamGone."""
    held = hold(team)
    service = Service(
        organisation_id=held.organisation_id,
        team=held,
        name=name,
        description=description,
        created_at=at,
        created_by=by,
    )
    _save(service, by, at)
    return service


@transaction.atomic
def create_services(*, team: Team, names: Iterable[str], by: User | None, at: datetime) -> Pasted:
    """A service for each name that the organisation does not have yet. Raises TeamGone, and
    NameTaken where someone else adds one of them at the same moment."""
    held = hold(team)
    known = _known(held)
    # One each, in its first spelling, with how often it was pasted.
    pasted: dict[str, list[str]] = {}
    for name in map(tidy_name, names):
        pasted.setdefault(fold(name), []).append(name)
    created = [spelt[0] for key, spelt in pasted.items() if key not in known]
    repeated = [spelt[0] for key, spelt in pasted.items() if key not in known and spelt[1:]]
    kept = [spelt[0] for key, spelt in pasted.items() if key in known]
    shared = {"organisation_id": held.organisation_id, "team": held, "created_at": at}
    services = [Service(name=name, created_by=by, **shared) for name in created]
    with unique(Service, _("One of these services has just been added. Send the list again.")):
        bulk_create_with_history(services, Service, default_user=by, default_date=at)
    return Pasted(tuple(created), tuple(repeated), tuple(kept))


@transaction.atomic
def edit(
    *,
    service: Service,
    name: str,
    description: str,
    team: Team,
    by: User | None,
    at: datetime,
) -> None:
    """Rename or describe a service, or move it to another team. Raises NameTaken, TeamGone,
    ServiceGone and OfAnotherOrganisation."""
    locked = _hold(service)
    refuse_foreign(locked.organisation_id, team)
    locked.name, locked.description, locked.team = name, description, hold(team)
    _save(locked, by, at)


@transaction.atomic
def move(*, services: Iterable[Service], team: Team, by: User | None, at: datetime) -> int:
    """Move services to another team, all or none; how many were not there already. Raises
    TeamGone, ServiceGone and OfAnotherOrganisation."""
    held = hold(team)
    # In the order of whoever else takes several.
    locked = [_hold(service) for service in sorted(services, key=lambda each: each.pk)]
    refuse_foreign(held.organisation_id, *locked)
    moved = [service for service in locked if service.team_id != held.pk]
    for service in moved:
        service.team = held
        _save(service, by, at)
    return len(moved)


@transaction.atomic
def archive(*, service: Service, by: User | None, at: datetime) -> None:
    """Take a service out of the lists; it can be read, and restored. Raises ServiceGone."""
    locked = _hold(service)
    if locked.archived_at is None:
        locked.archived_at = at
        _save(locked, by, at)


@transaction.atomic
def restore(*, service: Service, by: User | None, at: datetime) -> None:
    """Bring an archived service back. Raises NameTaken and ServiceGone."""
    locked = _hold(service)
    locked.archived_at = None
    _save(locked, by, at)


@transaction.atomic
def delete(*, service: Service) -> None:
    """Delete a service with all that was ever answered about it, history included."""
    locked = _hold(service)
    # Locked too, so that an answer being saved right now is seen, or comes too late.
    list(locked.assessments.select_for_update().order_by("pk").values_list("pk"))
    delete_rows(Service.objects.filter(pk=locked.pk))


def _hold(service: Service) -> Service:
    locked = Service.objects.select_for_update().filter(pk=service.pk).first()
    if locked is None:
        raise ServiceGone
    return locked


def _known(team: Team) -> set[str]:
    """The names of the organisation's services, folded."""
    current = Service.objects.filter(organisation=team.organisation_id, archived_at=None)
    return {fold(name) for name in current.values_list("name", flat=True)}


def _save(service: Service, by: User | None, at: datetime) -> None:
    with _unique_name(service.name):
        signed(service, by=by, at=at).save()


def _unique_name(name: str) -> AbstractContextManager[None]:
    taken = _(
        "Your organisation already has a service called “%(name)s”, perhaps in another team or "
        "spelling. Choose another name, or rename or archive that one first."
    )
    return unique(Service, taken % {"name": name})
