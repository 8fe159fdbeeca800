"""What a person or a guest's link may see. `None` stands for "does not exist for you"."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from assessments.models import (
    Membership,
    Service,
    ServiceQuerySet,
    Sheet,
    SheetKind,
    TeamMember,
    User,
)
from assessments.tokens import digest

WORDS = ("content_version__words", "assessment__content_version__words")
"""Columns that are large and seldom read."""


def membership(*, user: User, slug: str) -> Membership | None:
    """The person's place in the organisation of that slug; `has_others` says whether they have
    one elsewhere. One query."""
    others = _memberships(user).exclude(pk=OuterRef("pk"))
    here = _memberships(user).filter(organisation__slug=slug)
    return here.annotate(has_others=Exists(others)).first()


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
    """The organisation's services that a person may see; `editable` says which they may edit."""
    in_team = Exists(TeamMember.objects.filter(membership=membership, team=OuterRef("team")))
    services = Service.objects.filter(organisation=membership.organisation).annotate(
        editable=in_team
    )
    return services if membership.reads_everything else services.filter(editable=True)


def members_sheet(*, membership: Membership, assessment: int) -> tuple[Sheet, bool] | None:
    """The team's sheet of an assessment, and whether the person may edit it. One query."""
    in_team = Exists(
        TeamMember.objects.filter(membership=membership, team=OuterRef("assessment__service__team"))
    )
    sheet = (
        Sheet.objects.select_related(
            "content_version",
            "assessment__organisation",
            "assessment__content_version",
            "assessment__service__team",
            "assessment__service__organisation",
        )
        .defer(*WORDS)
        .annotate(in_team=in_team)
        .filter(
            kind=SheetKind.TEAM,
            assessment__pk=assessment,  # the key's own lookup: it takes a number of any size
            assessment__organisation=membership.organisation,
        )
        .first()
    )
    if sheet is None or not (sheet.in_team or membership.reads_everything):
        return None
    service = sheet.assessment.service
    return sheet, bool(sheet.in_team and service and service.archived_at is None)


def guests_sheet(*, token: str, assessment: int) -> Sheet | None:
    """The sheet of an assessment under a guest's link. One query."""
    return (
        Sheet.objects.select_related(
            "content_version",
            "assessment__organisation",
            "assessment__guest_check",
            "assessment__content_version",
        )
        .defer(*WORDS)
        .filter(
            kind=SheetKind.TEAM,
            assessment__pk=assessment,  # the key's own lookup: it takes a number of any size
            assessment__guest_check__token_hash=digest(token),
        )
        .first()
    )
