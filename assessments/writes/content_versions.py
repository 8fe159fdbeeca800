"""Keeping the playbook's words, and moving drafts from one version of them to the next."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from assessments.current import wording, words_digest
from assessments.models import Answer, Assessment, ContentVersion, Sheet, SheetKind
from assessments.playbook.text_snapshot import to_document
from assessments.queries.draft_moves import DraftMove, draft_move, is_outdated
from assessments.writes.history import signed


def present_content_version() -> ContentVersion:
    """The words of the playbook as it is now, kept from the first time they are needed."""
    found = ContentVersion.objects.defer("words").filter(digest=words_digest()).first()
    if found is not None:
        return found
    words = {"version": wording().version, "words": to_document(wording())}
    return ContentVersion.objects.get_or_create(digest=words_digest(), defaults=words)[0]


@transaction.atomic
def move_draft(*, sheet: Sheet, at: datetime) -> None:
    """Bring an outdated draft to the present words. The caller holds the sheet's turn."""
    stored = (
        Sheet.objects.select_related("content_version", "assessment")
        .defer("content_version__words")
        .get(pk=sheet.pk)
    )
    words, present = stored.answered_in, present_content_version()
    # A process that still runs on older words leaves be what a newer one has moved.
    if is_outdated(stored) and (words is None or words.pk < present.pk):
        _store(stored, draft_move(stored, stored.answers.all()), present, at)
    sheet.content_version, sheet.moves = stored.content_version, stored.moves


def _store(sheet: Sheet, moving: DraftMove, present: ContentVersion, at: datetime) -> None:
    for answer in moving.changed:
        signed(answer, by=None)  # nobody answered anew
    Answer.objects.bulk_update(moving.changed, ["question", "option", "carried_over"])
    Answer.history.bulk_history_create(moving.changed, update=True, default_date=at)
    told = moving.told
    sheet.moves = [*sheet.moves, told] if told else sheet.moves
    sheet.content_version = present
    columns = {"content_version": sheet.content_version, "moves": sheet.moves}
    Sheet.objects.filter(pk=sheet.pk).update(**columns)
    if sheet.kind == SheetKind.TEAM:
        # Not through its own history, which tells what people did.
        Assessment.objects.filter(pk=sheet.assessment_id).update(**columns)
