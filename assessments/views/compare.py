"""The organisation's services compared: in a table and on the selector, as CSV, side by side."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.forms.compare import CompareFilter
from assessments.models import Membership
from assessments.queries import compare as queries
from assessments.queries import side_by_side
from assessments.queries.answer_rows import answer_rows, results_of
from assessments.queries.move_first import MOST, fetch_to_move_first, to_move_first
from assessments.queries.service_rows import fetch_rows
from assessments.tables.answers import answers_table
from assessments.tables.csv_lines import csv_lines
from assessments.tables.services import services_table
from assessments.views.access import organisation_view
from assessments.views.compare_table import table_of, turn_to
from assessments.views.filtered import filtered_view
from assessments.views.picks import Picks


@require_safe
@organisation_view()
@filtered_view
def compare(request: HttpRequest, membership: Membership, chosen: CompareFilter) -> HttpResponse:
    picks = Picks.of(request.GET)
    if "service" in request.GET:
        return _keep_ticks(request, picks)
    table = table_of(chosen.qs, request.GET)
    turn_to(table, request.GET.get("page"))
    bands_on = [band.band for band in membership.organisation.bands]
    context = {
        "membership": membership,
        "filter": chosen,
        "today": timezone.localdate(),
        "table": table,
        "picks": picks,
        "picked_elsewhere": picks.besides({row.record.pk for row in table.page.object_list}),
        "most_beside": side_by_side.MOST,
        "figures": queries.figures(chosen.qs),
        "domains": queries.by_group(chosen.qs, "team__domain"),
        "teams": queries.by_group(chosen.qs, "team"),
        "selector": queries.on_the_selector(chosen.qs, bands_on),
    }
    return render(request, "compare/compare.html", context)


@require_safe
@organisation_view()
@filtered_view
def move_first(request: HttpRequest, membership: Membership, chosen: CompareFilter) -> HttpResponse:
    """Which services should move first and why, of those that the address asks for."""
    context = {
        "membership": membership,
        "filter": chosen,
        "figures": queries.figures(chosen.qs),
        "found": fetch_to_move_first(chosen.qs),
        "number": to_move_first(chosen.qs).count(),
        "most": MOST,
    }
    return render(request, "compare/move_first.html", context)


@require_safe
@organisation_view()
@filtered_view
def compare_csv(
    request: HttpRequest, membership: Membership, chosen: CompareFilter
) -> HttpResponseBase:
    rows, targets = fetch_rows(table_of(chosen.qs, request.GET).data.data)
    zone = membership.organisation.zone
    name = f"services-{membership.organisation.slug}-{timezone.localdate():%Y-%m-%d}.csv"
    return StreamingHttpResponse(
        csv_lines(services_table(rows, targets, zone=zone, left_out=chosen.left_out)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_safe
@organisation_view()
@filtered_view
def answers_csv(
    request: HttpRequest, membership: Membership, chosen: CompareFilter
) -> HttpResponseBase:
    """A line a service and question, of the last results or, with `results=all`, of every one."""
    results = results_of(chosen.qs, every=request.GET.get("results") == "all")
    name = f"answers-{membership.organisation.slug}-{timezone.localdate():%Y-%m-%d}.csv"
    return StreamingHttpResponse(
        csv_lines(answers_table(answer_rows(results), zone=membership.organisation.zone)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_safe
@organisation_view()
def compare_side_by_side(request: HttpRequest, membership: Membership) -> HttpResponse:
    picks = Picks.of(request.GET)
    picked = set(picks.keys)
    context: dict[str, object] = {"membership": membership, "picks": picks}
    if not side_by_side.FEWEST <= len(picked) <= side_by_side.MOST:
        context["picked"] = len(picked)
        return render(request, "compare/cannot_pick.html", context, status=400)
    services = side_by_side.fetch(membership, picked)
    if not services:
        raise Http404
    context["services"] = services
    context["left_out"] = len(picked) - len(services)
    context["groups"] = side_by_side.compare(services)
    context["every_line"] = request.GET.get("lines") == "all"
    return render(request, "compare/side_by_side.html", context)


def _keep_ticks(request: HttpRequest, picks: Picks) -> HttpResponse:
    """To the same list, its ticks where every link of the page carries them."""
    address = request.GET.copy()
    for name in ("service", "pick"):
        address.pop(name, None)
    if picks:
        address["pick"] = str(picks)
    return redirect(f"{request.path}?{address.urlencode()}")
