"""Creating and changing services; looking at one is another module's."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from assessments.forms.catalogue import MoveForm, PasteForm, ServiceForm
from assessments.forms.deletion import DeleteForm
from assessments.forms.refusals import refusals_on
from assessments.forms.service_table import ServiceTableForm
from assessments.models import Membership, Scope, Service
from assessments.policy import Verb, can
from assessments.queries.access import visible_services
from assessments.queries.catalogue import contents
from assessments.queries.people import teams_to_add_to
from assessments.queries.service_table import preview
from assessments.views.access import View, asking, organisation_view, person
from assessments.views.currencies import tell_of_other_currency
from assessments.views.form_requests import form_page, sent
from assessments.views.picks import Picks
from assessments.writes import catalogue
from assessments.writes.assessments import start_assessment
from assessments.writes.errors import Refused
from assessments.writes.service_table import import_table


def service_view(verb: Verb) -> Callable[[View], View]:
    """For who may do that with the service in the address."""

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(
            request: HttpRequest, membership: Membership, service: int, **rest: Any
        ) -> HttpResponseBase:
            visible = visible_services(membership).select_related("team")
            found = get_object_or_404(visible, pk=service)
            if not can(membership, verb, found):
                raise Http404
            try:
                return view(request, membership, found, **rest)
            except catalogue.ServiceGone as gone:
                raise Http404 from gone

        return asking(organisation_view()(wrapped), verb)

    return decorate


@organisation_view()
def service_new(request: HttpRequest, membership: Membership) -> HttpResponse:
    teams = teams_to_add_to(membership)
    form = ServiceForm(sent(request), teams=teams)
    if form.is_valid():
        with refusals_on(form):
            at, by = timezone.now(), person(request)
            service = catalogue.create_service(**form.cleaned_data, by=by, at=at)
            messages.success(request, _("“%s” is ready to be assessed.") % service)
            return _to(membership, service)
    context = {"membership": membership, "form": form, "teams": teams.exists()}
    return form_page(request, "services/new.html", context)


@organisation_view()
def service_paste(request: HttpRequest, membership: Membership) -> HttpResponse:
    teams = teams_to_add_to(membership)
    form = PasteForm(sent(request), teams=teams)
    if form.is_valid():
        with refusals_on(form, name="names"):
            at, by = timezone.now(), person(request)
            made = catalogue.create_services(**form.cleaned_data, by=by, at=at)
            _tell(request, made)
            return redirect("organisation", membership.organisation.slug)
    context = {"membership": membership, "form": form, "teams": teams.exists()}
    return form_page(request, "services/paste.html", context)


def _tell(request: HttpRequest, made: catalogue.Pasted) -> None:
    if count := len(made.created):
        added = ngettext("%(count)s service is added.", "%(count)s services are added.", count)
        messages.success(request, added % {"count": count})
    if made.repeated:
        once = _("Pasted more than once, perhaps in another spelling, and added once: %s.")
        messages.info(request, once % ", ".join(made.repeated))
    if made.kept:
        kept = _("There already, perhaps in another team, and kept as they are: %s.")
        messages.info(request, kept % ", ".join(made.kept))


@organisation_view(Verb.MANAGE_ORGANISATION)
def services_import(request: HttpRequest, membership: Membership) -> HttpResponse:
    """A table of services: what it would do is shown first, and done by a second press."""
    organisation = membership.organisation
    form = ServiceTableForm(sent(request), request.FILES or None)
    context: dict[str, Any] = {"membership": membership, "form": form}
    if form.is_valid():
        table = form.cleaned_data["table"]
        if "confirmed" in request.POST:
            by, at = person(request), timezone.now()
            with refusals_on(form):
                made = import_table(table=table, organisation=organisation, by=by, at=at)
                said = _("%(services)s services, %(teams)s teams and %(domains)s domains are made.")
                messages.success(request, said % vars(made))
                return redirect("compare", organisation.slug)
        context |= {"preview": preview(table, organisation), "columns": table.columns}
        context["shown_again"] = form.cleaned_data["text"]
    return form_page(request, "services/import.html", context)


@organisation_view()
def services_move(request: HttpRequest, membership: Membership) -> HttpResponse:
    """Move the services that the address picks to a team; those that one may not change stay."""
    picks = Picks.of(request.GET)
    seen = visible_services(membership).select_related("team").filter(pk__in=picks.keys)
    services = [each for each in seen if can(membership, Verb.CHANGE_SERVICE, each)]
    form = MoveForm(sent(request), teams=teams_to_add_to(membership))
    if form.is_valid() and services:
        by, at = person(request), timezone.now()
        with refusals_on(form):
            number = catalogue.move(services=services, **form.cleaned_data, by=by, at=at)
            said = ngettext(
                "%(number)s service is moved.", "%(number)s services are moved.", number
            )
            messages.success(request, said % {"number": number})
            back = reverse("compare", args=[membership.organisation.slug])
            return redirect(f"{back}?{request.GET.urlencode()}")
    context = {
        "membership": membership,
        "form": form,
        "services": services,
        "left_out": len(picks) - len(services),
    }
    return form_page(request, "services/move.html", context)


@service_view(Verb.CHANGE_SERVICE)
def service_edit(request: HttpRequest, membership: Membership, service: Service) -> HttpResponse:
    initial = {"name": service.name, "description": service.description, "team": service.team_id}
    teams = teams_to_add_to(membership)
    form = ServiceForm(sent(request), teams=teams, initial=initial)
    if form.is_valid():
        with refusals_on(form):
            by, at = person(request), timezone.now()
            catalogue.edit(service=service, **form.cleaned_data, by=by, at=at)
            messages.success(request, _("“%s” is saved.") % form.cleaned_data["name"])
            return _to(membership, service)
    context = {"membership": membership, "service": service, "form": form}
    return form_page(request, "services/edit.html", context)


@service_view(Verb.CHANGE_SERVICE)
def service_archive(request: HttpRequest, membership: Membership, service: Service) -> HttpResponse:
    if request.method == "POST":
        catalogue.archive(service=service, by=person(request), at=timezone.now())
        messages.success(request, _("“%s” is archived. You can restore it at any time.") % service)
        return _to(membership, service)
    context = {"membership": membership, "service": service, "contents": contents(service)}
    return render(request, "services/archive.html", context)


@require_POST
@service_view(Verb.CHANGE_SERVICE)
def service_restore(request: HttpRequest, membership: Membership, service: Service) -> HttpResponse:
    try:
        catalogue.restore(service=service, by=person(request), at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("“%s” is back in the lists.") % service)
    return _to(membership, service)


@service_view(Verb.DELETE_SERVICE)
def service_delete(request: HttpRequest, membership: Membership, service: Service) -> HttpResponse:
    form = DeleteForm(sent(request), named=service.name)
    if form.is_valid():
        catalogue.delete(service=service)
        messages.success(request, _("“%s” and everything in it is deleted.") % service)
        return redirect("organisation", membership.organisation.slug)
    context = {"membership": membership, "service": service, "contents": contents(service)}
    return form_page(request, "services/delete.html", {**context, "form": form})


@require_POST
@service_view(Verb.ASSESS_SERVICE)
def service_assess(request: HttpRequest, membership: Membership, service: Service) -> HttpResponse:
    scope = request.POST.get("scope", Scope.FULL)
    if scope not in Scope.values:
        raise Http404
    at, by = timezone.now(), person(request)
    try:
        started = start_assessment(service=service, scope=Scope(scope), by=by, at=at)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _to(membership, service)
    tell_of_other_currency(request, started, at=at)
    return redirect("sheet:overview", membership.organisation.slug, started.pk)


def _to(membership: Membership, service: Service) -> HttpResponse:
    return redirect("service", membership.organisation.slug, service.pk)
