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
from http import HTTPStatus
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control

from assessments.models import Assessment, GuestCheck, Membership, SharedLink, Sheet, User
from assessments.policy import Actor, Verb, can
from assessments.queries import access
from assessments.queries.guests import claimed_check, claimed_service
from assessments.queries.reports import EVERYTHING, Disclosure
from assessments.views.login_draft import signed_in
from assessments.views.navigation import remember_visit

View = Callable[..., HttpResponseBase]

unshared = cache_control(private=True, no_cache=True)
"""No cache between keeps what one person was shown, and the browser asks before showing it
again."""


def unlisted(view: View) -> View:
    """For pages whose address is a secret: no search engine keeps what it came upon."""

    @wraps(view)
    def wrapped(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        response = view(request, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return wrapped


@dataclass(frozen=True)
class Place:
    """An assessment's team sheet as someone may see it: by membership, by a guest's private link,
    or, of its result alone, by a read-only link. `token` is that of either link."""

    assessment: Assessment
    sheet: Sheet
    actor: Actor
    token: str | None = None

    @property
    def membership(self) -> Membership | None:
        """By which they see it, where they are in the organisation."""
        return self.actor if isinstance(self.actor, Membership) else None

    @property
    def shared(self) -> SharedLink | None:
        """The read-only link by which they see its result."""
        return self.actor if isinstance(self.actor, SharedLink) else None

    @property
    def zone(self) -> tzinfo:
        """In which times are shown: the organisation's, of a guest's check the site's."""
        organisation = self.assessment.organisation
        return organisation.zone if organisation else timezone.get_default_timezone()

    @property
    def is_guest(self) -> bool:
        """Whether they have the private link, by which everything may be done."""
        return isinstance(self.actor, GuestCheck)

    @property
    def has_something_to_come_back_to(self) -> bool:
        """Whether a guest has saved anything, so that the private link is worth keeping."""
        check = self.assessment.guest_check if self.is_guest else None
        return check is not None and self.assessment.last_saved_at > check.created_at

    def may(self, verb: Verb) -> bool:
        """Whether they may do that with the sheet, or with the result that comes of it."""
        return can(self.actor, verb, self.sheet)

    @property
    def can_edit(self) -> bool:
        return self.may(Verb.EDIT_SHEET)

    @property
    def can_share(self) -> bool:
        """Whether they may make a read-only link to the result."""
        return self.may(Verb.SHARE_RESULT)

    @property
    def can_add_words(self) -> bool:
        """Whether they may add a covering note and recommendations to the result."""
        return self.may(Verb.ADD_WORDS)

    def may_revoke(self, link: SharedLink) -> bool:
        """Whether they may close a read-only link to the result."""
        link.result.assessment = self.assessment
        return can(self.actor, Verb.REVOKE_LINK, link)

    @property
    def disclosed(self) -> Disclosure:
        """What they see of the result."""
        if self.shared is None:
            return EVERYTHING
        return Disclosure(
            notes=self.shared.with_notes,
            evidence=self.shared.with_evidence,
            guidance=self.shared.with_guidance,
            people=False,
            words=self.shared.with_words,
            drafts=False,
        )

    def url(self, name: str, **kwargs: Any) -> str:
        """The address of one of the sheet's pages, in the namespace it was reached by."""
        if self.shared is not None:
            return reverse(f"shared:{name}", kwargs={"token": self.token, **kwargs})
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
        if self.shared is not None:
            return self.url("result")
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


def organisation_view(
    verb: Verb = Verb.SEE_ORGANISATION, *, post: Verb | None = None
) -> Callable[[View], View]:
    """For who may do that with the organisation in the address, or send something there."""

    def decorate(view: View) -> View:
        @wraps(view)
        @unshared
        @signed_in
        def wrapped(request: HttpRequest, organisation: str, **rest: Any) -> HttpResponseBase:
            membership = access.membership(user=cast(User, request.user), slug=organisation)
            if membership is None:
                raise Http404
            asked = post if post and request.method == "POST" else verb
            if not can(membership, asked, membership.organisation):
                raise Http404
            remember_visit(request, membership)
            with timezone.override(membership.organisation.zone):
                return view(request, membership, **rest)

        return asking(wrapped, verb, post)

    return decorate


def sheet_view(verb: Verb = Verb.SEE_SHEET, *, post: Verb | None = None) -> Callable[[View], View]:
    """For who may do that with the sheet of the assessment in the address, or send something
    there."""

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
            if place is None and token is not None and (gone := claimed_page(request, token)):
                return gone
            asked = post if post and request.method == "POST" else verb
            if place is None or not place.may(asked):
                raise Http404
            if place.membership:
                remember_visit(request, place.membership)
            with timezone.override(place.zone):
                return view(request, place, **rest)

        return wrapped

    def signed_in_unless_guest(view: View) -> View:
        guarded, guests = signed_in(view), unlisted(view)

        @wraps(view)
        def wrapped(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
            return (guests if "token" in kwargs else guarded)(request, **kwargs)

        return wrapped

    return lambda view: asking(unshared(signed_in_unless_guest(decorate(view))), verb, post)


def asking(view: View, verb: Verb, post: Verb | None = None) -> View:
    """The view with what it asks for, for whoever holds the addresses to the policy."""
    view.verbs = {"GET": verb, "POST": post or verb}  # type: ignore[attr-defined]
    return view


def claimed_page(request: HttpRequest, token: str) -> HttpResponse | None:
    """What someone finds under a private link after the check was claimed; None where it was not.

    That it was, and when, is said to anyone; by whom and where it is now only to who may see it
    there, since for everyone else that organisation is a stranger's.
    """
    claimed = claimed_check(token)
    if claimed is None:
        return None
    by = person(request)
    context = {"claimed": claimed, "service": by and claimed_service(claimed, by)}
    return render(request, "guests/claimed.html", context, status=HTTPStatus.GONE)


def _guests_place(assessment: int, token: str) -> Place | None:
    sheet = access.guests_sheet(token=token, assessment=assessment)
    if sheet is None:
        return None
    check = sheet.assessment.guest_check
    assert check is not None  # noqa: S101 - found by it
    return Place(sheet.assessment, sheet, check, token)


def _members_place(user: User | None, assessment: int, slug: str) -> Place | None:
    membership = access.membership(user=user, slug=slug) if user else None
    if membership is None:
        return None
    sheet = access.members_sheet(membership=membership, assessment=assessment)
    return None if sheet is None else Place(sheet.assessment, sheet, membership)
