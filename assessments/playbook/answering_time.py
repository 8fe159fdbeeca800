"""How long questions take to answer, reckoned from their words."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from assessments.playbook.questions import ProfileOption, Question

WORDS_A_MINUTE = 220
SECONDS_TO_CHOOSE = 10


def minutes_to_answer(questions: Iterable[Question]) -> int:
    """Whole minutes, rounded up, to read each question with why it is asked and its options, and
    to choose one. Looking things up and talking about them comes on top."""
    asked = tuple(questions)
    words = sum(len(text.split()) for question in asked for text in _read(question))
    return ceil(words / WORDS_A_MINUTE + len(asked) * SECONDS_TO_CHOOSE / 60)


def _read(question: Question) -> Iterable[str]:
    yield from (question.text, question.why)
    for option in question.options:
        yield option.text
        if isinstance(option, ProfileOption):
            yield option.help
