"""Giving up an open assessment."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessments.places import Place
from assessments.policy import Verb
from assessments.views.access import person, sheet_view
from assessments.writes import assessments
from assessments.writes.errors import Refused


@require_http_methods(["GET", "HEAD", "POST"])
@sheet_view(Verb.EDIT_SHEET)
def discard(request: HttpRequest, place: Place) -> HttpResponse:
    if not place.assessment.is_open:
        return redirect(place.url("result"))
    if request.method != "POST":
        return render(request, "results/discard.html", {"place": place})
    home = place.home_url
    try:
        assessments.discard(assessment=place.assessment, by=person(request), at=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("The assessment was discarded."))
    return redirect(home)
