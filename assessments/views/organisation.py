"""The organisation itself: its name and time zone, and deleting it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.forms.deletion import DeleteForm
from assessments.forms.organisations import OrganisationForm
from assessments.models import Membership
from assessments.policy import Verb
from assessments.queries.catalogue import holdings
from assessments.views.access import organisation_view, person
from assessments.views.form_requests import form_page, sent
from assessments.writes import organisations


@organisation_view(Verb.MANAGE_ORGANISATION)
def organisation_edit(request: HttpRequest, membership: Membership) -> HttpResponse:
    organisation = membership.organisation
    form = OrganisationForm(sent(request), organisation=organisation)
    if form.is_valid():
        by, at = person(request), timezone.now()
        organisations.change(organisation=organisation, **form.cleaned_data, by=by, at=at)
        messages.success(request, _("“%(name)s” is saved.") % form.cleaned_data)
        return redirect("organisation-edit", organisation.slug)
    context = {"membership": membership, "form": form, "tab": "organisation"}
    return form_page(request, "organisations/organisation.html", context)


@organisation_view(Verb.MANAGE_ORGANISATION)
def organisation_delete(request: HttpRequest, membership: Membership) -> HttpResponse:
    organisation = membership.organisation
    form = DeleteForm(sent(request), named=organisation.name)
    if form.is_valid():
        organisations.delete(organisation=organisation, at=timezone.now())
        messages.success(
            request,
            _("“%s” is deleted. What was in it can be opened by nobody and is being cleared away.")
            % organisation,
        )
        return redirect("home")
    context = {"membership": membership, "form": form, "holdings": holdings(organisation)}
    return form_page(
        request, "organisations/organisation_delete.html", {**context, "tab": "organisation"}
    )
