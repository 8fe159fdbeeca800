"""How long questions take to answer, reckoned from their words."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from assessments.playbook.questions import ProfileOption, Question, ScoredQuestion

WORDS_A_MINUTE = 220
SECONDS_TO_CHOOSE = 10
MINUTES_TO_TALK = 1
"""In a room, over each question; reckoned, not measured."""


def minutes_to_answer(questions: Iterable[Question], said_before: Iterable[str] = ()) -> int:
    """Whole minutes, rounded up, to read each question with why it is asked and its options, and
    to choose one; and to read what is `said_before` them. Looking things up comes on top."""
    asked = tuple(questions)
    texts = [*said_before, *(text for question in asked for text in _read(question))]
    words = sum(len(text.split()) for text in texts)
    return ceil(words / WORDS_A_MINUTE + len(asked) * SECONDS_TO_CHOOSE / 60)


def _read(question: Question) -> Iterable[str]:
    yield from (question.text, question.why)
    for option in question.options:
        yield option.text
        if isinstance(option, ProfileOption):
            yield option.help
    if isinstance(question, ScoredQuestion):
        yield question.does_not_apply
