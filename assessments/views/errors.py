"""The pages for when a request came to nothing: what was sent is given back on them.

Those for a fault of ours stand alone and ask the database nothing: it may be what is away.
"""

from __future__ import annotations

import sys
from http import HTTPStatus

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string

from assessments.forms.sent_back import sent_back

RETRY_AFTER = 30
"""Seconds."""


def broken(request: HttpRequest) -> HttpResponse:
    """`handler500`: the database is away, which passes, or something broke."""
    if is_database_away(sys.exc_info()[1]):
        response = _alone(request, "503.html", HTTPStatus.SERVICE_UNAVAILABLE)
        response.headers["Retry-After"] = str(RETRY_AFTER)
        return response
    return _alone(request, "500.html", HTTPStatus.INTERNAL_SERVER_ERROR)


def csrf_refused(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """`CSRF_FAILURE_VIEW`."""
    return render(request, "403_csrf.html", status=HTTPStatus.FORBIDDEN)


def is_database_away(error: BaseException | None) -> bool:
    """Whether the database cannot be reached, gave no answer in time, or is busy. What SQLite
    says of a missing table is no such case, though it is the same class."""
    while error is not None and not isinstance(error, (OperationalError, InterfaceError)):
        error = error.__cause__
    return error is not None and (
        getattr(error.__cause__, "sqlite_errorname", "") != "SQLITE_ERROR"
    )


def _alone(request: HttpRequest, template: str, status: HTTPStatus) -> HttpResponse:
    if request.headers.get("HX-Request") == "true":
        template = f"_{template}"
    # Without the request: what is usual in a page's context may ask the database.
    context = {
        "back": sent_back(request),
        "csrf_token": get_token(request),
        # Whoever has a session is looked up on every page.
        "anyone": settings.SESSION_COOKIE_NAME not in request.COOKIES,
    }
    return HttpResponse(render_to_string(template, context), status=status)
