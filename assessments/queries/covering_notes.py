"""What someone added to a result under their own name, and how it came to be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assessments.models import CoveringNote, Result
from assessments.queries.reports import EVERYTHING, Disclosure

MOST_VERSIONS = 20
"""Earlier versions of a note that are shown, the latest first."""


def fetch_covering_note(result: Result, disclosed: Disclosure = EVERYTHING) -> CoveringNote | None:
    """The covering note of a result as far as it is disclosed, None where there is nothing to
    read. One query."""
    if not disclosed.words:
        return None
    notes = CoveringNote.objects.select_related("written_by", "shared_by")
    note = notes.filter(result=result).first()
    if note is None or not note.says_something or not (note.is_shared or disclosed.drafts):
        return None
    return note


def versions_of(note: CoveringNote) -> Sequence[Any]:
    """What the note said each time it was saved, the latest first, as rows of its history: one
    that was shared has `shared_at`. One query."""
    return list(note.history.select_related("history_user")[:MOST_VERSIONS])
