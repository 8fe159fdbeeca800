"""Services as CSV that a spreadsheet opens without harm."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import tzinfo

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from assessments.models import Result, Service
from assessments.reports import result_labels

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads UTF-8 in the machine's old code page, and names lose their accents."""

FORMULA = re.compile(
    r"(^|[;\t\r\n])"
    r"(?=[^\S\t\r\n]*[-=+@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\t\r\n])"
)
"""Where a spreadsheet may see a formula begin: at the start, and wherever it may take a cell to
begin, since many separate by semicolons or tabs. Some read the full-width signs alike."""
PARTS = ("digital", "foundational")

Row = list[object]


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, line: str) -> str:
        return line


def lines(
    services: Iterable[Service], *, zone: tzinfo, left_out: Sequence[str] = ()
) -> Iterator[str]:
    """CSV line by line, under a line of headings; what is not known is left empty, and days are
    in that time zone. A last line says which filters were left out."""
    headings = _headings()
    yield BYTE_ORDER_MARK + _line(headings, len(headings))
    for service in services:
        yield _line(_row(service, zone), len(headings))
    if left_out:
        said = _("Left out of the filter, since there is no such or you may not see it: %s")
        yield _line([said % ", ".join(map(str, left_out))], len(headings))


def _line(row: Row, width: int) -> str:
    cells = [harmless(cell) for cell in row] + [None] * (width - len(row))
    return str(csv.writer(_Echo()).writerow(cells))


def harmless(cell: object) -> object:
    """Text that a spreadsheet would run as a formula, marked as text by apostrophes."""
    return FORMULA.sub(r"\1'", cell) if isinstance(cell, str) else cell


def _headings() -> Row:
    return [
        _("Service"),
        _("Team"),
        _("Domain"),
        _("Archived"),
        _("Recommended model"),
        _("Runs today"),
        _("Misfit"),
        _("Digital part: availability target, %"),
        _("Digital part: deployment target"),
        _("Foundational part: availability target, %"),
        _("Foundational part: deployment target"),
        _("Deployment target"),
        _("Availability target"),
        _("Restored in time"),
        _("Deployment throughput"),
        _("Service reliability"),
        _("Learning culture"),
        _("Answered"),
        _("Asked"),
        _("Scope"),
        _("Last submitted"),
        _("Playbook version"),
        _("Scoring rules"),
    ]


def _row(service: Service, zone: tzinfo) -> Row:
    result, domain = service.current_result, service.team.domain
    row: Row = [
        service.name,
        service.team.name,
        domain.name if domain else None,
        _("yes") if service.archived_at else _("no"),
    ]
    return [*row, *(_cells(result, zone) if result else [_("Not assessed")])]


def _cells(result: Result, zone: tzinfo) -> Row:
    fits = {True: _("yes"), False: _("no"), None: None}
    return [
        result.get_model_display(),
        result.get_present_model_display(),
        fits[result.misfit],
        *_targets(result),
        *(
            result_labels.TARGET_STATUSES[state]  # type: ignore[index]
            for state in (result.deployment_met, result.availability_met, result.restore_met)
        ),
        result.deployment_throughput,
        result.service_reliability,
        result.learning_culture,
        result.answered,
        result.asked,
        result.get_scope_display(),
        f"{localtime(result.submitted_at, zone):%Y-%m-%d}",
        f"v{result.playbook_version}",  # "2026.10" alone would be read as a number, 2026.1
        result.rules,
    ]


def _targets(result: Result) -> Row:
    parts = {part.part: part for part in result.parts.all()}
    cells: Row = []
    for name in PARTS:
        part = parts.get(name)
        if part is None:
            cells += [None, None]
        else:
            cells += [part.availability, result_labels.DEPLOYMENTS[part.deployment]]  # type: ignore[index]
    return cells
