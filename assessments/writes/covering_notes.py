"""The covering note and recommendations that someone adds to a result: written, then shared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.fingerprints import fingerprint
from assessments.models import CoveringNote, Result, User
from assessments.writes.errors import Refused, ResultGone
from assessments.writes.history import signed


class NoteIsShared(Refused):
    """Others have read it, so that it stays as it is."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "The covering note has been shared meanwhile, so it stays as it is. What you "
                "typed is not saved: copy it if you want to keep it."
            )
        )


class NothingToShare(Refused):
    """There is no note, or it is empty."""

    def __init__(self) -> None:
        super().__init__(_("There is nothing to share yet. Write something and save it first."))


class NoteChanged(Exception):
    """Someone else changed it while its form was open; `now` is what it has become."""

    def __init__(self, now: CoveringNote) -> None:
        self.now = now
        super().__init__(
            _(
                "The covering note has been changed in another window meanwhile. What it says now "
                "stands above the form. Save again to put yours in its place."
            )
        )


@dataclass(frozen=True)
class NoteText:
    """What a note says: both as Markdown, either may be ""."""

    covering: str
    recommendations: str


NOTHING = NoteText("", "")


def text_of(note: CoveringNote | None) -> NoteText:
    return NoteText(note.covering, note.recommendations) if note else NOTHING


def shown_as(text: NoteText) -> str:
    """A fingerprint of a text, for a form to hold: it tells later what the form showed."""
    return fingerprint([text.covering, text.recommendations])


@transaction.atomic
def write(
    *, result: Result, shown: str, text: NoteText, by: User | None, at: datetime
) -> CoveringNote:
    """Put a text in the place of the one whose fingerprint is `shown`. Raises ResultGone,
    NoteIsShared and NoteChanged."""
    locked, note = _hold(result)
    if note is not None and text_of(note) == text:
        return note  # a form sent twice, or nothing to change
    if note is not None and note.is_shared:
        raise NoteIsShared
    if shown_as(text_of(note)) != shown:
        raise NoteChanged(note or CoveringNote(written_at=at))
    note = note or CoveringNote(result=locked, organisation_id=locked.organisation_id)
    note.covering, note.recommendations = text.covering, text.recommendations
    note.written_by, note.written_at = by, at
    return _save(note, by, at)


@transaction.atomic
def share(*, result: Result, shown: str, by: User | None, at: datetime) -> CoveringNote:
    """Let everyone read it who sees the result; from then on it stays as it is. Raises
    ResultGone, NothingToShare, and NoteChanged where it is no longer what was shown."""
    _locked, note = _hold(result)
    if note is None or not note.says_something:
        raise NothingToShare
    if note.is_shared:
        return note
    if shown_as(text_of(note)) != shown:
        raise NoteChanged(note)
    note.shared_by, note.shared_at = by, at
    return _save(note, by, at)


def _save(note: CoveringNote, by: User | None, at: datetime) -> CoveringNote:
    signed(note, by=by, at=at).save()
    return note


def _hold(result: Result) -> tuple[Result, CoveringNote | None]:
    """The result, locked until the transaction ends, and its note as it is now."""
    locked = Result.objects.select_for_update().filter(pk=result.pk).first()
    if locked is None:
        raise ResultGone
    notes = CoveringNote.objects.select_related("written_by")
    return locked, notes.filter(result=locked).first()
