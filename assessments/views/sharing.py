"""Read-only links to results: making and revoking them, and an organisation's list of them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from assessments.forms.refusals import refusals_on
from assessments.forms.shared_links import SharedLinkForm
from assessments.models import Membership, Result, SharedLink
from assessments.places import Place
from assessments.policy import Verb
from assessments.queries.shared_links import links_to, live_links
from assessments.views.access import organisation_view, person, sheet_view
from assessments.views.form_requests import form_page, sent
from assessments.views.paging import page_of
from assessments.writes import shared_links as writes

LINK = "shared_link"
"""The session's key for a link that is still to be shown: once, after it was made."""


@never_cache
@sheet_view(Verb.SHARE_RESULT)
def share(request: HttpRequest, place: Place) -> HttpResponse:
    """The page of a result's links. Its form stands on the result's page as well."""
    result = Result.objects.filter(assessment=place.assessment).first()
    if result is None:
        return redirect(place.url("overview"))
    form = SharedLinkForm(sent(request), is_guest=place.is_guest)
    if form.is_valid():
        with refusals_on(form):
            by, at = person(request) if place.membership else None, timezone.now()
            _made, token = writes.share(result=result, **form.cleaned_data, by=by, at=at)
            path = reverse("shared:result", args=[token])
            request.session[LINK] = request.build_absolute_uri(path)
            return redirect(place.url("share"))
    link = request.session.pop(LINK, None) if request.method == "GET" else None
    context = {"place": place, "form": form, "link": link, "subject": place.assessment.subject}
    return form_page(request, "results/share.html", context | share_context(place, result))


def share_context(place: Place, result: Result) -> dict[str, Any]:
    """The links to a result as someone who may make one sees them, and the form for another."""
    links = list(links_to(result, at=timezone.now()))
    return {
        "links": [(link, place.may_revoke(link)) for link in links],
        "share_form": SharedLinkForm(is_guest=place.is_guest),
    }


@require_POST
@sheet_view()
def revoke(request: HttpRequest, place: Place, link: int) -> HttpResponse:
    links = SharedLink.objects.filter(result__assessment=place.assessment)
    found = get_object_or_404(links, pk=link)
    if not place.may_revoke(found):
        raise Http404
    _revoke(request, found, place.membership)
    return redirect(place.url("share") if place.can_share else place.url("result"))


@organisation_view(Verb.OVERSEE_LINKS)
def links(request: HttpRequest, membership: Membership) -> HttpResponse:
    """For leads and owners: all that show a result of the organisation to people outside."""
    page = page_of(request, live_links(membership.organisation, at=timezone.now()))
    context = {"membership": membership, "page": page, "tab": "links"}
    return render(request, "organisations/shared_links.html", context)


@require_POST
@organisation_view(Verb.OVERSEE_LINKS)
def link_revoke(request: HttpRequest, membership: Membership, link: int) -> HttpResponse:
    found = get_object_or_404(SharedLink, organisation=membership.organisation, pk=link)
    _revoke(request, found, membership)
    return redirect("shared-links", membership.organisation.slug)


def _revoke(request: HttpRequest, link: SharedLink, membership: Membership | None) -> None:
    by = person(request) if membership else None
    writes.revoke(link=link, by=by, at=timezone.now())
    messages.success(request, _("The link for “%s” is revoked: it shows nothing any more.") % link)
