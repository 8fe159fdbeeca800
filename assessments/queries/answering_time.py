"""How much a check asks and how long that takes, counted from the content."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from assessments.current import playbook
from assessments.models import Scope
from assessments.playbook.answering_time import minutes_to_answer
from assessments.playbook.questions import ProfileQuestion
from assessments.queries.questions_put import QuestionsPut

_USUAL = QuestionsPut(live=True, both=False, higher_peak=False, judged=None, cover=None)
"""A live service of one part, without a peak that matters."""


@dataclass(frozen=True)
class AnsweringTime:
    """`questions` are those that a live service of one part is asked."""

    questions: int
    minutes: int


@cache
def answering_time(scope: Scope) -> AnsweringTime:
    """What a check of that scope takes."""
    book = playbook()
    asked = [
        question
        for question in book.questions.values()
        if _USUAL.puts(question)
        and (
            scope == Scope.FULL
            or isinstance(question, ProfileQuestion)
            or question.slug in book.quick_check
        )
    ]
    return AnsweringTime(len(asked), minutes_to_answer(asked))
