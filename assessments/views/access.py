"""Who may see what: every view of a tenant's or a guest's data goes through one of these, but for
the playbook's own pages, on which people find their organisations' guidance as well.

Whoever may not see something is told that it does not exist. Times are in the organisation's zone
while the view runs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control

from assessments.models import User
from assessments.places import Place
from assessments.policy import Verb, can
from assessments.queries import access
from assessments.queries.guests import claimed_check, claimed_service
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
