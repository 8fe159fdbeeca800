"""What an outdated draft's answers come to in the present words, be that stored yet or not.

Looking at a draft shows it in the present words and changes nothing; whoever saves first stores
the move as well (`assessments.writes.content_versions.move_draft`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

from assessments.current import playbook, words_digest
from assessments.models import Answer, Sheet
from assessments.playbook.answer_migration import Moved, move
from assessments.playbook.text_snapshot import Wording
from assessments.queries.content_versions import wording_of
from assessments.reports.result_labels import RESERVED_OPTIONS


@dataclass(frozen=True)
class DraftMove:
    """A draft's way from the words of `before` to the present ones.

    `answers` are all of the sheet, those that change with the move as changed copies, which
    `changed` lists. `moved` pairs each answer that does not read as it did, as it was, with what
    became of it.
    """

    before: Wording | None
    answers: tuple[Answer, ...]
    changed: tuple[Answer, ...]
    moved: tuple[tuple[Answer, Moved], ...]

    @property
    def told(self) -> dict[str, Any] | None:
        """The move as `Sheet.moves` keeps it; None where there is nothing to tell."""
        if self.before is None and not self.moved:
            return None
        return {
            "from": self.before.version if self.before else "",
            "to": playbook().version,
            "answers": [_told(was, moved, self.before) for was, moved in self.moved],
        }


def is_outdated(sheet: Sheet) -> bool:
    """Whether it is a draft in other words than the present ones. No query where its content
    version is loaded."""
    words = sheet.answered_in
    return sheet.assessment.is_open and (words is None or words.digest != words_digest())


def draft_move(sheet: Sheet, answers: Collection[Answer]) -> DraftMove:
    """How an outdated draft with those answers is to move. No query but for words that this
    process meets for the first time.

    Answers follow renamed slugs. One whose question reads otherwise stands until somebody
    confirms it, and so does every one where nobody knows the words it was given to; what is no
    longer asked or offered is kept, and told.
    """
    words = sheet.answered_in
    before = wording_of(words) if words else None
    pairs = [(each, move(each.question, each.option, before, playbook())) for each in answers]
    copies = [copy(answer) for answer in answers]
    changed = [
        one for one, (_, moved) in zip(copies, pairs, strict=True) if _follow(one, moved, copies)
    ]
    return DraftMove(
        before=before,
        answers=tuple(copies),
        changed=tuple(changed),
        moved=tuple((was, moved) for was, moved in pairs if moved.fate != "same"),
    )


def present_answers(sheet: Sheet) -> dict[str, Answer]:
    """A sheet's answers in the present words, by question. Of their columns it reads those alone
    that say what was chosen. One query."""
    stored = sheet.answers.all()
    answers = draft_move(sheet, stored).answers if is_outdated(sheet) else stored
    return {answer.question: answer for answer in answers}


def _follow(answer: Answer, moved: Moved, others: Sequence[Answer]) -> bool:
    """Whether the answer itself changes with the move, and if so changes it."""
    if moved.fate == "question-gone":
        return False
    before = answer.question, answer.option, answer.carried_over
    taken = {other.question for other in others if other is not answer}
    if moved.question not in taken:
        answer.question = moved.question
    answer.option = "" if moved.fate == "option-gone" else moved.option
    if moved.fate in ("reworded", "words-unknown") and (answer.option or answer.amount is not None):
        answer.carried_over = True
    return (answer.question, answer.option, answer.carried_over) != before


def _told(was: Answer, moved: Moved, words: Wording | None) -> Mapping[str, Any]:
    question = words.questions.get(was.question) if words else None
    option = question.options.get(was.option) if question else None
    beside = RESERVED_OPTIONS.get(was.option, "") if question else ""
    return {
        "question": moved.question,
        "fate": moved.fate,
        "text": question.text if question else "",
        "option": option.text if option else beside,
        "amount": was.amount,
        "note": was.note,
        "evidence": was.evidence,
    }
