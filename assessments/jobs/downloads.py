"""Making the files that people have asked for."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks import task

from assessments.forms.compare import CompareFilter
from assessments.models import (
    Download,
    DownloadKind,
    Membership,
    Result,
    Service,
)
from assessments.models.names import by_name
from assessments.moments import DAY
from assessments.names import in_file_name
from assessments.queries import compare, narrowing
from assessments.queries.access import visible_services
from assessments.queries.answer_rows import answer_rows, results_of
from assessments.queries.documents import fetch_document
from assessments.queries.estate_report import fetch_estate
from assessments.queries.logos import drawn_logo, fetch_logo
from assessments.queries.service_rows import fetch_rows
from assessments.reports.document.blocks import Block
from assessments.reports.document.estate import compose_estate
from assessments.reports.document.facts import SHEET, Choice
from assessments.reports.pdf import Busy, PdfInput, draw, prepare
from assessments.tables.answers import answers_table
from assessments.tables.services import services_table
from assessments.tables.table import Table
from assessments.tables.workbook import write_workbook
from assessments.writes import downloads as writes
from assessments.writes.downloads import PieceWriter, Superseded
from assessments.writes.report_pdfs import kept_or_drawn

PATIENCE = timedelta(minutes=1)
"""How long a PDF waits for those that pages draw in the same process."""


@task()
def make_download(key: int) -> None:
    """Make a file, unless another worker is at it or it is made. Done again after a worker was
    killed, it makes the same file anew."""
    download = writes.claim(key=key, at=timezone.now())
    if download is None:
        return
    try:
        with timezone.override(download.membership.organisation.zone):
            _make(download)
    except Superseded:
        return
    except Exception:
        writes.fail(download=download, at=timezone.now())
        raise


def take_up_again(*, at: datetime) -> int:
    """Put what has lost its worker into the queue again; how many there were."""
    lost = writes.give_up_on_lost(at=at)
    for key in lost:
        make_download.enqueue(key)
    return len(lost)


def services_of(membership: Membership, asked: Mapping[str, Any]) -> tuple[QuerySet[Service], str]:
    """The services that a file is about, as far as they may be seen: those picked, or those of the
    list at that address; and in words what they are narrowed down to."""
    seen = compare.services(membership, timezone.now())
    if picks := asked.get("picks"):
        picked = seen.filter(pk__in=picks).order_by(*by_name())
        told = ngettext("%(number)s picked service", "%(number)s picked services", len(picks))
        return picked, told % {"number": len(picks)}
    chosen = CompareFilter(
        QueryDict(asked["address"]),
        seen,
        teams=narrowing.teams(membership),
        rounds=narrowing.rounds(membership),
    )
    found: QuerySet[Service] = chosen.qs
    return found.order_by(*by_name()), chosen.in_words


def _make(download: Download) -> None:
    make, extension = MADE[DownloadKind(download.kind)]
    tell = partial(_tell, download)
    writer = PieceWriter(download, tell)
    make(download, writer)
    writer.close()
    day, slug = timezone.localdate(download.asked_at), download.membership.organisation.slug
    name = f"{download.kind}-{slug}-{day:%Y-%m-%d}.{extension}"
    writes.finish(download=download, file_name=name, size=writer.size, at=timezone.now())


def _tell(download: Download, done: int | None = None) -> None:
    download.done = download.done if done is None else done
    writes.touch(download=download, done=download.done, at=timezone.now())


def _reports(download: Download, writer: PieceWriter) -> None:
    choice, membership = Choice(**download.asked["choice"]), download.membership
    seen = visible_services(membership).filter(pk__in=download.asked["services"])
    results = Result.objects.filter(pk__in=seen.order_by().values("current_result"))
    named: set[str] = set()
    with ZipFile(writer, "w", ZIP_STORED) as archive:
        for done, result in enumerate(_one_by_one(results), 1):
            found = fetch_document(result.assessment, choice)
            if found is not None:
                content = _drawn(found.result, found.pdf)
                name = _unique(in_file_name(found.report.service) or str(result.pk), named)
                entry = ZipInfo(
                    f"{name}.pdf", timezone.localtime(result.submitted_at).timetuple()[:6]
                )
                archive.writestr(entry, content)
            _tell(download, done)


def _one_by_one(results: QuerySet[Result]) -> Iterator[Result]:
    """By name, each with what its report asks for."""
    of = (
        "assessment__organisation",
        "assessment__service__team",
        "assessment__service__organisation",
    )
    keys = list(results.order_by(*by_name("service__")).values_list("pk", flat=True))
    for key in keys:
        yield from Result.objects.select_related(*of).without_documents().filter(pk=key)


def _drawn(result: Result, given: PdfInput) -> bytes:
    return _patiently(lambda: kept_or_drawn(result=result, given=given, at=timezone.now()))


def _patiently(drawing: Callable[[], bytes]) -> bytes:
    """Waits while pages of the same process draw."""
    until = timezone.now() + PATIENCE
    while True:
        try:
            return drawing()
        except Busy:
            if timezone.now() > until:
                raise
            time.sleep(0.2)


def _unique(name: str, named: set[str]) -> str:
    """The name, numbered where another report has it in any case of letters."""
    number, unique = 1, name
    while unique.casefold() in named:
        number += 1
        unique = f"{name}-{number}"
    named.add(unique.casefold())
    return unique


def _services(download: Download, writer: PieceWriter) -> None:
    membership = download.membership
    rows, targets = fetch_rows(services_of(membership, download.asked)[0])
    table = services_table(rows, targets, zone=membership.organisation.zone)
    _workbook(download, writer, table, _("Services"))


def _answers(download: Download, writer: PieceWriter) -> None:
    membership = download.membership
    services, _narrowed = services_of(membership, download.asked)
    rows = answer_rows(results_of(services, every=bool(download.asked.get("every"))))
    _workbook(
        download, writer, answers_table(rows, zone=membership.organisation.zone), _("Answers")
    )


def _estate(download: Download, writer: PieceWriter) -> None:
    """The report on many, and then each one's decision sheet."""
    organisation = download.membership.organisation
    services, narrowed = services_of(download.membership, download.asked)
    date = date_format(timezone.localdate(), DAY)
    estate = fetch_estate(services, organisation, date=date, narrowed=narrowed)
    whole = replace(compose_estate(estate), logo=drawn_logo(fetch_logo(organisation)))
    results = Result.objects.filter(pk__in=services.order_by().values("current_result"))
    sheets: list[Block] = []
    for done, result in enumerate(_one_by_one(results), 1):
        found = fetch_document(result.assessment, SHEET)
        sheets += found.document.blocks if found else ()
        _tell(download, done)
    given = prepare(replace(whole, blocks=(*whole.blocks, *sheets)), timezone.now())
    writer.write(_patiently(lambda: draw(given).content))


def _workbook(download: Download, writer: PieceWriter, table: Table, title: str) -> None:
    with tempfile.TemporaryFile() as file:
        write_workbook(table, title, file, partial(_tell, download))
        file.seek(0)
        shutil.copyfileobj(file, writer)


Make = Callable[[Download, PieceWriter], None]

MADE: Mapping[DownloadKind, tuple[Make, str]] = {
    DownloadKind.REPORTS: (_reports, "zip"),
    DownloadKind.SERVICES: (_services, "xlsx"),
    DownloadKind.ANSWERS: (_answers, "xlsx"),
    DownloadKind.ESTATE: (_estate, "pdf"),
}
"""What makes each kind of file, and how its name ends."""
