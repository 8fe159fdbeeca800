"""Answers as CSV: a line a service and question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import tzinfo

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from assessments.queries.answer_rows import AnswerRow
from assessments.views.spreadsheet import Row, table


def answer_lines(rows: Iterable[AnswerRow], *, zone: tzinfo) -> Iterator[str]:
    """CSV line by line, under a line of headings; days are in that time zone. No notes: they were
    written for those in the room."""
    return table(_headings(), (_row(row, zone) for row in rows))


def _headings() -> Row:
    return [
        _("Service, number"),
        _("Service"),
        _("Team"),
        _("Domain"),
        _("Submitted"),
        _("Playbook version"),
        _("Scoring rules"),
        _("Section, slug"),
        _("Question, slug"),
        _("Question"),
        _("Option, slug"),
        _("Option"),
        _("Amount an hour"),
        _("Currency"),
        _("Points"),
        _("Of"),
    ]


def _row(row: AnswerRow, zone: tzinfo) -> Row:
    return [
        row.service,
        row.name,
        row.team,
        row.domain,
        f"{localtime(row.submitted_at, zone):%Y-%m-%d}",
        f"v{row.playbook_version}",
        row.rules,
        row.section,
        row.question,
        row.text,
        row.option,
        row.option_text,
        row.amount,
        row.currency if row.amount is not None else None,
        row.points,
        row.of,
    ]
