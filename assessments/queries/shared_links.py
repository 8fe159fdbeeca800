"""Read-only links: what is under one, and which there are."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from assessments.models import (
    DOCUMENTS,
    Membership,
    Organisation,
    Result,
    SharedLink,
    Sheet,
    SheetKind,
)
from assessments.tokens import digest

RESULT_DOCUMENTS = tuple(f"result__{name}" for name in DOCUMENTS)


def shared_link(token: str) -> SharedLink | None:
    """The link under a token, working or not; none of a deleted organisation. One query."""
    standing = Q(organisation=None) | Q(organisation__deleted_at=None)
    links = SharedLink.objects.select_related("result").filter(standing)
    return links.defer(*RESULT_DOCUMENTS).filter(token_hash=digest(token)).first()


def shared_sheet(link: SharedLink) -> Sheet | None:
    """The sheet whose result a link shows. One query."""
    related = ("organisation", "service", "guest_check")
    return (
        Sheet.objects.select_related(*(f"assessment__{name}" for name in related))
        .filter(kind=SheetKind.TEAM, assessment=link.result.assessment_id)
        .first()
    )


def links_to(result: Result, *, at: datetime) -> QuerySet[SharedLink]:
    """The links that show a result, the newest first, with who made them. One query."""
    return result.shared_links.live(at).select_related("created_by")


def live_links(organisation: Organisation, *, at: datetime) -> QuerySet[SharedLink]:
    """All links that show a result of an organisation, the newest first. `maker_is_in` says
    whether who made one is still in the organisation. One query."""
    of_maker = organisation.memberships.filter(user=OuterRef("created_by"))
    return (
        SharedLink.objects.live(at)
        .filter(organisation=organisation)
        .annotate(maker_is_in=Exists(of_maker))
        .select_related("result__service", "created_by")
        .defer(*RESULT_DOCUMENTS)
    )


def live_links_of(membership: Membership, *, at: datetime) -> QuerySet[SharedLink]:
    """The links that show a result and that someone made. One query."""
    return live_links(membership.organisation, at=at).filter(created_by=membership.user)
