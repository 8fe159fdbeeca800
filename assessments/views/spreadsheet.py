"""Services as CSV that a spreadsheet opens without harm."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import tzinfo

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from assessments.models import Scope
from assessments.queries.directions import Direction
from assessments.queries.freshness import Freshness
from assessments.queries.service_rows import ServiceRow, Target, Targets
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
    rows: Iterable[ServiceRow], targets: Targets, *, zone: tzinfo, left_out: Sequence[str] = ()
) -> Iterator[str]:
    """CSV line by line, under a line of headings; what is not known is left empty, and days are
    in that time zone. A last line says which filters were left out."""
    yield from table(_headings(), _told(rows, targets, zone, left_out))


def table(headings: Row, rows: Iterable[Row]) -> Iterator[str]:
    """CSV line by line, under a line of headings; short rows are filled up with empty cells."""
    writer = csv.writer(_Echo())

    def line(cells: Row) -> str:
        blank = [None] * (len(headings) - len(cells))
        return str(writer.writerow([*map(harmless, cells), *blank]))

    yield BYTE_ORDER_MARK + line(headings)
    yield from map(line, rows)


def _told(
    rows: Iterable[ServiceRow], targets: Targets, zone: tzinfo, left_out: Sequence[str]
) -> Iterator[Row]:
    for row in rows:
        yield _row(row, targets, zone)
    if left_out:
        said = _("Left out of the filter, since there is no such or you may not see it: %s")
        yield [said % ", ".join(map(str, left_out))]


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
        _("Direction"),
        _("Freshness"),
        *(
            heading % {"part": part}
            for part in (_("Digital part"), _("Foundational part"))
            for heading in (
                _("%(part)s: exposure an hour"),
                _("%(part)s: accepted loss a week"),
                _("%(part)s: out-of-hours cover"),
            )
        ),
        _("Currency"),
        _("Recommended model, slug"),
        _("Runs today, slug"),
        _("Service, number"),
    ]


def _at_stake(target: Target | None) -> Row:
    if target is None:
        return [None, None, None]
    return [target.exposure, target.accepted_loss, result_labels.COVER[target.out_of_hours]]


def _row(row: ServiceRow, targets: Targets, zone: tzinfo) -> Row:
    of_service: Row = [
        row.service,
        row.team,
        row.domain,
        _("yes") if row.archived_at else _("no"),
    ]
    return [*of_service, *_of_result(row, targets, zone)]


def _of_result(row: ServiceRow, targets: Targets, zone: tzinfo) -> Row:
    if row.result is None:
        return [_("Not assessed")]
    fits = {True: _("yes"), False: _("no"), None: None}
    return [
        result_labels.MODELS[row.model],
        result_labels.MODELS[row.present_model],
        fits[row.misfit],
        *(cell for part in PARTS for cell in _target(targets.get((row.result, part)))),
        *(
            result_labels.TARGET_STATUSES[state]
            for state in (row.deployment_met, row.availability_met, row.restore_met)
        ),
        row.deployment_throughput,
        row.service_reliability,
        row.learning_culture,
        row.answered,
        row.asked,
        Scope(row.scope).label,
        f"{localtime(row.submitted_at, zone):%Y-%m-%d}",
        f"v{row.playbook_version}",  # "2026.10" alone would be read as a number, 2026.1
        row.rules,
        Direction(row.direction).label,
        Freshness(row.freshness).label,
        *(cell for part in PARTS for cell in _at_stake(targets.get((row.result, part)))),
        row.currency,
        row.model,
        row.present_model,
        row.pk,
    ]


def _target(target: Target | None) -> Row:
    if target is None:
        return [None, None]
    return [target.availability, result_labels.DEPLOYMENTS[target.deployment]]
