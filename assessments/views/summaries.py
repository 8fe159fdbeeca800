"""The first screen of a result as a text to paste, plain or in Markdown."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessments.current import playbook
from assessments.moments import DAY
from assessments.places import Place
from assessments.queries.result_page import ResultPage, fetch_result_page
from assessments.queries.since_last import fetch_since_last
from assessments.reports.summary import Summary, summarise, to_markdown, to_text
from assessments.views.access import sheet_view


@require_safe
@sheet_view()
def summary_text(_request: HttpRequest, place: Place) -> HttpResponse:
    return show_text(place)


@require_safe
@sheet_view()
def summary_markdown(_request: HttpRequest, place: Place) -> HttpResponse:
    return show_markdown(place)


def show_text(place: Place) -> HttpResponse:
    """The summary as far as whoever is at that place sees the result."""
    summary = _summary(place)
    return _sent(to_text(summary)) if summary else redirect(place.url("overview"))


def show_markdown(place: Place) -> HttpResponse:
    """The same in Markdown."""
    summary = _summary(place)
    return _sent(to_markdown(summary)) if summary else redirect(place.url("overview"))


def _summary(place: Place) -> Summary | None:
    page = fetch_result_page(place.assessment, place.disclosed)
    if page is None:
        return None
    since = fetch_since_last(page.result, place.disclosed)
    return summarise(
        page.report,
        about=_about(page),
        source=playbook().source,
        since_last=since.sentences if since else (),
    )


def _about(page: ResultPage) -> str:
    day = date_format(localtime(page.result.submitted_at), DAY)
    scope = page.result.get_scope_display()
    return _("%(scope)s, submitted on %(day)s.") % {"scope": scope, "day": day}


def _sent(text: str) -> HttpResponse:
    """Markdown too is sent as plain text: it is to be read and copied, not downloaded."""
    return HttpResponse(
        text,
        content_type="text/plain; charset=utf-8",
        headers={"X-Content-Type-Options": "nosniff"},
    )
