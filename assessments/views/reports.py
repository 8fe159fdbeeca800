"""The report of a result to take away: what is in it, and the PDF itself."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessments.names import in_file_name
from assessments.queries.reports import PreparedReport, fetch_prepared_report
from assessments.reports.pdf import Busy
from assessments.reports.pdf_fonts import lacks_east_asian_font
from assessments.views.access import Place, sheet_view
from assessments.views.rate_limits import PDFS, limited, wait_told
from assessments.writes.report_pdfs import kept_or_drawn

MOST_CHARACTERS_SHOWN = 40

SECONDS_BETWEEN = 5
"""Until one who waits for a PDF asks again."""


@require_safe
@sheet_view()
def report(request: HttpRequest, place: Place) -> HttpResponse:
    found = fetch_prepared_report(place.assessment, place.disclosed)
    if found is None:
        return _not_yet(request, place)
    missing = found.pdf.missing
    context = {
        "place": place,
        "found": found,
        "missing": missing[:MOST_CHARACTERS_SHOWN],
        "more": max(0, len(missing) - MOST_CHARACTERS_SHOWN),
        "lacks_east_asian_font": lacks_east_asian_font(missing),
        "name": file_name(found),
    }
    return render(request, "reports/report.html", context)


@require_safe
@limited(PDFS)
@sheet_view()
def report_pdf(request: HttpRequest, place: Place) -> HttpResponse:
    return download(request, place)


def download(request: HttpRequest, place: Place) -> HttpResponse:
    """The PDF as far as whoever is at that place sees the result."""
    found = fetch_prepared_report(place.assessment, place.disclosed)
    if found is None:
        return _not_yet(request, place)
    try:
        content = kept_or_drawn(result=found.result, given=found.pdf, at=timezone.now())
    except Busy:
        return _wait(request, place)
    disposition = content_disposition_header(as_attachment=True, filename=file_name(found))
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={
            "Content-Disposition": disposition,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )


def _wait(request: HttpRequest, place: Place) -> HttpResponse:
    """What comes while another PDF is drawn: a page that asks again by itself."""
    page = render(
        request, "reports/wait.html", {"place": place}, status=HTTPStatus.SERVICE_UNAVAILABLE
    )
    page.headers["Refresh"] = str(SECONDS_BETWEEN)
    return wait_told(page, SECONDS_BETWEEN)


def file_name(found: PreparedReport) -> str:
    """A name that every file system takes, of the service and the day."""
    day = localtime(found.result.submitted_at).date().isoformat()
    service = in_file_name(found.report.service)
    return "-".join(filter(None, [service, "operating-model", day])) + ".pdf"


def _not_yet(request: HttpRequest, place: Place) -> HttpResponse:
    messages.info(request, _("There is a report once the answers are submitted."))
    return redirect(place.url("overview"))
