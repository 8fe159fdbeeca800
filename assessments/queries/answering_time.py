"""How much a check asks and how long that takes, counted from the content."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from assessments.current import playbook
from assessments.models import Scope
from assessments.playbook.answering_time import MINUTES_TO_TALK, minutes_to_answer
from assessments.playbook.questions import ProfileQuestion
from assessments.queries.questions_put import QuestionsPut

_USUAL = QuestionsPut(live=True, both=False, higher_peak=False, judged=None, cover=None)
"""A live service of one part, without a peak that matters."""


@dataclass(frozen=True)
class AnsweringTime:
    """`questions` are those that a live service of one part is asked; `minutes` what one person
    takes to read and answer them."""

    questions: int
    minutes: int

    @property
    def minutes_in_a_room(self) -> int:
        """The same with a minute's talk over each."""
        return self.minutes + self.questions * MINUTES_TO_TALK


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
    slugs = {question.slug for question in asked}
    blocks = (block.introduction for block in book.blocks if slugs & set(block.questions))
    return AnsweringTime(len(asked), minutes_to_answer(asked, (book.how_to_answer, *blocks)))
