"""The report of many services: a PDF and the same as Markdown, of what the list was narrowed to."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from assessments.forms.compare import CompareFilter
from assessments.models import Membership
from assessments.names import in_file_name
from assessments.queries.estate_report import fetch_estate
from assessments.queries.logos import drawn_logo, fetch_logo
from assessments.reports.document.blocks import Document
from assessments.reports.document.estate import compose_estate
from assessments.reports.markdown import to_markdown
from assessments.reports.pdf import Busy, draw, prepare
from assessments.views.access import organisation_view
from assessments.views.filtered import filtered_view
from assessments.views.rate_limits import PDFS, limited, wait_told
from assessments.views.reports import SECONDS_BETWEEN, attached


@require_safe
@limited(PDFS)
@organisation_view()
@filtered_view
def estate_pdf(request: HttpRequest, membership: Membership, chosen: CompareFilter) -> HttpResponse:
    try:
        drawn = draw(prepare(_document(membership, chosen), timezone.now()))
    except Busy:
        page = render(request, "estate/wait.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
        page.headers["Refresh"] = str(SECONDS_BETWEEN)
        return wait_told(page, SECONDS_BETWEEN)
    return attached(drawn.content, "application/pdf", _file_name(membership, "pdf"))


@require_safe
@organisation_view()
@filtered_view
def estate_markdown(
    _request: HttpRequest, membership: Membership, chosen: CompareFilter
) -> HttpResponse:
    content = to_markdown(_document(membership, chosen)).encode()
    return attached(content, "text/markdown; charset=utf-8", _file_name(membership, "md"))


def _document(membership: Membership, chosen: CompareFilter) -> Document:
    date = date_format(timezone.localdate(), "j F Y")
    estate = fetch_estate(chosen.qs, membership.organisation, date=date, narrowed=chosen.in_words)
    logo = drawn_logo(fetch_logo(membership.organisation))
    return replace(compose_estate(estate), logo=logo)


def _file_name(membership: Membership, extension: str) -> str:
    organisation = in_file_name(membership.organisation.name)
    day = timezone.localdate().isoformat()
    return "-".join(filter(None, [organisation, "operating-models", day])) + f".{extension}"
