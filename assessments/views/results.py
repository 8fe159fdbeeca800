"""A submitted result, and what it would be from another profile."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.middleware import HtmxDetails

from assessments.forms.explore import ExploreForm
from assessments.queries.explore import bands_of, explore, profile_of
from assessments.queries.result_page import ResultPage, fetch_result_page
from assessments.queries.since_last import fetch_since_last
from assessments.views.access import Place, person, sheet_view
from assessments.views.currencies import tell_of_other_currency
from assessments.views.rules import today_context
from assessments.views.sharing import share_context
from assessments.writes.assessments import continue_in_full
from assessments.writes.errors import Refused

UNPROCESSABLE = 422


class HtmxRequest(HttpRequest):
    """As django-htmx's middleware leaves it."""

    htmx: HtmxDetails


@require_safe
@never_cache
@vary_on_headers("HX-Request")
@sheet_view()
def result(request: HtmxRequest, place: Place) -> HttpResponse:
    return show(request, place)


def show(request: HtmxRequest, place: Place) -> HttpResponse:
    """The result as far as whoever is at that place sees it."""
    page = fetch_result_page(place.assessment, place.disclosed)
    if page is None:
        return redirect(place.url("overview"))
    form = _form(request, page)
    exploring = form.is_bound
    failed = exploring and not form.is_valid()
    shown = page.report.recommendation
    if exploring and not failed:
        shown = explore(page.result, form.profile)
    context: dict[str, Any] = {"place": place, "page": page, "form": form, "shown": shown}
    context |= {"exploring": exploring, "failed": failed}
    context |= today_context(request, page.result)
    # Going back through the history wants the whole page, whatever fetched it.
    live = request.htmx and not request.htmx.history_restore_request
    template = "results/_redrawn.html" if live and exploring else "results/result.html"
    if template == "results/result.html":
        context["since_last"] = fetch_since_last(page.result, place.disclosed)
    if place.can_share and template == "results/result.html":
        context |= share_context(place, page.result)
    return render(request, template, context, status=UNPROCESSABLE if failed else 200)


@require_POST
@sheet_view(edit=True)
def continue_assessment(request: HttpRequest, place: Place) -> HttpResponse:
    page = fetch_result_page(place.assessment)
    if page is None:
        return redirect(place.url("overview"))
    at = timezone.now()
    try:
        opened = continue_in_full(result=page.result, by=person(request), at=at)
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
