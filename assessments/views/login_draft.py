"""What was typed by someone who had been signed out meanwhile: kept over the log-in."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import render, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from assessments.forms.known_forms import FORMS, PRESSES, SECTIONS, known_fields, view_name
from assessments.models import Organisation, OrganisationKind
from assessments.views.rate_limits import Limit, seconds_to_wait
from assessments.writes import kept_forms

View = Callable[..., HttpResponseBase]

COOKIE = "unsent"
BYTES = 32
SIGNED_OUT = "signed_out"
"""The cookie of a browser on which somebody has signed out on purpose, and nobody signed in since:
what a page left open sends now is its author's, not the next person's."""

LARGEST = 100_000
"""Characters: more than a page of answers, and little enough to keep for a stranger."""

KEPT_FORMS = Limit("kept-form", each=3, within=timedelta(hours=1))


def signed_in(view: View) -> View:
    """For people who are signed in; whoever is not any more finds their form after the log-in."""
    guarded = login_required(view)

    @wraps(view)
    def wrapped(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        if request.method == "POST" and not request.user.is_authenticated:
            return sent_signed_out(request)
        response = guarded(request, **kwargs)
        if request.COOKIES.get(SIGNED_OUT) and request.user.is_authenticated:
            response.delete_cookie(SIGNED_OUT)
        return response

    return wrapped


def sent_signed_out(request: HttpRequest) -> HttpResponse:
    """Leads to the log-in, and keeps what was typed; or gives it back where it cannot be kept."""
    response = redirect_to_login(_page_of_form(request))
    if not _has_form(request):
        return response
    fields = [(each.name, each.value) for each in known_fields(request)]
    too_large = sum(len(name) + len(value) for name, value in fields) > LARGEST
    if (
        too_large
        or request.COOKIES.get(SIGNED_OUT)
        or seconds_to_wait(request, KEPT_FORMS) is not None
    ):
        return render(request, "signed_out.html", status=HTTPStatus.FORBIDDEN)
    _keep(request, response, fields)
    return response


def _keep(request: HttpRequest, response: HttpResponse, fields: kept_forms.Fields) -> None:
    """Keeps a form of an organisation that there is. Whether there is one shows in no answer."""
    token = request.COOKIES.get(COOKIE, "")
    if len(token) != len(secrets.token_urlsafe(BYTES)):
        token = secrets.token_urlsafe(BYTES)
    if _is_anywhere(request):
        at, address = timezone.now(), request.get_full_path()
        kept_forms.keep(token=token, address=address, fields=fields, at=at)
    response.set_cookie(
        COOKIE,
        token,
        max_age=kept_forms.KEPT,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    messages.info(
        request, _("You have been signed out. Sign in, and what you typed is back in its place.")
    )


def take_unsent(request: HttpRequest) -> QueryDict | None:
    """What was kept for this page, once: to be shown and sent again, never saved unasked."""
    token = request.COOKIES.get(COOKIE, "")
    if not token or request.method != "GET":
        return None
    at, address = timezone.now(), request.get_full_path()
    fields = kept_forms.take(token=token, address=address, at=at)
    if fields is None:
        return None
    data = QueryDict(mutable=True)
    for name, value in fields:
        data.appendlist(name, value)
    return data


def show_unsent(form: BaseForm, data: QueryDict) -> None:
    """Shows it in a form as it was typed, without a word about its faults: nothing is sent yet."""
    for name, field in form.fields.items():
        key = form.add_prefix(name)
        if not field.widget.value_omitted_from_data(data, {}, key):
            form.initial[name] = field.widget.value_from_datadict(data, {}, key)


def _has_form(request: HttpRequest) -> bool:
    return view_name(request) in FORMS.keys() | SECTIONS


def _is_anywhere(request: HttpRequest) -> bool:
    match = request.resolver_match
    slug = match.kwargs.get("organisation") if match else None
    of_members = Organisation.objects.filter(kind=OrganisationKind.MEMBERS, deleted_at=None)
    return slug is None or of_members.filter(slug=slug).exists()


def _page_of_form(request: HttpRequest) -> str:
    """Where to go on after the log-in: a button's own address is no page."""
    if view_name(request) not in PRESSES:
        return request.get_full_path()
    before = request.headers.get("Referer", "")
    if url_has_allowed_host_and_scheme(before, request.get_host(), request.is_secure()):
        parts = urlsplit(before)
        return parts._replace(scheme="", netloc="").geturl()
    return resolve_url(settings.LOGIN_REDIRECT_URL)
