"""The report of a result to take away: what is to be in it, and the PDF or Markdown itself."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessments.forms.reports import ReportForm
from assessments.names import in_file_name
from assessments.places import Place
from assessments.queries.covering_notes import fetch_covering_note
from assessments.queries.documents import PreparedDocument, fetch_document
from assessments.queries.report_choices import FIRST, last_choice
from assessments.reports.document.facts import SHEET, Choice
from assessments.reports.markdown import to_markdown
from assessments.reports.pdf import Busy
from assessments.reports.pdf_fonts import lacks_east_asian_font
from assessments.views.access import sheet_view
from assessments.views.form_requests import form_page, posted
from assessments.views.rate_limits import PDFS, limited, wait_told
from assessments.writes.report_choices import keep_choice
from assessments.writes.report_pdfs import kept_or_drawn

MOST_CHARACTERS_SHOWN = 40

SECONDS_BETWEEN = 5
"""Until one who waits for a PDF asks again."""

ALL = Choice("everything", notes=True, evidence=True)


@require_http_methods(["GET", "HEAD", "POST"])
@sheet_view()
def report(request: HttpRequest, place: Place) -> HttpResponse:
    """Where one chooses what to take away; what is chosen is proposed the next time."""
    if request.method == "POST":
        return _take(request, place)
    chosen = "kind" in request.GET
    last = FIRST if chosen else last_choice(place.membership)
    return _choose(request, place, ReportForm(request.GET, last=last))


def _take(request: HttpRequest, place: Place) -> HttpResponse:
    """Keeps what was chosen, and leads to the file, whose address says what is in it."""
    form = ReportForm(posted(request), last=FIRST)
    if not form.is_valid():
        return _choose(request, place, form)
    if place.membership is not None:
        keep_choice(membership=place.membership, choice=form.choice)
    name = "report-markdown" if "markdown" in request.POST else "report-pdf"
    return redirect(f"{place.url(name)}?{form.address}")


@require_safe
@limited(PDFS)
@sheet_view()
def report_pdf(request: HttpRequest, place: Place) -> HttpResponse:
    """The PDF as chosen; the decision sheet where nothing is."""
    form = ReportForm(request.GET, last=FIRST)
    if form.is_bound and not form.is_valid():
        return _choose(request, place, form)
    return download(request, place, _chosen(form))


@require_safe
@sheet_view()
def report_markdown(request: HttpRequest, place: Place) -> HttpResponse:
    """The same as Markdown, to be edited."""
    form = ReportForm(request.GET, last=FIRST)
    if form.is_bound and not form.is_valid():
        return _choose(request, place, form)
    found = fetch_document(place.assessment, _chosen(form))
    if found is None:
        return _not_yet(request, place)
    content = to_markdown(found.document).encode()
    return attached(content, "text/markdown; charset=utf-8", file_name(found, "md"))


def download(request: HttpRequest, place: Place, choice: Choice) -> HttpResponse:
    """The PDF as far as whoever is at that place sees the result."""
    found = fetch_document(place.assessment, choice, place.disclosed)
    if found is None:
        return _not_yet(request, place)
    try:
        content = kept_or_drawn(result=found.result, given=found.pdf, at=timezone.now())
    except Busy:
        return _wait(request, place)
    return attached(content, "application/pdf", file_name(found, "pdf"))


def attached(content: bytes, kind: str, name: str) -> HttpResponse:
    """A file to keep, of one person alone."""
    return HttpResponse(
        content,
        content_type=kind,
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=name),
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )


def _chosen(form: ReportForm) -> Choice:
    """What the address says; the decision sheet where it says nothing."""
    return form.choice if form.is_bound else SHEET


def _choose(request: HttpRequest, place: Place, form: ReportForm) -> HttpResponse:
    found = fetch_document(place.assessment, ALL, place.disclosed)
    if found is None:
        return _not_yet(request, place)
    missing = found.pdf.missing
    context = {
        "place": place,
        "found": found,
        "form": form,
        "missing": missing[:MOST_CHARACTERS_SHOWN],
        "more": max(0, len(missing) - MOST_CHARACTERS_SHOWN),
        "lacks_east_asian_font": lacks_east_asian_font(missing),
        "name": file_name(found, "pdf"),
        "note": fetch_covering_note(found.result, place.disclosed),
    }
    return form_page(request, "reports/report.html", context)


def _wait(request: HttpRequest, place: Place) -> HttpResponse:
    """What comes while another PDF is drawn: a page that asks again by itself."""
    context = {"place": place, "chosen": request.GET.urlencode()}
    page = render(request, "reports/wait.html", context, status=HTTPStatus.SERVICE_UNAVAILABLE)
    page.headers["Refresh"] = str(SECONDS_BETWEEN)
    return wait_told(page, SECONDS_BETWEEN)


def file_name(found: PreparedDocument, extension: str) -> str:
    """A name that every file system takes, of the service and the day."""
    day = localtime(found.result.submitted_at).date().isoformat()
    service = in_file_name(found.report.service)
    return "-".join(filter(None, [service, "operating-model", day])) + f".{extension}"


def _not_yet(request: HttpRequest, place: Place) -> HttpResponse:
    messages.info(request, _("There is a report once the answers are submitted."))
    return redirect(place.url("overview"))
