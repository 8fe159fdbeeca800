"""Checks without an account, each under a private link."""

from __future__ import annotations

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from assessments.forms.guests import CheckForm
from assessments.models import GuestCheck
from assessments.queries.guests import guests_check, kept_until
from assessments.views.access import claimed_page, unlisted
from assessments.views.form_requests import form_page, sent
from assessments.views.rate_limits import (
    GUEST_CHECKS,
    seconds_to_wait,
    try_again,
    wait_told,
)
from assessments.writes.assessments import start_guest_check


def check_start(request: HttpRequest) -> HttpResponse:
    form = CheckForm(sent(request))
    if form.is_valid():
        if (wait := seconds_to_wait(request, GUEST_CHECKS)) is not None:
            return _not_now(request, form, wait)
        _made, token, opened = start_guest_check(**form.cleaned_data, at=timezone.now())
        return redirect("guest:overview", token, opened.pk)
    return form_page(request, "guests/start.html", {"form": form, "kept": GuestCheck.KEPT})


def _not_now(request: HttpRequest, form: CheckForm, wait: int) -> HttpResponse:
    """The form as it was sent, to be sent again later."""
    form.add_error(None, _("Many checks were started from your network. %s") % try_again(wait))
    page = form_page(request, "guests/start.html", {"form": form, "kept": GuestCheck.KEPT})
    page.status_code = HTTPStatus.TOO_MANY_REQUESTS
    return wait_told(page, wait)


@never_cache
@unlisted
def check(request: HttpRequest, token: str) -> HttpResponse:
    """The private link: where the check is gone on with, and where its results are."""
    found = guests_check(token)
    if found is None:
        if (gone := claimed_page(request, token)) is not None:
            return gone
        raise Http404
    deleted_on = kept_until(found, at=timezone.now())
    context = {
        "check": found,
        "token": token,
        "link": request.build_absolute_uri(request.path),
        "deleted_on": deleted_on,
        "kept_by_a_link": deleted_on > found.last_saved_at + GuestCheck.KEPT,
        "assessments": found.assessments.select_related("result").order_by("-started_at", "-pk"),
    }
    return render(request, "guests/check.html", context)
