"""The report of a result to take away: what is in it, and the PDF itself."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessments.names import in_file_name
from assessments.queries.reports import ReportPdf, fetch_report_pdf
from assessments.views.access import Place, sheet_view
from assessments.views.rate_limits import PDFS, limited

MOST_CHARACTERS_SHOWN = 40


@require_safe
@sheet_view()
def report(request: HttpRequest, place: Place) -> HttpResponse:
    found = fetch_report_pdf(place.assessment)
    if found is None:
        return _not_yet(request, place)
    missing = found.pdf.missing
    context = {
        "place": place,
        "found": found,
        "missing": missing[:MOST_CHARACTERS_SHOWN],
        "more": max(0, len(missing) - MOST_CHARACTERS_SHOWN),
        "name": file_name(found),
    }
    return render(request, "reports/report.html", context)


@require_safe
@limited(PDFS)
@sheet_view()
def report_pdf(request: HttpRequest, place: Place) -> HttpResponse:
    found = fetch_report_pdf(place.assessment)
    if found is None:
        return _not_yet(request, place)
    disposition = content_disposition_header(as_attachment=True, filename=file_name(found))
    return HttpResponse(
        found.pdf.content,
        content_type="application/pdf",
        headers={
            "Content-Disposition": disposition,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )


def file_name(found: ReportPdf) -> str:
    """A name that every file system takes, of the service and the day."""
    day = localtime(found.result.submitted_at).date().isoformat()
    service = in_file_name(found.report.service)
    return "-".join(filter(None, [service, "operating-model", day])) + ".pdf"


def _not_yet(request: HttpRequest, place: Place) -> HttpResponse:
    messages.info(request, _("There is a report once the answers are submitted."))
    return redirect(place.url("overview"))
