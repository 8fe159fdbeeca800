"""How often something may be asked for from one address, and the page that says when to go on.

A limit is per person; an address may stand for a whole office, so that it is allowed as often as
`PEOPLE_PER_ADDRESS` persons would be.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from http import HTTPStatus
from ipaddress import IPv6Address, IPv6Network, ip_address
from math import ceil
from typing import TYPE_CHECKING, Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import ngettext

from assessments.writes.rate_limits import count

if TYPE_CHECKING:
    from assessments.views.access import View

AN_ACCOUNT_PAGE_WAITS = 60
"""Seconds. allauth does not say how long; no limit of `ACCOUNT_RATE_LIMITS` that ends in a page
is counted for longer."""


@dataclass(frozen=True)
class Limit:
    """How often one person may do something; `name` tells it from other limits."""

    name: str
    each: int
    within: timedelta

    @property
    def most(self) -> int:
        """How often it may be done from one address."""
        return self.each * settings.PEOPLE_PER_ADDRESS


GUEST_CHECKS = Limit("guest-check", each=3, within=timedelta(hours=1))
SEARCHES = Limit("search", each=20, within=timedelta(minutes=1))
PDFS = Limit("pdf", each=4, within=timedelta(minutes=10))


def seconds_to_wait(request: HttpRequest, limit: Limit) -> int | None:
    """Count a request; the seconds until another is allowed if it is one too many. One query."""
    at = timezone.now()
    try:
        counted = count(key=f"{limit.name}:{_office(request)}", within=limit.within, at=at)
    except OperationalError:
        # The database is away: what needs it says so, and what does not goes on without.
        return None
    if counted.number <= limit.most:
        return None
    return max(1, ceil((counted.until - at).total_seconds()))


def limited(limit: Limit, *, methods: tuple[str, ...] = ("GET", "POST")) -> Callable[[View], View]:
    """Answers with the page that says when to try again, where it is asked for too often."""

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
            wait = seconds_to_wait(request, limit) if request.method in methods else None
            return view(request, **kwargs) if wait is None else too_many(request, wait)

        return wrapped

    return decorate


def too_many(request: HttpRequest, wait: int = AN_ACCOUNT_PAGE_WAITS) -> HttpResponse:
    """The page that says when to try again: ours, and allauth's through `handler429`."""
    context = {"message": try_again(wait)}
    page = render(request, "429.html", context, status=HTTPStatus.TOO_MANY_REQUESTS)
    return wait_told(page, wait)


def wait_told(response: HttpResponse, wait: int) -> HttpResponse:
    """The response, with what tells a program when to try again."""
    response.headers["Retry-After"] = str(wait)
    return response


def try_again(wait: int) -> str:
    """When to try again, in words."""
    if wait <= 60:
        said = ngettext("Try again in %d second.", "Try again in %d seconds.", wait)
        return said % wait
    minutes = ceil(wait / 60)
    return ngettext("Try again in %d minute.", "Try again in %d minutes.", minutes) % minutes


def _office(request: HttpRequest) -> str:
    """The address that a request comes from; of an IPv6 address the network, all of which one
    subscriber has."""
    address = ip_address(get_adapter().get_client_ip(request))
    if isinstance(address, IPv6Address):
        return str(IPv6Network((address, 64), strict=False))
    return str(address)
