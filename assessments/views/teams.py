"""Teams, and the domains they belong to."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.forms.organisations import DomainForm, TeamForm
from assessments.forms.refusals import refusals_on
from assessments.models import Membership
from assessments.policy import Verb
from assessments.queries import people as queries
from assessments.views.access import organisation_view, person
from assessments.views.form_requests import form_page, sent
from assessments.views.paging import page_of
from assessments.writes import teams as writes
from assessments.writes.errors import Refused


@organisation_view(post=Verb.MANAGE_ORGANISATION)
def teams(request: HttpRequest, membership: Membership) -> HttpResponse:
    organisation = membership.organisation
    form = TeamForm(sent(request), organisation=organisation)
    if form.is_valid():
        with refusals_on(form):
            by, at = person(request), timezone.now()
            team = writes.create_team(organisation=organisation, **form.cleaned_data, by=by, at=at)
            messages.success(request, _("Team “%s” is added.") % team)
            return redirect("teams", organisation.slug)
    page = page_of(request, queries.visible_teams(membership))
    context = {"membership": membership, "page": page, "form": form, "tab": "teams"}
    return form_page(request, "organisations/teams.html", context)


@organisation_view(Verb.MANAGE_ORGANISATION)
def team(request: HttpRequest, membership: Membership, team: int) -> HttpResponse:
    organisation = membership.organisation
    found = get_object_or_404(organisation.teams, pk=team)
    initial = {
        "name": found.name,
        "domain": found.domain_id,
        "contact": found.contact,
        "is_named": found.is_named,
    }
    form = TeamForm(sent(request), organisation=organisation, initial=initial)
    if form.is_valid():
        with refusals_on(form):
            writes.edit_team(team=found, **form.cleaned_data, by=person(request), at=timezone.now())
            messages.success(request, _("Team “%s” is saved.") % form.cleaned_data["name"])
            return redirect("teams", organisation.slug)
    context = {"membership": membership, "team": found, "form": form, "tab": "teams"}
    return form_page(request, "organisations/team.html", context)


@organisation_view(Verb.MANAGE_ORGANISATION)
def team_delete(request: HttpRequest, membership: Membership, team: int) -> HttpResponse:
    found = get_object_or_404(queries.visible_teams(membership), pk=team)
    if request.method == "POST":
        try:
            writes.delete_team(team=found, by=person(request), at=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("team-delete", membership.organisation.slug, found.pk)
        messages.success(request, _("Team “%s” is deleted.") % found)
        return redirect("teams", membership.organisation.slug)
    context = {"membership": membership, "team": found, "tab": "teams"}
    return render(request, "organisations/team_delete.html", context)


@organisation_view(post=Verb.MANAGE_ORGANISATION)
def domains(request: HttpRequest, membership: Membership) -> HttpResponse:
    organisation = membership.organisation
    form = DomainForm(sent(request))
    if form.is_valid():
        with refusals_on(form):
            given = form.cleaned_data | {"by": person(request), "at": timezone.now()}
            domain = writes.create_domain(organisation=organisation, **given)
            messages.success(request, _("Domain “%s” is added.") % domain)
            return redirect("domains", organisation.slug)
    page = page_of(request, queries.visible_domains(membership))
    context = {"membership": membership, "page": page, "form": form, "tab": "domains"}
    return form_page(request, "organisations/domains.html", context)


@organisation_view(Verb.MANAGE_ORGANISATION)
def domain(request: HttpRequest, membership: Membership, domain: int) -> HttpResponse:
    organisation = membership.organisation
    found = get_object_or_404(organisation.domains, pk=domain)
    form = DomainForm(sent(request), initial={"name": found.name})
    if form.is_valid():
        with refusals_on(form):
            by, at = person(request), timezone.now()
            writes.rename_domain(domain=found, **form.cleaned_data, by=by, at=at)
            messages.success(request, _("Domain “%s” is saved.") % form.cleaned_data["name"])
            return redirect("domains", organisation.slug)
    context = {"membership": membership, "domain": found, "form": form, "tab": "domains"}
    return form_page(request, "organisations/domain.html", context)


@organisation_view(Verb.MANAGE_ORGANISATION)
def domain_delete(request: HttpRequest, membership: Membership, domain: int) -> HttpResponse:
    found = get_object_or_404(queries.visible_domains(membership), pk=domain)
    if request.method == "POST":
        writes.delete_domain(domain=found, by=person(request), at=timezone.now())
        messages.success(request, _("Domain “%s” is deleted. Its teams stay.") % found)
        return redirect("domains", membership.organisation.slug)
    context = {"membership": membership, "domain": found, "tab": "domains"}
    return render(request, "organisations/domain_delete.html", context)
