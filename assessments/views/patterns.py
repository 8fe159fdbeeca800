"""Practices and pitfalls over an organisation's services, and the services behind a figure."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, Literal

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.current import playbook
from assessments.forms.changes_between import BetweenForm
from assessments.forms.compare import CompareFilter
from assessments.models import Membership, Service
from assessments.queries import compare as compared
from assessments.queries import narrowing
from assessments.queries.changes import WAYS, Figure, fetch_changes, fetch_moved
from assessments.queries.pattern_services import (
    PITFALL_GROUPS,
    PRACTICE_GROUPS,
    fetch_behind,
    with_pitfall,
    with_practice,
)
from assessments.queries.patterns import By, fetch_patterns
from assessments.views.access import organisation_view
from assessments.views.filtered import filtered_view

NO_DOMAIN = "outside"
"""In the address: of the services alone whose teams are in no domain."""

ROWS = 25
"""A page of services with their answers, each from its result's document."""


@require_safe
@organisation_view()
@filtered_view
def patterns(request: HttpRequest, membership: Membership, chosen: CompareFilter) -> HttpResponse:
    asked = request.GET.get("by", "")
    by = By(asked) if asked in By.values else By.DOMAIN
    context = {
        "membership": membership,
        "filter": chosen,
        "figures": compared.figures(chosen.qs),
        "by": by,
        "ways": By,
        "patterns": fetch_patterns(chosen.qs, by),
    }
    return render(request, "patterns/patterns.html", context)


@require_safe
@organisation_view()
@filtered_view
def changes(request: HttpRequest, membership: Membership, chosen: CompareFilter) -> HttpResponse:
    """What changed between two days or rounds over the services that the address asks for."""
    form = _between(request, membership)
    context = {"membership": membership, "filter": chosen, "form": form}
    if form.is_valid():
        context["changes"] = fetch_changes(chosen.qs, *form.ends)
    status = HTTPStatus.OK if form.is_valid() else HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "patterns/changes.html", context, status=status)


@require_safe
@organisation_view()
@filtered_view
def changed_services(
    request: HttpRequest,
    membership: Membership,
    chosen: CompareFilter,
    of: Literal["target", "practice", "risk"],
    changed: str,
    way: str,
) -> HttpResponse:
    """The services behind a figure of what changed, each with the way to what moved."""
    if way not in WAYS.get(of, ()):
        raise Http404
    form = _between(request, membership)
    if not form.is_valid():
        address = reverse("changes", args=[membership.organisation.slug])
        return redirect(f"{address}?{request.GET.urlencode()}")
    moved = fetch_moved(chosen.qs, *form.ends, Figure(of, changed, way))
    if NO_DOMAIN in request.GET:
        moved = [pair for pair in moved if pair.domain is None]
    page = Paginator(moved, ROWS).get_page(request.GET.get("page"))
    context = {"membership": membership, "filter": chosen, "page": page, "of": of, "way": way}
    return render(request, "patterns/changed.html", context | _of_entry(of, changed))


def _between(request: HttpRequest, membership: Membership) -> BetweenForm:
    return BetweenForm(
        request.GET,
        organisation=membership.organisation,
        today=timezone.localdate(),
        rounds=narrowing.rounds(membership),
    )


def _of_entry(of: str, changed: str) -> dict[str, Any]:
    """The entry that a figure of the changes is about; a target has none."""
    if of == "practice":
        return {"kind": "practice", "entry": playbook().practices.get(changed)}
    return {"kind": "pitfall", "entry": playbook().pitfalls.get(changed), "changed": changed}


@require_safe
@organisation_view()
@filtered_view
def practice_services(
    request: HttpRequest,
    membership: Membership,
    chosen: CompareFilter,
    practice: str,
    status: str,
) -> HttpResponse:
    entry = playbook().practices.get(practice)
    if entry is None or status not in PRACTICE_GROUPS:
        raise Http404
    context = {"membership": membership, "filter": chosen, "kind": "practice", "group": status}
    found = with_practice(chosen.qs, practice, status)
    return _behind(request, found, {**context, "entry": entry})


@require_safe
@organisation_view()
@filtered_view
def pitfall_services(
    request: HttpRequest, membership: Membership, chosen: CompareFilter, pitfall: str, near: str
) -> HttpResponse:
    entry = playbook().pitfalls.get(pitfall)
    if entry is None or near not in PITFALL_GROUPS:
        raise Http404
    context = {"membership": membership, "filter": chosen, "kind": "pitfall", "group": near}
    found = with_pitfall(chosen.qs, pitfall, near)
    return _behind(request, found, {**context, "entry": entry})


def _behind(
    request: HttpRequest, services: QuerySet[Service], about: dict[str, Any]
) -> HttpResponse:
    """A page of the services behind a figure, with the answers that led to it."""
    page = Paginator(services, ROWS).get_page(request.GET.get("page"))
    behind = fetch_behind(list(page.object_list), about["kind"], about["entry"].slug)
    return render(request, "patterns/services.html", {**about, "page": page, "behind": behind})
