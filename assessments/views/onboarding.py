"""Coming in: a first organisation, an invitation, a guest's check to take over."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from assessments.forms.organisations import ClaimForm, StartForm
from assessments.forms.refusals import refusals_on
from assessments.models import Invitation, Service, User
from assessments.queries import people
from assessments.queries.guests import guests_check
from assessments.views.access import claimed_page, person, unlisted
from assessments.views.form_requests import form_page, sent
from assessments.views.login_draft import sent_signed_out, signed_in
from assessments.writes.onboarding import claim_check, start
from assessments.writes.people import InvitationClosed, InvitationUsed, accept


@signed_in
def start_organisation(request: HttpRequest) -> HttpResponse:
    form = StartForm(sent(request))
    if form.is_valid():
        with refusals_on(form, name="organisation_name"):
            by = cast(User, request.user)
            service = start(**form.cleaned_data, by=by, at=timezone.now())
            messages.success(request, _("“%s” is ready to be assessed.") % service)
            return _to(service)
    return form_page(request, "onboarding/start.html", {"form": form})


@never_cache
@unlisted
def claim(request: HttpRequest, token: str) -> HttpResponse:
    """Where the check is to go; what comes of claiming it is confirmed on a page of its own."""
    check = guests_check(token)
    if check is None:
        if (gone := claimed_page(request, token)) is not None:
            return gone
        raise Http404
    if (by := person(request)) is None:
        if request.method == "POST":
            return sent_signed_out(request)
        return render(request, "onboarding/claim_signed_out.html", {"check": check})
    form = ClaimForm(sent(request), check=check, teams=list(people.teams_of(by)))
    context = {"check": check, "form": form, "token": token}
    if not form.is_valid() or "change" in request.POST:
        return form_page(request, "onboarding/claim.html", context)
    if "confirmed" not in request.POST:
        return render(request, "onboarding/claim_confirm.html", context)
    return _claimed(request, form, context)


def _claimed(request: HttpRequest, form: ClaimForm, context: dict[str, Any]) -> HttpResponse:
    name = "service_name" if form.cleaned_data["team"] else "organisation_name"
    with refusals_on(form, name=name):
        by, at = cast(User, request.user), timezone.now()
        service = claim_check(check=context["check"], **form.cleaned_data, by=by, at=at)
        said = _("“%s” and its results are now yours. The private link is closed.")
        messages.success(request, said % service)
        return _to(service)
    return form_page(request, "onboarding/claim.html", context)


@never_cache
@unlisted
def join(request: HttpRequest, token: str) -> HttpResponse:
    invitation, now = people.invitation(token), timezone.now()
    if invitation is None:
        return render(request, "onboarding/join_unknown.html", status=404)
    with timezone.override(invitation.organisation.zone):
        return _join(request, invitation, now)


def _join(request: HttpRequest, invitation: Invitation, now: datetime) -> HttpResponse:
    by = person(request)
    already = people.place_in(invitation.organisation, by) if by else None
    is_closed = bool(invitation.withdrawn_at) or invitation.expires_at <= now
    if is_closed or people.used_up_for(invitation, already):
        return _closed(request, invitation)
    if by is not None and request.method == "POST":
        try:
            membership = accept(invitation=invitation, by=by, at=now)
        except (InvitationClosed, InvitationUsed):
            invitation.refresh_from_db()
            return _closed(request, invitation)
        messages.success(request, _("You are in: %s.") % invitation.organisation)
        return redirect("organisation", membership.organisation.slug)
    context = {"invitation": invitation, "already": already}
    return render(request, "onboarding/join.html", context)


def _closed(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    expired = invitation.expires_at <= timezone.now()
    context = {"invitation": invitation, "expired": expired}
    return render(request, "onboarding/join_closed.html", context, status=410)


def _to(service: Service) -> HttpResponse:
    return redirect("service", service.organisation.slug, service.pk)
