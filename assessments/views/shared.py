"""A result under a read-only link, for whoever was sent it, and its PDF.

A stranger reads the outcome in full and every answer as it was chosen: that is what is shown. Left
out unless whoever made the link ticked them are notes, links to evidence and the organisation's
own guidance, which is written for colleagues. Never shown are the organisation, the team and who
submitted it, nor a way to change, continue, discard or claim anything. That a later result exists
is said, without leading there: who decides by an old one is misled.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from assessments.models import SharedLink
from assessments.places import Place
from assessments.queries.shared_links import shared_link, shared_sheet
from assessments.reports.document.facts import SHEET
from assessments.views import reports, results, summaries
from assessments.views.access import View, unlisted
from assessments.views.rate_limits import PDFS, limited
from assessments.writes.shared_links import note_opened

UNDER_A_LINK = {"sheet": SHEET, "everything": reports.ALL}
"""The reports that there are under a read-only link; what it leaves out is left out of them."""


def shared_view(view: Callable[..., HttpResponseBase]) -> View:
    """For whoever has a link that works; of one that did not last, a page says so."""

    @wraps(view)
    @never_cache
    @unlisted
    def wrapped(request: HttpRequest, token: str, **rest: Any) -> HttpResponseBase:
        link, now = shared_link(token), timezone.now()
        if link is None:
            raise Http404
        if link.revoked_at or link.expires_at <= now:
            return _closed(request, link)
        sheet = shared_sheet(link)
        if sheet is None:
            raise Http404
        if request.method == "GET":
            note_opened(link=link, at=now)
        place = Place(sheet.assessment, sheet, link, token)
        with timezone.override(place.zone):
            return view(request, place, **rest)

    return wrapped


def _closed(request: HttpRequest, link: SharedLink) -> HttpResponse:
    return render(request, "results/shared_closed.html", {"link": link}, status=HTTPStatus.GONE)


@require_safe
@vary_on_headers("HX-Request")
@shared_view
def page(request: Any, place: Place, tab: str) -> HttpResponse:
    return results.show(request, place, tab)


@require_safe
@limited(PDFS)
@shared_view
def report_pdf(request: HttpRequest, place: Place) -> HttpResponse:
    """The decision sheet, or everything, as far as whoever made the link lets it be seen."""
    kind = request.GET.get("kind", "sheet")
    if kind not in UNDER_A_LINK:
        raise Http404
    return reports.download(request, place, UNDER_A_LINK[kind])


@require_safe
@shared_view
def summary_text(_request: HttpRequest, place: Place) -> HttpResponse:
    return summaries.show_text(place)


@require_safe
@shared_view
def summary_markdown(_request: HttpRequest, place: Place) -> HttpResponse:
    return summaries.show_markdown(place)
