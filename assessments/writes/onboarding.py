"""Coming in: an organisation, its first team and a service, in one step."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from assessments.models import GuestCheck, Service, Team, User
from assessments.writes.catalogue import create_service
from assessments.writes.guests import claim
from assessments.writes.organisations import found


@transaction.atomic
def start(
    *, organisation_name: str, team_name: str, service_name: str, by: User, at: datetime
) -> Service:
    """A first service in a new organisation. Raises NameTaken."""
    _organisation, team = found(
        organisation_name=organisation_name, team_name=team_name, by=by, at=at
    )
    return create_service(team=team, name=service_name, by=by, at=at)


@transaction.atomic
def claim_check(
    *,
    check: GuestCheck,
    team: Team | None,
    organisation_name: str,
    team_name: str,
    service_name: str,
    by: User,
    at: datetime,
) -> Service:
    """Take over a guest's check into a team, or without one into a new organisation's first.

    Raises NameTaken, OtherCurrency and CheckGone.
    """
    if team is None:
        _organisation, team = found(
            organisation_name=organisation_name,
            team_name=team_name,
            by=by,
            at=at,
            currency=check.currency,
        )
    return claim(check=check, team=team, service_name=service_name, by=by, at=at)
