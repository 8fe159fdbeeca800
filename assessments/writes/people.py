"""Inviting people, and what they are in an organisation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from assessments.models import (
    Invitation,
    InvitationUse,
    Membership,
    Organisation,
    Role,
    SharedLink,
    Team,
    TeamMember,
    User,
)
from assessments.tokens import new_token
from assessments.writes.errors import Refused
from assessments.writes.history import signed
from assessments.writes.shared_links import revoke
from assessments.writes.teams import hold
from assessments.writes.tenancy import refuse_foreign

RANK = {Role.MEMBER: 0, Role.LEAD: 1, Role.COACH: 1, Role.OWNER: 2}
"""Which role allows more; a lead and a coach may do the same."""


class TeamMissing(Refused):
    """A member sees the services of teams only, so an invitation must name one."""

    def __init__(self) -> None:
        super().__init__(_("Choose a team: a member sees the services of their teams only."))


class InvitationClosed(Refused):
    """The invitation has expired or was withdrawn."""

    def __init__(self) -> None:
        super().__init__(_("This invitation has expired or was withdrawn. Ask for a new link."))


class InvitationUsed(Refused):
    """The invitation works once, and somebody has joined by it."""

    def __init__(self) -> None:
        super().__init__(
            _("This invitation lets one person in, and has been used. Ask for a new link.")
        )


class LastOwner(Refused):
    """An organisation keeps at least one owner."""

    def __init__(self) -> None:
        super().__init__(
            _("This is the only owner. Make someone else an owner first, then try again.")
        )


class PersonGone(Refused):
    """The person was removed meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("This person is no longer in the organisation."))


@transaction.atomic
def invite(
    *, organisation: Organisation, role: Role, team: Team | None, days: int, by: User, at: datetime
) -> tuple[Invitation, str]:
    """An invitation, and the token of its link, which is kept nowhere.

    Raises TeamMissing, TeamGone and OfAnotherOrganisation.
    """
    refuse_foreign(organisation.pk, team)
    if role == Role.MEMBER and team is None:
        raise TeamMissing
    token, token_hash = new_token()
    invitation = Invitation(
        organisation=organisation,
        team=team and hold(team),
        role=role,
        token_hash=token_hash,
        created_by=by,
        created_at=at,
        expires_at=at + timedelta(days=days),
    )
    signed(invitation, by=by, at=at).save()
    return invitation, token


@transaction.atomic
def withdraw(*, invitation: Invitation, by: User | None, at: datetime) -> None:
    """Close an invitation's link. People who joined by it stay."""
    open_one = Invitation.objects.filter(pk=invitation.pk, withdrawn_at=None)
    for locked in open_one.select_for_update():
        locked.withdrawn_at = at
        signed(locked, by=by, at=at).save(update_fields=["withdrawn_at"])


@transaction.atomic
def accept(*, invitation: Invitation, by: User, at: datetime) -> Membership:
    """Join: the invitation's team is added, and its role if that allows more than one has.

    Who has all of it already uses nothing up. Raises InvitationClosed and InvitationUsed.
    """
    # The team first, as whoever deletes it does: its invitations go with it.
    if invitation.team_id is not None:
        list(Team.objects.select_for_update().filter(pk=invitation.team_id))
    # Only the invitation's own row: PostgreSQL locks no optional side of a join.
    open_ones = Invitation.objects.select_for_update(of=("self",)).filter(
        withdrawn_at=None, organisation__deleted_at=None
    )
    locked = open_ones.filter(pk=invitation.pk, expires_at__gt=at).first()
    if locked is None:
        raise InvitationClosed
    # Then the person, who may open two invitations at once.
    list(User.objects.select_for_update(no_key=True).filter(pk=by.pk))
    membership = Membership.objects.filter(organisation=locked.organisation_id, user=by).first()
    if membership is not None and not _gains(membership, locked):
        return membership
    if locked.works_once and locked.uses.exists():
        raise InvitationUsed
    InvitationUse.objects.create(
        organisation_id=locked.organisation_id,
        invitation=locked,
        user=by,
        role=locked.role,
        used_at=at,
    )
    return _let_in(locked, membership, by=by, at=at)


