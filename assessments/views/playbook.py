"""The playbook's entries, each with a page of its own. For everyone."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.current import playbook
from assessments.models import Membership
from assessments.queries.entries import contents, entry_page, releases, renamed_entry
from assessments.queries.glossary import glossary as all_terms
from assessments.queries.glossary import glossary_by_letter
from assessments.queries.guidance import guidance_for
from assessments.queries.method import method as the_method
from assessments.queries.models_page import told_alone
from assessments.queries.questions import asked_sections
from assessments.queries.who_has import Near, WhoHas, fetch_who_has
from assessments.reports.result_labels import PHASES
from assessments.views.access import person, unshared
from assessments.views.navigation import organisation_in_use


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    phases = [(number, PHASES[number], groups) for number, groups in contents().phases.items()]
    return render(request, "playbook/index.html", {"contents": contents(), "phases": phases})


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    return render(request, "playbook/method.html", {"method": the_method()})


@require_safe
@unshared
def entry(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    page = entry_page(kind, slug)
    if page is None:
        renamed = renamed_entry(kind, slug)
        if renamed is None:
            raise Http404
        return redirect("playbook-entry", kind=kind, slug=renamed, permanent=True)
    phase = PHASES[page.group.phase] if page.group else ""
    sections = told_alone(slug) if kind == "model" else ()
    told: dict[str, Any] = {"page": page, "phase": phase, "sections": sections}
    reader = person(request)
    if reader:
        here = organisation_in_use(request)["membership_in_use"]()
        told |= {"own": guidance_for(reader, page.ref), "membership_in_use": here}
        told["who_has"] = here and _who_has(here, kind, slug)
    return render(request, "playbook/entry.html", told)


def _who_has(membership: Membership, kind: str, slug: str) -> WhoHas | None:
    """Who in the reader's organisation has a practice in place."""
    if kind != "practice":
        return None
    near = Near.to_teams_of(membership)
    return fetch_who_has(membership.organisation, [slug], near, timezone.now()).get(slug)


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    how = playbook().how_to_answer
    told = {"sections": asked_sections(), "terms": all_terms(), "how_to_answer": how}
    return render(request, "playbook/questions.html", told)


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    return render(request, "glossary/glossary.html", {"letters": glossary_by_letter()})


@require_safe
def versions(request: HttpRequest) -> HttpResponse:
    return render(request, "playbook/versions.html", {"releases": releases()})
