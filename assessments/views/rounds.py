"""Rounds: what a lead asks of many services until a day, and how far they have come."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from assessments.forms.compare import CompareFilter
from assessments.forms.refusals import refusals_on
from assessments.forms.rounds import RoundForm
from assessments.models import Membership, Round, Scope
from assessments.policy import Verb
from assessments.queries import rounds as queries
from assessments.views.access import organisation_view, person
from assessments.views.filtered import filtered_view
from assessments.views.form_requests import form_page, sent
from assessments.views.paging import page_of
from assessments.views.round_text import round_text
from assessments.writes import rounds as writes


@require_safe
@organisation_view(Verb.READ_EVERYTHING)
def rounds(request: HttpRequest, membership: Membership) -> HttpResponse:
    page = page_of(request, queries.all_rounds(membership.organisation))
    shown = list(page.object_list)
    figures = queries.fetch_figures(shown)
    context = {
        "membership": membership,
        "page": page,
        "rounds": [(each, figures[each.pk]) for each in shown],
        "today": timezone.localdate(),
    }
    return render(request, "rounds/rounds.html", context)


@organisation_view(Verb.RUN_ROUNDS)
@filtered_view
def round_new(request: HttpRequest, membership: Membership, chosen: CompareFilter) -> HttpResponse:
    """A round of the services that the address asks for."""
    form = RoundForm(sent(request), today=timezone.localdate())
    if form.is_valid():
        by, at = person(request), timezone.now()
        given = {**form.cleaned_data, "scope": Scope(form.cleaned_data["scope"])}
        organisation = membership.organisation
        with refusals_on(form):
            made = writes.begin_round(
                organisation=organisation, services=chosen.qs, **given, by=by, at=at
            )
            messages.success(request, _("“%s” is begun. Its teams see it from now on.") % made)
            return redirect("round", organisation.slug, made.pk)
    number = chosen.qs.filter(archived_at=None).count()
    context = {"membership": membership, "filter": chosen, "form": form, "number": number}
    return form_page(request, "rounds/new.html", context)


@require_safe
@organisation_view(Verb.READ_EVERYTHING)
def round_page(request: HttpRequest, membership: Membership, round: int) -> HttpResponse:
    found = _found(membership, round)
    asked = queries.asked_by(found)
    progress = request.GET.get("progress", "")
    if progress in queries.Progress.values:
        asked = asked.filter(progress=progress)  # type: ignore[misc]  # annotated
    figures = queries.fetch_figures([found])[found.pk]
    context = {
        "membership": membership,
        "round": found,
        "figures": figures,
        "counts": [
            (queries.Progress.DONE, figures.done),
            (queries.Progress.DRAFT, figures.draft),
            (queries.Progress.NOT_BEGUN, figures.not_begun),
        ],
        "progress": progress,
        "page": page_of(request, asked),
        "unmanned": queries.fetch_unmanned(found),
        "today": timezone.localdate(),
    }
    return render(request, "rounds/round.html", context)


@require_safe
@organisation_view(Verb.READ_EVERYTHING)
def round_summary(request: HttpRequest, membership: Membership, round: int) -> HttpResponse:
    """What there is to paste into a chat."""
    found = _found(membership, round)
    mine = request.build_absolute_uri(reverse("organisation", args=[membership.organisation.slug]))
    text = round_text(found, queries.asked_by(found), mine)
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@organisation_view(Verb.RUN_ROUNDS)
def round_delete(request: HttpRequest, membership: Membership, round: int) -> HttpResponse:
    found = _found(membership, round)
    if request.method == "POST":
        writes.delete_round(of=found, by=person(request), at=timezone.now())
        messages.success(request, _("“%s” is deleted. What was answered stays.") % found)
        return redirect("rounds", membership.organisation.slug)
    figures = queries.fetch_figures([found])[found.pk]
    asks = ngettext(
        "It asks for %(number)s service.", "It asks for %(number)s services.", figures.total
    )
    context = {"membership": membership, "round": found, "asks": asks % {"number": figures.total}}
    return render(request, "rounds/delete.html", context)


def _found(membership: Membership, key: int) -> Round:
    return get_object_or_404(queries.all_rounds(membership.organisation), pk=key)
