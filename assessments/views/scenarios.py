"""Scenarios: what cover would come to if some services were run or placed otherwise."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessments.forms.compare import CompareFilter
from assessments.forms.cover import CoverForm
from assessments.forms.refusals import refusals_on
from assessments.forms.scenarios import ScenarioForm
from assessments.models import Membership, Scenario
from assessments.models.names import by_name
from assessments.policy import Verb
from assessments.queries import scenarios as queries
from assessments.queries.access import visible_services
from assessments.views.access import organisation_view, person
from assessments.views.filtered import filtered_view
from assessments.views.form_requests import form_page, sent
from assessments.views.paging import page_of
from assessments.views.picks import Picks
from assessments.writes import scenarios as writes


@require_safe
@organisation_view(Verb.READ_EVERYTHING)
def scenarios(request: HttpRequest, membership: Membership) -> HttpResponse:
    page = page_of(request, queries.all_scenarios(membership.organisation))
    return render(request, "scenarios/scenarios.html", {"membership": membership, "page": page})


@organisation_view(Verb.PLAN_SCENARIOS)
@filtered_view
def scenario_new(
    request: HttpRequest, membership: Membership, chosen: CompareFilter
) -> HttpResponse:
    """Of the services that the address asks for, those picked moved."""
    organisation, picks = membership.organisation, Picks.of(request.GET)
    picked = visible_services(membership).filter(pk__in=picks.keys, archived_at=None)
    form = ScenarioForm(
        sent(request), organisation=organisation, services=picked.order_by(*by_name())
    )
    if form.is_valid():
        by, at = person(request), timezone.now()
        given = {"name": form.cleaned_data["name"], "moves": form.moves, "by": by, "at": at}
        with refusals_on(form):
            made = writes.save_scenario(organisation=organisation, services=chosen.qs, **given)
            messages.success(request, _("“%s” is saved.") % made)
            return redirect("scenario", organisation.slug, made.pk)
    context = {"membership": membership, "filter": chosen, "form": form}
    context["number"] = chosen.qs.filter(archived_at=None).count()
    return form_page(request, "scenarios/new.html", context)


@require_safe
@organisation_view(Verb.READ_EVERYTHING)
def scenario_page(request: HttpRequest, membership: Membership, scenario: int) -> HttpResponse:
    """Beside today; prices can be tried out in the address."""
    found = _found(membership, scenario)
    tried = request.GET if "rota_people" in request.GET else None
    form = CoverForm(tried, organisation=membership.organisation)
    context = {
        "membership": membership,
        "scenario": found,
        "form": form,
        "tried": tried is not None and form.is_valid(),
        "compared": queries.fetch_compared(found, form.prices),
    }
    return form_page(request, "scenarios/scenario.html", context)


@organisation_view(Verb.PLAN_SCENARIOS)
def scenario_edit(request: HttpRequest, membership: Membership, scenario: int) -> HttpResponse:
    found = _found(membership, scenario)
    rows = {row.service_id: row for row in found.rows.exclude(model="", band="")}
    services = visible_services(membership).filter(pk__in=rows).order_by(*by_name())
    form = ScenarioForm(
        sent(request),
        organisation=membership.organisation,
        services=services,
        moves={key: queries.move_of(row) for key, row in rows.items()},
        name=found.name,
        shown=writes.shown_as(found),
    )
    if form.is_valid():
        given = {"name": form.cleaned_data["name"], "shown": form.cleaned_data["shown"]}
        by, at = person(request), timezone.now()
        with refusals_on(form):
            writes.change_scenario(scenario=found, moves=form.moves, **given, by=by, at=at)
            messages.success(request, _("“%s” is saved.") % given["name"])
            return redirect("scenario", membership.organisation.slug, found.pk)
        form.show(writes.shown_as(found))
    context = {"membership": membership, "scenario": found, "form": form}
    return form_page(request, "scenarios/edit.html", context)


@organisation_view(Verb.PLAN_SCENARIOS)
def scenario_delete(request: HttpRequest, membership: Membership, scenario: int) -> HttpResponse:
    found = _found(membership, scenario)
    if request.method == "POST":
        writes.delete_scenario(scenario=found, by=person(request), at=timezone.now())
        messages.success(request, _("“%s” is deleted.") % found)
        return redirect("scenarios", membership.organisation.slug)
    context = {"membership": membership, "scenario": found}
    return render(request, "scenarios/delete.html", context)


def _found(membership: Membership, key: int) -> Scenario:
    return get_object_or_404(queries.all_scenarios(membership.organisation), pk=key)