def _gains(membership: Membership, invitation: Invitation) -> bool:
    """Whether an invitation gives someone who is in already a higher role or another team."""
    teams = membership.team_members
    return RANK[Role(invitation.role)] > RANK[Role(membership.role)] or (
        invitation.team_id is not None and not teams.filter(team=invitation.team_id).exists()
    )


def _let_in(
    invitation: Invitation, found: Membership | None, *, by: User, at: datetime
) -> Membership:
    membership = found or Membership(
        organisation_id=invitation.organisation_id, user=by, role=invitation.role, joined_at=at
    )
    if found is None or RANK[Role(invitation.role)] > RANK[Role(found.role)]:
        membership.role = invitation.role
        signed(membership, by=by, at=at).save()
    if invitation.team is not None:
        put_in_team(membership=membership, team=invitation.team, by=by, at=at)
    return membership


@transaction.atomic
def change(
    *, membership: Membership, role: Role, teams: Iterable[Team], by: User | None, at: datetime
) -> None:
    """Give a person a role, and exactly those teams. Raises LastOwner, PersonGone and
    OfAnotherOrganisation."""
    teams = list(teams)
    refuse_foreign(membership.organisation_id, *teams)
    own = Team.objects.filter(organisation=membership.organisation_id)
    # Held before the person, as by who accepts an invitation; one deleted meanwhile is left out.
    wanted = list(own.filter(pk__in=[team.pk for team in teams]).select_for_update().order_by("pk"))
    locked = _hold(membership)
    if role != Role.OWNER:
        _leave_an_owner(locked)
    if locked.role != role:
        locked.role = role
        signed(locked, by=by, at=at).save()
    for left in locked.team_members.exclude(team__in=wanted):
        signed(left, by=by, at=at).delete()
    for team in wanted:
        put_in_team(membership=locked, team=team, by=by, at=at)


@transaction.atomic
def remove(
    *,
    membership: Membership,
    invitations: Iterable[Invitation] = (),
    links: Iterable[SharedLink] = (),
    by: User,
    at: datetime,
) -> None:
    """Take a person out of the organisation, withdraw those invitations and revoke those
    read-only links; what they wrote stays. Raises LastOwner, PersonGone and
    OfAnotherOrganisation."""
    invitations, links = list(invitations), list(links)
    refuse_foreign(membership.organisation_id, *invitations)
    refuse_foreign(membership.organisation_id, *links)
    locked = _hold(membership)
    _leave_an_owner(locked)
    signed(locked, by=by, at=at).delete()
    for invitation in invitations:
        withdraw(invitation=invitation, by=by, at=at)
    for link in links:
        revoke(link=link, by=by, at=at)


@transaction.atomic
def put_in_team(*, membership: Membership, team: Team, by: User | None, at: datetime) -> None:
    """A no-op where the person is in the team already. Raises OfAnotherOrganisation."""
    refuse_foreign(membership.organisation_id, team)
    if not TeamMember.objects.filter(team=team, membership=membership).exists():
        place = TeamMember(team=team, membership=membership, organisation_id=team.organisation_id)
        signed(place, by=by, at=at).save()


def _hold(membership: Membership) -> Membership:
    """The membership as it is now, with the organisation's owners locked, so that two owners
    who demote each other at once cannot leave none."""
    list(_owners(membership.organisation_id).select_for_update().order_by("pk"))
    locked = Membership.objects.select_for_update().filter(pk=membership.pk).first()
    if locked is None:
        raise PersonGone
    return locked


def _leave_an_owner(membership: Membership) -> None:
    if membership.is_owner and _owners(membership.organisation_id).count() == 1:
        raise LastOwner


def _owners(organisation: int) -> QuerySet[Membership]:
    return Membership.objects.filter(organisation=organisation, role=Role.OWNER)
