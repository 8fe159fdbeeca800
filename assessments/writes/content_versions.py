"""Keeping the playbook's words, and moving drafts from one version of them to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from assessments.current import playbook, wording, words_digest
from assessments.models import Answer, Assessment, ContentVersion
from assessments.playbook.answer_migration import Moved, move
from assessments.playbook.text_snapshot import Wording, to_document
from assessments.queries.content_versions import wording_of
from assessments.reports.result_labels import RESERVED_OPTIONS


def present_content_version() -> ContentVersion:
    """The words of the playbook as it is now, kept from the first time they are needed."""
    found = ContentVersion.objects.defer("words").filter(digest=words_digest()).first()
    if found is not None:
        return found
    words = {"version": wording().version, "words": to_document(wording())}
    return ContentVersion.objects.get_or_create(digest=words_digest(), defaults=words)[0]


def is_outdated(assessment: Assessment) -> bool:
    """Whether it is a draft in other words than the present ones. No query where its version is
    loaded."""
    content_version = assessment.content_version
    return assessment.is_open and (
        content_version is None or content_version.digest != words_digest()
    )


@transaction.atomic
def move_draft(*, assessment: Assessment, at: datetime) -> None:
    """Bring an outdated draft to the present words.

    Answers follow renamed slugs. One whose question reads otherwise stands until somebody
    confirms it, and so does every one where nobody knows the words it was given to; what is no
    longer asked or offered is kept, and told in `moves`.
    """
    present = present_content_version()
    locked = Assessment.objects.select_for_update().get(pk=assessment.pk)
    # A process that still runs on older words leaves be what a newer one has moved.
    if locked.is_open and (
        locked.content_version_id is None or locked.content_version_id < present.pk
    ):
        before = locked.content_version
        words = wording_of(before) if before else None
        told = [_told(*pair, words) for pair in _move_answers(locked, words, at)]
        if before or told:
            version = before.version if before else ""
            locked.moves.append({"from": version, "to": present.version, "answers": told})
        locked.content_version = present
        # The assessment's own history tells what people did.
        Assessment.objects.filter(pk=locked.pk).update(content_version=present, moves=locked.moves)
    assessment.content_version, assessment.moves = locked.content_version, locked.moves


def _move_answers(
    assessment: Assessment, before: Wording | None, at: datetime
) -> Iterator[tuple[dict[str, Any], Moved]]:
    """Writes what moves; yields each answer that does not read as it did, as it was."""
    answers = list(Answer.objects.filter(sheet__assessment=assessment))
    written: list[Answer] = []
    for answer in answers:
        moved = move(answer.question, answer.option, before, playbook())
        if moved.fate != "same":
            yield _was(answer), moved
        if _follow(answer, moved, answers):
            written.append(answer)
    for answer in written:
        answer._history_user = None  # type: ignore[attr-defined]  # nobody answered anew
    Answer.objects.bulk_update(written, ["question", "option", "carried_over"])
    Answer.history.bulk_history_create(written, update=True, default_date=at)


def _was(answer: Answer) -> dict[str, Any]:
    fields = ("question", "option", "amount", "note", "evidence")
    return {field: getattr(answer, field) for field in fields}


def _follow(answer: Answer, moved: Moved, others: Sequence[Answer]) -> bool:
    """Whether the answer itself changes with the move, and if so changes it."""
    if moved.fate == "question-gone":
        return False
    before = answer.question, answer.option, answer.carried_over
    taken = {a.question for a in others if a.sheet_id == answer.sheet_id and a is not answer}
    if moved.question not in taken:
        answer.question = moved.question
    answer.option = "" if moved.fate == "option-gone" else moved.option
    if moved.fate in ("reworded", "words-unknown") and (answer.option or answer.amount is not None):
        answer.carried_over = True
    return (answer.question, answer.option, answer.carried_over) != before


def _told(was: dict[str, Any], moved: Moved, words: Wording | None) -> dict[str, Any]:
    question = words.questions.get(was["question"]) if words else None
    option = question.options.get(was["option"]) if question else None
    beside = RESERVED_OPTIONS.get(was["option"], "") if question else ""
    return {
        "question": moved.question,
        "fate": moved.fate,
        "text": question.text if question else "",
        "option": option.text if option else beside,
        "amount": was["amount"],
        "note": was["note"],
        "evidence": was["evidence"],
    }
