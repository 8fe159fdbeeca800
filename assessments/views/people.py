"""Who is in an organisation, and the links by which more people come."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from assessments.forms.people import InvitationForm, PersonForm, RemovalForm
from assessments.forms.refusals import refusals_on
from assessments.models import Membership, Role, User
from assessments.policy import Verb, can
from assessments.queries import people as queries
from assessments.queries.shared_links import live_links_of
from assessments.views.access import organisation_view
from assessments.views.form_requests import form_page, sent
from assessments.views.paging import page_of
from assessments.writes import people as writes
from assessments.writes.errors import Refused

LINK = "invitation_link"
"""The session's key for a link that is still to be shown: once, after it was made."""

LAST_USES = 10
"""How many of the latest uses of invitations stand on the page of people."""


@organisation_view()
def people(request: HttpRequest, membership: Membership) -> HttpResponse:
    page = page_of(request, queries.visible_people(membership))
    context: dict[str, object] = {"membership": membership, "page": page, "tab": "people"}
    if can(membership, Verb.MANAGE_ORGANISATION, membership.organisation):
        context["uses"] = queries.invitation_uses(membership.organisation)[:LAST_USES]
    return render(request, "organisations/people.html", context)


@organisation_view(Verb.MANAGE_ORGANISATION)
def invitation_uses(request: HttpRequest, membership: Membership) -> HttpResponse:
    page = page_of(request, queries.invitation_uses(membership.organisation))
    context = {"membership": membership, "page": page, "tab": "people"}
    return render(request, "organisations/invitation_uses.html", context)


@organisation_view(Verb.MANAGE_ORGANISATION)
def person(request: HttpRequest, membership: Membership, person: int) -> HttpResponse:
    other = _person(membership, person)
    form = PersonForm(sent(request), person=other)
    if form.is_valid():
        with refusals_on(form):
            by, at = cast(User, request.user), timezone.now()
            writes.change(membership=other, **form.cleaned_data, by=by, at=at)
            messages.success(request, _("Saved what %s may do.") % other.user)
            if other.is_owner and form.cleaned_data["role"] != Role.OWNER:
                _warn_of_links(request, other)
            return redirect("people", membership.organisation.slug)
    context = {"membership": membership, "person": other, "form": form, "tab": "people"}
    return form_page(request, "organisations/person.html", context)


@organisation_view(Verb.MANAGE_ORGANISATION)
def person_remove(request: HttpRequest, membership: Membership, person: int) -> HttpResponse:
    other, organisation = _person(membership, person), membership.organisation
    now = timezone.now()
    held, links = queries.open_invitations_of(other, at=now), live_links_of(other, at=now)
    form = RemovalForm(sent(request), invitations=held, links=links)
    if form.is_valid():
        return _removed(request, membership, other, form)
    invitations = queries.open_invitations(organisation, at=now).exclude(pk__in=held).count()
    context = {"membership": membership, "person": other, "form": form, "others": invitations}
    return form_page(request, "organisations/person_remove.html", {**context, "tab": "people"})


def _warn_of_links(request: HttpRequest, demoted: Membership) -> None:
    """Who no longer manages people may have links left that let people in."""
    if queries.open_invitations_of(demoted, at=timezone.now()).exists():
        warning = _("Invitations that %s made or joined by are still open: look at Invitations.")
        messages.warning(request, warning % demoted.user)


def _removed(
    request: HttpRequest, membership: Membership, other: Membership, form: RemovalForm
) -> HttpResponse:
    organisation = membership.organisation
    try:
        by, at = cast(User, request.user), timezone.now()
        writes.remove(membership=other, **form.cleaned_data, by=by, at=at)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("person", organisation.slug, other.pk)
    messages.success(
        request,
        _("%(person)s is no longer in %(organisation)s.")
        % {"person": other.user, "organisation": organisation},
    )
    # Whoever removes themselves has no organisation to go back to.
    return redirect("home") if other == membership else redirect("people", organisation.slug)


@organisation_view(Verb.MANAGE_ORGANISATION)
@never_cache
def invitations(request: HttpRequest, membership: Membership) -> HttpResponse:
    organisation, now = membership.organisation, timezone.now()
    form = InvitationForm(sent(request), organisation=organisation)
    if form.is_valid():
        with refusals_on(form):
            by = cast(User, request.user)
            given = form.cleaned_data
            made, token = writes.invite(organisation=organisation, **given, by=by, at=now)
            path = reverse("join", args=[token])
            request.session[LINK] = [request.build_absolute_uri(path), made.works_once]
            return redirect("invitations", organisation.slug)
    page = page_of(request, queries.open_invitations(organisation, at=now))
    shown = request.session.pop(LINK, None) if request.method == "GET" else None
    link, once = shown or (None, False)
    context = {"membership": membership, "page": page, "form": form, "link": link, "once": once}
    return form_page(request, "organisations/invitations.html", {**context, "tab": "invitations"})


@require_POST
@organisation_view(Verb.MANAGE_ORGANISATION)
def invitation_withdraw(
    request: HttpRequest, membership: Membership, invitation: int
) -> HttpResponse:
    found = get_object_or_404(membership.organisation.invitations, pk=invitation)
    writes.withdraw(invitation=found, by=cast(User, request.user), at=timezone.now())
    messages.success(request, _("The invitation is withdrawn: its link lets nobody in any more."))
    return redirect("invitations", membership.organisation.slug)


def _person(membership: Membership, pk: int) -> Membership:
    others = membership.organisation.memberships.select_related("user", "organisation")
    return get_object_or_404(others, pk=pk)
