"""The organisation's exposure bands: everyone reads them, owners set them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.forms.organisations import BandsForm
from assessments.forms.refusals import refusals_on
from assessments.models import Membership
from assessments.policy import Verb
from assessments.views.access import organisation_view, person
from assessments.views.form_requests import form_page, sent
from assessments.writes.organisations import set_bands


@organisation_view(post=Verb.MANAGE_ORGANISATION)
def bands(request: HttpRequest, membership: Membership) -> HttpResponse:
    organisation = membership.organisation
    form = BandsForm(sent(request), organisation=organisation)
    if form.is_valid():
        with refusals_on(form):
            given, by = form.cleaned_data, person(request)
            changed = set_bands(organisation=organisation, **given, by=by, at=timezone.now())
            saved = _("The bands are saved. They hold for every assessment submitted from now on.")
            messages.success(request, saved if changed else _("The bands were so already."))
            return redirect("bands", organisation.slug)
    context = {"membership": membership, "form": form, "tab": "bands"}
    return form_page(request, "organisations/bands.html", context)
