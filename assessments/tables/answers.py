"""Answers as a table: a line a service and question."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from assessments.queries.answer_rows import AnswerRow
from assessments.tables.table import Row, Table


def answers_table(rows: Iterable[AnswerRow], *, zone: tzinfo) -> Table:
    """Days are in that time zone. No notes: they were written for those in the room."""
    return Table(_headings(), (_row(row, zone) for row in rows))


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
        localtime(row.submitted_at, zone).date(),
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
