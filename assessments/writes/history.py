"""The history rows that simple_history keeps beside the tables, where no cascade reaches them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from django.db.models import Model

from assessments.models import (
    Answer,
    Assessment,
    CoveringNote,
    Organisation,
    Service,
    Sheet,
    User,
)

Row = TypeVar("Row", bound=Model)


def signed(row: Row, *, by: User | None, at: datetime | None = None) -> Row:
    """The row, with who changes it and when (now, unless said) for the history that its next save
    or deletion writes."""
    row._history_user = by  # type: ignore[attr-defined]  # read by simple_history
    if at is not None:
        row._history_date = at  # type: ignore[attr-defined]  # the same
    return row


def hand_over(assessments: Sequence[int], *, to: Service, of: Organisation) -> None:
    """Move the history of a guest's assessments to the service that they now belong to."""
    sheets = Sheet.objects.filter(assessment__in=assessments)
    Answer.history.filter(sheet__in=sheets).update(organisation=of)
    Assessment.history.filter(id__in=assessments).update(
        organisation=of, service=to, guest_check=None
    )
    notes = CoveringNote.history.filter(result__assessment__in=assessments)
    notes.update(organisation=of)
