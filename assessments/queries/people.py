"""People, teams and invitations, as far as someone may see them."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Count, Exists, Model, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from assessments.models import (
    READS_EVERYTHING,
    Domain,
    Invitation,
    InvitationUse,
    Membership,
    Organisation,
    Service,
    Team,
    TeamMember,
    User,
)
from assessments.models.names import by_name
from assessments.policy import Verb, can, reads_everything
from assessments.tokens import digest


def visible_people(membership: Membership) -> QuerySet[Membership]:
    """The organisation's people, or for a member those of the same teams; `teams` holds each
    one's places in teams that may be seen. Two queries."""
    places = TeamMember.objects.select_related("team").order_by(*by_name("team__"))
    people = Membership.objects.filter(organisation=membership.organisation)
    if not reads_everything(membership):
        own = own_teams(membership)
        places = places.filter(team__in=own)
        people = people.filter(team_members__team__in=own).distinct()
    return (
        people.select_related("user")
        .prefetch_related(Prefetch("team_members", places, to_attr="places"))
        .order_by(*by_name("user__"))
    )


def visible_teams(membership: Membership) -> QuerySet[Team]:
    """The organisation's teams, or for a member their own, with their domain and how many
    people and services they have. One query."""
    teams = Team.objects.filter(organisation=membership.organisation)
    if not reads_everything(membership):
        teams = own_teams(membership)
    return teams.select_related("domain").annotate(
        people=_how_many(TeamMember, "team"), owned=_how_many(Service, "team")
    )


def own_teams(membership: Membership) -> QuerySet[Team]:
    """The teams that someone is in."""
    return Team.objects.filter(pk__in=membership.team_members.values("team"))


def teams_to_add_to(membership: Membership) -> QuerySet[Team]:
    """The teams for which someone may create services: their own, or all for an owner."""
    if can(membership, Verb.MANAGE_ORGANISATION, membership.organisation):
        return Team.objects.filter(organisation=membership.organisation)
    return own_teams(membership)


def teams_of(user: User) -> QuerySet[Team]:
    """The teams that someone is in, in any organisation."""
    return (
        Team.objects.filter(team_members__membership__user=user, organisation__deleted_at=None)
        .select_related("organisation")
        .order_by(*by_name("organisation__"), *by_name())
    )


def visible_domains(membership: Membership) -> QuerySet[Domain]:
    """The organisation's domains, or for a member those of their teams, with how many teams
    each has. One query."""
    domains = Domain.objects.filter(organisation=membership.organisation)
    if not reads_everything(membership):
        domains = domains.filter(pk__in=own_teams(membership).values("domain"))
    return domains.annotate(size=_how_many(Team, "domain"))


def open_invitations(organisation: Organisation, *, at: datetime) -> QuerySet[Invitation]:
    """The links that still let people in, newest first, with how often each was used. One query."""
    used = Exists(InvitationUse.objects.filter(invitation=OuterRef("pk")))
    return (
        organisation.invitations.filter(withdrawn_at=None, expires_at__gt=at)
        .exclude(Q(used, role__in=READS_EVERYTHING))
        .select_related("team", "created_by")
        .annotate(used=_how_many(InvitationUse, "invitation"))
        .order_by("-created_at", "-pk")
    )


def open_invitations_of(membership: Membership, *, at: datetime) -> QuerySet[Invitation]:
    """The links that still let people in and that someone made, or joined by and so may have
    kept. One query."""
    return open_invitations(membership.organisation, at=at).filter(
        Q(created_by=membership.user)
        | Exists(InvitationUse.objects.filter(invitation=OuterRef("pk"), user=membership.user))
    )


def invitation(token: str) -> Invitation | None:
    """The invitation under a link, open or closed. One query."""
    return (
        Invitation.objects.select_related("organisation", "team")
        .filter(token_hash=digest(token), organisation__deleted_at=None)
        .first()
    )


def used_up_for(invitation: Invitation, membership: Membership | None) -> bool:
    """Whether an invitation that works once has let somebody else in. One query at most."""
    if not invitation.works_once:
        return False
    users = set(invitation.uses.values_list("user", flat=True))
    return bool(users) and (membership is None or membership.user_id not in users)


def invitation_uses(organisation: Organisation) -> QuerySet[InvitationUse]:
    """Who joined by which invitation, the latest first, with who made it. One query."""
    in_still = organisation.memberships.filter(user=OuterRef("user"))
    return organisation.invitation_uses.select_related(
        "user", "invitation__team", "invitation__created_by"
    ).annotate(in_still=Exists(in_still))


def place_in(organisation: Organisation, user: User) -> Membership | None:
    """What someone is in an organisation. One query."""
    return organisation.memberships.filter(user=user).first()


def _how_many(rows: type[Model], of: str) -> Coalesce:
    """Counted in a subquery: joined, people times services would be gone through."""
    own = rows._default_manager.filter(**{of: OuterRef("pk")}).order_by()
    return Coalesce(Subquery(own.values(of).annotate(count=Count("pk")).values("count")), 0)
