"""What the answers say about each practice, before anything is judged.

Source: the project's questionnaire; measurement from practices/measurement, schedules from
practices/scale.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from assessments.playbook.questions import DONT_KNOW, Option, ScoredQuestion
from assessments.playbook.rule_slugs import (
    COVER_PRACTICES,
    MEASUREMENT_PRACTICES,
    ROTA_PRACTICES,
)
from assessments.scoring.context import Context
from assessments.scoring.inputs import Answer
from assessments.scoring.questions_put import COVER
from assessments.scoring.result import Chosen, chosen
from assessments.scoring.vocabulary import PracticeStatus

_NO_ROTA = ("none", "best-effort", "operations")
"""The covers under which nobody of the product teams has a turn that is planned and paid."""

_STANDING_BY = ("peak-readiness", "staffed-support")
"""People stand by at a peak without a target of its own: full marks under Ops Run It, and still
short of the practice."""


@dataclass(slots=True)
class Sides:
    """What speaks for a practice and what calls for it, out of how many answers asked for."""

    shown_by: list[Chosen] = field(default_factory=list)
    called_for_by: list[Chosen] = field(default_factory=list)
    answered: int = 0
    asked: int = 0

    def hear(self, answer: Chosen, *, shows: bool, calls_for: bool) -> None:
        """Put an answer on its side, on both, or on neither."""
        if shows:
            self.shown_by.append(answer)
        if calls_for:
            self.called_for_by.append(answer)

    def status(self) -> PracticeStatus:
        """In place or missing where all that speaks agrees, partly where it does not."""
        if self.shown_by:
            return "partly" if self.called_for_by else "in-place"
        return "missing" if self.called_for_by else "unknown"


def hear(context: Context) -> Mapping[str, Sides]:
    """The sides of every practice that a question put bears on, counted for a score or not.

    Full marks call for nothing, with two exceptions: people who only stand by at a peak call for
    its practice, and a figure without evidence calls for measurement, however good it is.
    """
    heard: defaultdict[str, Sides] = defaultdict(Sides)
    for question in context.put:
        slug = question.slug
        if slug not in context.asked or slug in context.silent:
            continue
        option = context.chosen.get(slug)
        for practice in _borne_on(question, context):
            sides = heard[practice]
            sides.asked += 1
            if option is not None:
                sides.answered += 1
        if question.kind == "trailing" and slug in context.answers:
            answer = context.answers[slug]
            _hear_measurement(heard[MEASUREMENT_PRACTICES[question.section]], slug, answer)
        if option is not None:
            _hear_option(heard, slug, option, context)
    return heard


def _borne_on(question: ScoredQuestion, context: Context) -> Iterable[str]:
    """The practices that some answer to a question bears on."""
    if question.kind == "trailing":
        return (*question.practices, MEASUREMENT_PRACTICES[question.section])
    if question.slug == COVER:
        rota = ROTA_PRACTICES if context.rota_called_for else ()
        return dict.fromkeys((*question.practices, *COVER_PRACTICES, *rota))
    return question.practices


def _hear_measurement(sides: Sides, question: str, answer: Answer) -> None:
    known = answer.option != DONT_KNOW
    is_measured = known and bool(answer.evidence)
    sides.hear(chosen(question, answer.option), shows=known, calls_for=not is_measured)


def _hear_option(
    heard: Mapping[str, Sides], question: str, option: Option, context: Context
) -> None:
    answer = chosen(question, option.slug)
    for practice in option.shows:
        heard[practice].shown_by.append(answer)
    is_full = question in context.full_marks
    if not is_full or (question, option.slug) == _STANDING_BY:
        for practice in option.calls_for:
            heard[practice].called_for_by.append(answer)
    if question == COVER:
        _hear_cover(heard, answer, context, is_full=is_full)


def _hear_cover(
    heard: Mapping[str, Sides], answer: Chosen, context: Context, *, is_full: bool
) -> None:
    for practice in COVER_PRACTICES:
        heard[practice].hear(answer, shows=is_full, calls_for=not is_full)
    if context.rota_called_for and answer.option in _NO_ROTA:
        for practice in ROTA_PRACTICES:
            if answer not in heard[practice].called_for_by:
                heard[practice].called_for_by.append(answer)
