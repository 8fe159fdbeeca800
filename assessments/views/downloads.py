"""Files that take longer than a page: asking for them, how far they are, taking them away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from assessments.forms.compare import CompareFilter
from assessments.forms.downloads import WorkbookForm
from assessments.forms.reports import ReportForm
from assessments.jobs.downloads import make_download, services_of
from assessments.models import Download, DownloadKind, DownloadState, Membership
from assessments.queries import downloads as queries
from assessments.queries.report_choices import last_choice
from assessments.tables.workbook import MOST_ROWS
from assessments.views.access import organisation_view
from assessments.views.filtered import filtered_view
from assessments.views.form_requests import form_page, sent
from assessments.views.paging import page_of
from assessments.views.picks import Picks
from assessments.writes import downloads as writes
from assessments.writes.errors import Refused

MOST_REPORTS = 300
"""In one ZIP: half an hour's work for a worker at most."""

MOST_SHEETS = 100
"""In one PDF, which is drawn in one go."""

CONTENT_TYPES = {
    DownloadKind.ESTATE: "application/pdf",
    DownloadKind.REPORTS: "application/zip",
    DownloadKind.SERVICES: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    DownloadKind.ANSWERS: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@require_safe
@organisation_view()
def downloads(request: HttpRequest, membership: Membership) -> HttpResponse:
    page = page_of(request, queries.downloads_of(membership))
    shown = list(page.object_list)
    under_way = any(each.is_under_way for each in shown)
    context = {
        "membership": membership,
        "page": page,
        "under_way": under_way,
        "nobody_works": under_way and queries.nobody_works(timezone.now()),
    }
    return render(request, "downloads/downloads.html", context)


@organisation_view()
@filtered_view
def reports_new(
    request: HttpRequest, membership: Membership, chosen: CompareFilter
) -> HttpResponse:
    """A ZIP of the reports of the services picked, or of all that the address asks for."""
    asked = _asked(request)
    found, _narrowed = services_of(membership, asked)
    keys = list(found.exclude(current_result=None).values_list("pk", flat=True)[: MOST_REPORTS + 1])
    form = ReportForm(sent(request) or QueryDict(), last=last_choice(membership))
    if form.is_bound and form.is_valid() and 0 < len(keys) <= MOST_REPORTS:
        choice = {"services": keys, "choice": asdict(form.choice)}
        return _ask(request, membership, DownloadKind.REPORTS, choice, len(keys))
    context = {
        "membership": membership,
        "filter": chosen,
        "form": form,
        "number": len(keys),
        "most": MOST_REPORTS,
        "most_sheets": MOST_SHEETS,
        "without": found.filter(current_result=None).count(),
        "picked": bool(asked.get("picks")),
    }
    return form_page(request, "downloads/reports.html", context)


@require_POST
@organisation_view()
@filtered_view
def estate_new(
    request: HttpRequest, membership: Membership, _chosen: CompareFilter
) -> HttpResponse:
    """The report on many services, with a decision sheet of each."""
    asked = _asked(request)
    found, _narrowed = services_of(membership, asked)
    number = found.exclude(current_result=None).count()
    if not 0 < number <= MOST_SHEETS:
        said = _(
            "A PDF takes 1 to %(most)s decision sheets, and that is %(number)s. Choose others."
        )
        messages.error(request, said % {"most": MOST_SHEETS, "number": number})
        back = reverse("downloads-reports", args=[membership.organisation.slug])
        return redirect(f"{back}?{request.GET.urlencode()}")
    return _ask(request, membership, DownloadKind.ESTATE, asked, number)


@organisation_view()
@filtered_view
def workbook_new(
    request: HttpRequest, membership: Membership, chosen: CompareFilter
) -> HttpResponse:
    """An XLSX workbook of the services picked, or of all that the address asks for."""
    asked = _asked(request)
    found, _narrowed = services_of(membership, asked)
    form = WorkbookForm(sent(request))
    if form.is_valid():
        what, every = form.cleaned_data["what"], form.cleaned_data["what"] == "all-answers"
        lines = found.count() if what == "services" else queries.count_answers(found, every=every)
        if lines <= MOST_ROWS:
            kind = DownloadKind.SERVICES if what == "services" else DownloadKind.ANSWERS
            return _ask(request, membership, kind, asked | {"every": every}, lines)
        form.add_error("what", _too_long(lines))
    context = {"membership": membership, "filter": chosen, "form": form, "number": found.count()}
    return form_page(request, "downloads/workbook.html", context)


@require_safe
@organisation_view()
def download_file(_request: HttpRequest, membership: Membership, download: int) -> HttpResponseBase:
    found = _found(membership, download)
    if found.state != DownloadState.DONE or not queries.may_fetch(membership, found):
        raise Http404
    return StreamingHttpResponse(
        queries.pieces(found),
        content_type=CONTENT_TYPES[DownloadKind(found.kind)],
        headers={
            "Content-Disposition": content_disposition_header(True, found.file_name) or "",
            "Content-Length": str(found.size),
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )


@require_POST
@organisation_view()
def download_delete(request: HttpRequest, membership: Membership, download: int) -> HttpResponse:
    writes.delete_download(download=_found(membership, download))
    messages.success(request, _("The file is deleted."))
    return redirect("downloads", membership.organisation.slug)


def _found(membership: Membership, key: int) -> Download:
    return get_object_or_404(queries.downloads_of(membership), pk=key)


def _asked(request: HttpRequest) -> dict[str, Any]:
    """What the address asks for, as a file keeps it."""
    address = request.GET.copy()
    picks = Picks.of(address)
    for name in ("pick", "page", "sort"):
        address.pop(name, None)
    return {"address": address.urlencode(), "picks": list(picks.keys)}


def _ask(
    request: HttpRequest,
    membership: Membership,
    kind: DownloadKind,
    asked: Mapping[str, Any],
    total: int,
) -> HttpResponse:
    try:
        made = writes.ask_for_download(
            membership=membership, kind=kind, asked=asked, total=total, at=timezone.now()
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        transaction.on_commit(lambda: make_download.enqueue(made.pk))
    return redirect("downloads", membership.organisation.slug)


def _too_long(lines: int) -> str:
    return _(
        "That is %(lines)s lines, and a sheet holds %(most)s. Narrow the services down, or take "
        "the CSV, which has no end."
    ) % {"lines": f"{lines:,}", "most": f"{MOST_ROWS:,}"}
