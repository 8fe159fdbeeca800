"""A submitted result, page by page, and what it would be from another profile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.middleware import HtmxDetails

from assessments.forms.explore import ExploreForm
from assessments.places import Place
from assessments.policy import Verb
from assessments.queries.cover import ServiceShare, fetch_shares
from assessments.queries.explore import bands_of, explore, profile_of
from assessments.queries.result_page import ResultPage, fetch_result_page
from assessments.queries.siblings import fetch_siblings
from assessments.queries.since_last import fetch_since_last
from assessments.queries.who_has import Near, WhoHas, fetch_who_has
from assessments.views.access import person, sheet_view
from assessments.views.currencies import tell_of_other_currency
from assessments.views.rules import today_context
from assessments.writes.assessments import continue_in_full
from assessments.writes.errors import Refused

UNPROCESSABLE = 422


@dataclass(frozen=True)
class ResultTab:
    """A page of the result; `fragments` are the parts of it that addresses of the time when the
    result was one page may name."""

    title: str | Promise
    fragments: str


class HtmxRequest(HttpRequest):
    """As django-htmx's middleware leaves it."""

    htmx: HtmxDetails


PAGES: Mapping[str, ResultTab] = {
    "result": ResultTab(_("Summary"), "recommendation today flips decision"),
    "plan": ResultTab(_("Plan"), "plan practice own-models"),
    "risks": ResultTab(_("Risks"), "pitfalls pitfall drawbacks drawback principles principle"),
    "scores": ResultTab(_("Scores"), "scores"),
    "answers": ResultTab(_("Answers"), "answers answer sources"),
    "explore": ResultTab(_("Explore"), "explore selector"),
}
"""The pages of a result, in the order of their navigation, by the names of their addresses."""


@require_safe
@never_cache
@vary_on_headers("HX-Request")
@sheet_view()
def page(request: HtmxRequest, place: Place, tab: str) -> HttpResponse:
    return show(request, place, tab)


def show(request: HtmxRequest, place: Place, tab: str) -> HttpResponse:
    """One page of the result, as far as whoever is at that place sees it."""
    if tab == "result" and "composition" in request.GET:
        # What there was to explore stood on the summary's page once.
        return redirect(f"{place.url('explore')}?{request.GET.urlencode()}")
    found = fetch_result_page(place.assessment, place.disclosed)
    if found is None:
        return redirect(place.url("overview"))
    at = {name: place.url(name) for name in PAGES}
    context: dict[str, Any] = {"place": place, "page": found, "tab": tab, "at": at}
    context |= {"tabs": [(name, one, at[name]) for name, one in PAGES.items()]}
    context |= {"title": PAGES[tab].title, **today_context(request, found.result)}
    if tab == "explore":
        return _explored(request, found, context)
    if tab == "result":
        context["summary"] = _drawn_once(found, "results/_summary.html")
        context["since_last"] = fetch_since_last(found.result, place.disclosed)
        context |= _decision(place, found)
    if tab == "plan":
        context["siblings"] = fetch_siblings(found.result, place.membership)
        context["who_has"] = _who_has(place, found)
        context["shares"] = _shares(place, found)
    return render(request, f"results/{tab}.html", context)


def _decision(place: Place, page: ResultPage) -> dict[str, Any]:
    """What was decided on the ground of it; members alone are told."""
    if place.membership is None:
        return {}
    return {
        "decision": page.decision,
        "may_decide": place.may(Verb.DECIDE_ON_RESULT),
        "slug": place.membership.organisation.slug,
    }


def _shares(place: Place, page: ResultPage) -> list[ServiceShare]:
    """What its cover costs the service by its last result; members alone are told."""
    service = place.assessment.service
    if place.membership is None or service is None or service.current_result_id != page.result.pk:
        return []
    return fetch_shares(service)


def _who_has(place: Place, page: ResultPage) -> Mapping[str, WhoHas]:
    """Who else in the organisation has in place what to start with; members alone are told."""
    membership, service = place.membership, place.assessment.service
    steps = [step.practice.link.slug for step in page.report.first_steps]
    if membership is None or service is None or not steps:
        return {}
    near = Near.to_result(page.result, service)
    return fetch_who_has(membership.organisation, steps, near, timezone.now())


BELOW = {name: f"{name}/" for name in PAGES}
"""The addresses of the other pages as the summary names them, whatever its own is."""


def _drawn_once(page: ResultPage, template: str) -> SafeString:
    """A part of the summary that every reader of as much is shown, kept with the report."""
    drawn = page.told.drawn
    if template not in drawn:
        drawn[template] = render_to_string(template, {"report": page.report, "at": BELOW})
    return mark_safe(drawn[template])  # noqa: S308 - a template's output


def _explored(request: HtmxRequest, page: ResultPage, context: dict[str, Any]) -> HttpResponse:
    """The recommendation, or what it would be from the profile that the address asks about."""
    form = _form(request, page)
    exploring = form.is_bound
    failed = exploring and not form.is_valid()
    shown = page.report.recommendation
    if exploring and not failed:
        shown = explore(page.result, form.profile)
    context |= {"form": form, "shown": shown, "exploring": exploring, "failed": failed}
    # Going back through the history wants the whole page, whatever fetched it.
    live = request.htmx and not request.htmx.history_restore_request
    template = "results/_redrawn.html" if live and exploring else "results/explore.html"
    return render(request, template, context, status=UNPROCESSABLE if failed else 200)


@require_POST
@sheet_view(Verb.EDIT_SHEET)
def continue_assessment(request: HttpRequest, place: Place) -> HttpResponse:
    found = fetch_result_page(place.assessment)
    if found is None:
        return redirect(place.url("overview"))
    at = timezone.now()
    try:
        opened = continue_in_full(result=found.result, by=person(request), at=at)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect(place.url("result"))
    tell_of_other_currency(request, opened, at=at)
    return redirect(replace(place, assessment=opened).url("overview"))


def _form(request: HttpRequest, page: ResultPage) -> ExploreForm:
    """Bound only where the address says what to explore."""
    return ExploreForm(
        request.GET if "composition" in request.GET else None,
        recorded=profile_of(page.result),
        bands=bands_of(page.result),
        currency=page.result.currency,
    )
