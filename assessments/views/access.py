"""Who may see what: every view of a tenant's or a guest's data goes through one of these, but for
the playbook's own pages, on which people find their organisations' guidance as well.

Whoever may not see something is told that it does not exist. Times are in the organisation's zone
while the view runs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from functools import wraps
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control

from assessments.models import Assessment, Membership, Sheet, User
from assessments.queries import access
from assessments.views.login_draft import signed_in
from assessments.writes.content_versions import is_outdated, move_draft

View = Callable[..., HttpResponseBase]

unshared = cache_control(private=True, no_cache=True)
"""No cache between keeps what one person was shown, and the browser asks before showing it
again."""


@dataclass(frozen=True)
class Place:
    """An assessment's team sheet as someone may see it: by membership, or by a guest's link."""

    assessment: Assessment
    sheet: Sheet
    can_edit: bool
    membership: Membership | None = None
    token: str | None = None

    @property
    def zone(self) -> tzinfo:
        """In which times are shown: the organisation's, for a guest the site's."""
        organisation = self.membership.organisation if self.membership else None
        return organisation.zone if organisation else timezone.get_default_timezone()

    @property
    def is_guest(self) -> bool:
        return self.token is not None

    def url(self, name: str, **kwargs: Any) -> str:
        """The address of one of the sheet's pages, in the namespace it was reached by."""
        if self.token is not None:
            owner: dict[str, Any] = {"token": self.token}
            namespace = "guest"
        else:
            assert self.assessment.organisation is not None  # noqa: S101 - resolved by it
            owner = {"organisation": self.assessment.organisation.slug}
            namespace = "sheet"
        return reverse(
            f"{namespace}:{name}", kwargs={**owner, "assessment": self.assessment.pk, **kwargs}
        )

    @property
    def home_url(self) -> str:
        """Where one goes back to from the assessment."""
        if self.token is not None:
            return reverse("check", kwargs={"token": self.token})
        assert self.assessment.service is not None  # noqa: S101 - the database says so
        return reverse(
            "service",
            kwargs={
                "organisation": self.assessment.service.organisation.slug,
                "service": self.assessment.service.pk,
            },
        )


def person(request: HttpRequest) -> User | None:
    """Who is signed in."""
    return request.user if request.user.is_authenticated else None


def organisation_view(*, owner: bool = False) -> Callable[[View], View]:
    """For people of the organisation in the address, or only for its owners."""

    def decorate(view: View) -> View:
        @wraps(view)
        @unshared
        @signed_in
        def wrapped(request: HttpRequest, organisation: str, **rest: Any) -> HttpResponseBase:
            membership = access.membership(user=cast(User, request.user), slug=organisation)
            if membership is None or (owner and not membership.is_owner):
                raise Http404
            with timezone.override(membership.organisation.zone):
                return view(request, membership, **rest)

        return wrapped

    return decorate


def sheet_view(*, edit: bool = False) -> Callable[[View], View]:
    """For those who may see the assessment in the address, or only for those who may edit it."""

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, assessment: int, **rest: Any) -> HttpResponseBase:
            token = rest.pop("token", None)
            slug = rest.pop("organisation", None)
            place = (
                _guests_place(assessment, token)
                if token is not None
                else _members_place(person(request), assessment, slug)
            )
            if place is None or (edit and not place.can_edit):
                raise Http404
            if is_outdated(place.assessment):
                move_draft(assessment=place.assessment, at=timezone.now())
            with timezone.override(place.zone):
                return view(request, place, **rest)

        return wrapped

    def signed_in_unless_guest(view: View) -> View:
        guarded = signed_in(view)

        @wraps(view)
        def wrapped(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
            return (view if "token" in kwargs else guarded)(request, **kwargs)

        return wrapped

    return lambda view: unshared(signed_in_unless_guest(decorate(view)))


def _guests_place(assessment: int, token: str) -> Place | None:
    sheet = access.guests_sheet(token=token, assessment=assessment)
    if sheet is None:
        return None
    return Place(sheet.assessment, sheet, can_edit=True, token=token)


def _members_place(user: User | None, assessment: int, slug: str) -> Place | None:
    membership = access.membership(user=user, slug=slug) if user else None
    if membership is None:
        return None
    found = access.members_sheet(membership=membership, assessment=assessment)
    if found is None:
        return None
    sheet, can_edit = found
    return Place(sheet.assessment, sheet, can_edit=can_edit, membership=membership)
