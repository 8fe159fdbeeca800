"""An organisation's own guidance: everyone in it reads all of it, leads and owners write it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.forms.guidance import GuidanceForm
from assessments.forms.refusals import refusals_on
from assessments.models import Guidance, Membership
from assessments.policy import Verb
from assessments.queries.entries import entry_page
from assessments.queries.guidance import all_guidance, of_organisation
from assessments.views.access import organisation_view, person
from assessments.views.form_requests import form_page, posted, sent
from assessments.views.login_draft import take_unsent
from assessments.writes import guidance as writes

ENTRIES = 25
"""Entries with guidance on one page of the list."""


@organisation_view()
def guidance(request: HttpRequest, membership: Membership) -> HttpResponse:
    told = Paginator(all_guidance(membership.organisation), ENTRIES)
    page = told.get_page(request.GET.get("page"))
    return render(request, "guidance/guidance.html", _context(membership, page=page))


@organisation_view(Verb.WRITE_GUIDANCE)
def guidance_new(request: HttpRequest, membership: Membership) -> HttpResponse:
    form = GuidanceForm(sent(request), entry=request.GET.get("entry", ""))
    if form.is_valid() and not _previews(request):
        with refusals_on(form):
            organisation, by, at = membership.organisation, person(request), timezone.now()
            added = writes.add(organisation=organisation, said=form.said, by=by, at=at)
            messages.success(request, _("Your organisation's guidance is added."))
            return redirect(_where(added))
    return form_page(
        request, "guidance/new.html", _context(membership, form=form, previewed=_previews(request))
    )


@organisation_view(Verb.WRITE_GUIDANCE)
def guidance_change(request: HttpRequest, membership: Membership, guidance: int) -> HttpResponse:
    found = of_organisation(membership).filter(pk=guidance).first()
    form = GuidanceForm(sent(request), of=found)
    if found is None:
        return _gone(request, membership, form)
    if form.is_valid() and not _previews(request):
        shown, by, at = form.cleaned_data["shown"], person(request), timezone.now()
        try:
            with refusals_on(form):
                found = writes.change(guidance=found, shown=shown, said=form.said, by=by, at=at)
                messages.success(request, _("Your organisation's guidance is saved."))
                return redirect(_where(found))
        except writes.GuidanceGone:
            return _gone(request, membership, form)
        except writes.GuidanceChanged as meanwhile:
            return _changed(request, membership, form, meanwhile)
    context = _context(membership, form=form, guidance=found, previewed=_previews(request))
    return form_page(request, "guidance/change.html", context)


@organisation_view(Verb.WRITE_GUIDANCE)
def guidance_delete(request: HttpRequest, membership: Membership, guidance: int) -> HttpResponse:
    found = get_object_or_404(of_organisation(membership), pk=guidance)
    context = _context(membership, guidance=found, shown=writes.shown_as(found))
    if request.method != "POST":
        return render(request, "guidance/delete.html", context)
    try:
        writes.delete(
            guidance=found,
            shown=posted(request).get("shown", ""),
            by=person(request),
            at=timezone.now(),
        )
    except writes.GuidanceChanged:
        context["changed"] = True
        return render(request, "guidance/delete.html", context, status=HTTPStatus.CONFLICT)
    messages.success(request, _("Your organisation's guidance is deleted."))
    return redirect("guidance", membership.organisation.slug)


def _gone(request: HttpRequest, membership: Membership, form: GuidanceForm) -> HttpResponse:
    """Who sent something gets it back, to be added anew."""
    unsent = take_unsent(request)
    if unsent is not None:
        form = GuidanceForm(unsent)
    if not form.data.get("text"):
        raise Http404
    form.add_error(None, str(writes.GuidanceGone()))
    context = _context(membership, form=form)
    return render(request, "guidance/new.html", context, status=HTTPStatus.CONFLICT)


def _changed(
    request: HttpRequest,
    membership: Membership,
    form: GuidanceForm,
    meanwhile: writes.GuidanceChanged,
) -> HttpResponse:
    """One's own is still in the form, with what it has become above it."""
    now = meanwhile.now
    form.show(now)
    form.add_error(None, str(meanwhile))
    about = entry_page(*now.about)
    context = _context(membership, form=form, guidance=now, now=now, about=about)
    return render(request, "guidance/change.html", context, status=HTTPStatus.CONFLICT)


def _previews(request: HttpRequest) -> bool:
    """Whether it is only to be shown as it will be read."""
    return "preview" in request.POST


def _where(guidance: Guidance) -> str:
    """Where it is shown: on the entry's page, or in the list if the playbook lacks the entry."""
    if entry_page(*guidance.about) is None:
        return reverse("guidance", args=[guidance.organisation.slug])
    return f"{reverse('playbook-entry', args=guidance.about)}#own-guidance"


def _context(membership: Membership, **rest: Any) -> dict[str, Any]:
    return {"membership": membership, "tab": "guidance", **rest}
