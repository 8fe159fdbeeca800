"""The organisation itself: its name and time zone, its logo, and deleting it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from assessments.forms.deletion import DeleteForm
from assessments.forms.logos import LogoForm
from assessments.forms.organisations import OrganisationForm
from assessments.models import Membership
from assessments.policy import Verb
from assessments.queries.catalogue import holdings
from assessments.queries.logos import fetch_logo
from assessments.views.access import organisation_view, person
from assessments.views.form_requests import form_page, sent
from assessments.writes import organisations
from assessments.writes.logos import remove_logo, set_logo


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
def organisation_logo(request: HttpRequest, membership: Membership) -> HttpResponse:
    organisation = membership.organisation
    form = LogoForm(sent(request), request.FILES or None)
    if form.is_valid():
        by, at = person(request), timezone.now()
        set_logo(organisation=organisation, logo=form.cleaned_data["logo"], by=by, at=at)
        messages.success(request, _("The logo is saved. Reports show it from now on."))
        return redirect("organisation-logo", organisation.slug)
    context = {"membership": membership, "form": form, "tab": "organisation"}
    context["logo"] = fetch_logo(organisation)
    return form_page(request, "organisations/logo.html", context)


@require_POST
@organisation_view(Verb.MANAGE_ORGANISATION)
def organisation_logo_remove(request: HttpRequest, membership: Membership) -> HttpResponse:
    remove_logo(organisation=membership.organisation)
    messages.success(request, _("The logo is removed. Reports show none from now on."))
    return redirect("organisation-logo", membership.organisation.slug)


@require_safe
@organisation_view()
def organisation_logo_png(_request: HttpRequest, membership: Membership) -> HttpResponse:
    logo = fetch_logo(membership.organisation)
    if logo is None:
        raise Http404
    headers = {"X-Content-Type-Options": "nosniff", "ETag": f'"{logo.digest}"'}
    return HttpResponse(bytes(logo.content), content_type="image/png", headers=headers)


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
