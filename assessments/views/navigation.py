"""Which organisation the page's head leads to on pages that are of none, such as the playbook's."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest

from assessments.models import Membership
from assessments.queries import access

VISITED = "organisation"
"""In the session of who is in several organisations: the slug of the one they last looked at."""


def remember_visit(request: HttpRequest, membership: Membership) -> None:
    slug = membership.organisation.slug
    if membership.has_others and request.session.get(VISITED) != slug:  # type: ignore[attr-defined]
        request.session[VISITED] = slug


def organisation_in_use(request: HttpRequest) -> dict[str, Any]:
    """A context processor: asks the database once a page, and only where a template wants to know.
    Pages of an organisation say themselves which it is."""

    @cache
    def in_use() -> Membership | None:
        # A body that cannot be read is refused before anybody is looked up.
        if not hasattr(request, "user") or not request.user.is_authenticated:
            return None
        return access.membership_in_use(user=request.user, visited=request.session.get(VISITED))

    return {"membership_in_use": in_use}
