"""Services as CSV that a spreadsheet opens without harm."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from assessments.models import Result, Service
from assessments.reports import result_labels

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads UTF-8 in the machine's old code page, and names lose their accents."""

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
PARTS = ("digital", "foundational")

Row = list[object]


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, line: str) -> str:
        return line


def lines(services: Iterable[Service], *, left_out: Sequence[str] = ()) -> Iterator[str]:
    """CSV line by line, under a line of headings; what is not known is left empty. A last line
    says which filters were left out."""
    writer = csv.writer(_Echo())
    yield BYTE_ORDER_MARK + writer.writerow(_headings())
    for service in services:
        yield writer.writerow([harmless(cell) for cell in _row(service)])
    if left_out:
        said = _("Left out of the filter, since there is no such or you may not see it: %s")
        rest = [None] * (len(_headings()) - 1)
        yield writer.writerow([said % ", ".join(map(str, left_out)), *rest])


def harmless(cell: object) -> object:
    """Text that a spreadsheet would run as a formula, marked as text by an apostrophe."""
    if isinstance(cell, str) and cell.startswith(STARTS_A_FORMULA):
        return f"'{cell}"
    return cell


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
    ]


def _row(service: Service) -> Row:
    result, domain = service.current_result, service.team.domain
    row: Row = [
        service.name,
        service.team.name,
        domain.name if domain else None,
        _("yes") if service.archived_at else _("no"),
    ]
    return [*row, *(_cells(result) if result else [_("Not assessed")])]


def _cells(result: Result) -> Row:
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
        f"{localtime(result.submitted_at):%Y-%m-%d}",
        result.playbook_version,
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
