"""What an assessment of a scope asks, and what counts as an answer."""

from __future__ import annotations

from assessments.answer_input import is_option
from assessments.current import playbook
from assessments.models import Answer, Scope
from assessments.playbook.questions import ProfileQuestion, Question
from assessments.reports.result_labels import NO_EXPOSURE, NO_EXPOSURES, RESERVED_OPTIONS


def in_scope(question: Question, scope: str) -> bool:
    """Whether an assessment of that scope asks it, where it is put."""
    return (
        scope == Scope.FULL
        or isinstance(question, ProfileQuestion)
        or question.slug in playbook().quick_check
    )


def answers_something(question: Question, answer: Answer | None) -> bool:
    """Whether something is chosen that the question still knows; a note alone is no answer."""
    if answer is None or answer.amount is not None:
        return answer is not None
    return answer.option != "" and is_option(question, answer.option)


def option_text(question: Question, option: str) -> str:
    """An option in words, those that stand in no content file included; empty where there is
    none."""
    if chosen := question.option(option):
        return chosen.text
    if option == NO_EXPOSURE:
        return NO_EXPOSURES.get(question.slug, "")
    return RESERVED_OPTIONS.get(option, "")
