"""What a person or a guest's link may see. `None` stands for "does not exist for you"."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from assessments.models import (
    Membership,
    Service,
    ServiceQuerySet,
    Sheet,
    SheetKind,
    TeamMember,
    User,
)
from assessments.policy import reads_everything
from assessments.tokens import digest

Row = TypeVar("Row", bound=Model)

WORDS = "content_version__words"
"""A column that is large and seldom read."""


def membership(*, user: User, slug: str) -> Membership | None:
    """The person's place in the organisation of that slug; `has_others` says whether they have
    one elsewhere. One query."""
    others = _memberships(user).exclude(pk=OuterRef("pk"))
    here = _memberships(user).filter(organisation__slug=slug)
    return _only(here.annotate(has_others=Exists(others)))


def membership_in_use(*, user: User, visited: str | None) -> Membership | None:
    """The person's place in the organisation they last visited, else in their only one. One
    query."""
    is_visited = Q(organisation__slug=visited or "")
    found = _memberships(user).annotate(is_visited=is_visited).order_by("-is_visited")[:2]
    if len(found) == 1 or (found and found[0].is_visited):
        return found[0]
    return None


def _memberships(user: User) -> QuerySet[Membership]:
    return Membership.objects.select_related("organisation").filter(
        user=user, organisation__deleted_at=None
    )


def visible_services(membership: Membership) -> ServiceQuerySet:
    """The organisation's services that a person may see; `in_team` says which are their teams'."""
    in_team = Exists(TeamMember.objects.filter(membership=membership, team=OuterRef("team")))
    services = Service.objects.filter(organisation=membership.organisation).annotate(
        in_team=in_team
    )
    return services if reads_everything(membership) else services.filter(in_team=True)


def members_sheet(*, membership: Membership, assessment: int) -> Sheet | None:
    """The team's sheet of an assessment in the organisation; `in_team` says whether the person is
    in its service's team. One query."""
    in_team = Exists(
        TeamMember.objects.filter(membership=membership, team=OuterRef("assessment__service__team"))
    )
    sheet = _only(
        Sheet.objects.select_related("content_version", "assessment__service__team")
        .defer(WORDS)
        .annotate(in_team=in_team)
        .filter(
            kind=SheetKind.TEAM,
            assessment__pk=assessment,  # the key's own lookup: it takes a number of any size
            assessment__organisation=membership.organisation,
        )
    )
    if sheet is not None and sheet.assessment.service is not None:
        sheet.assessment.organisation = membership.organisation
        sheet.assessment.service.organisation = membership.organisation
    return sheet


def guests_sheet(*, token: str, assessment: int) -> Sheet | None:
    """The sheet of an assessment under a guest's link. One query."""
    return _only(
        Sheet.objects.select_related(
            "content_version", "assessment__organisation", "assessment__guest_check"
        )
        .defer(WORDS)
        .filter(
            kind=SheetKind.TEAM,
            assessment__pk=assessment,  # the key's own lookup: it takes a number of any size
            assessment__guest_check__token_hash=digest(token),
        )
    )


def _only(rows: QuerySet[Row]) -> Row | None:
    """The one row there can be. Unlike `first` it asks for no order, which takes long to put
    together where many tables are joined."""
    return next(iter(rows[:1]), None)
