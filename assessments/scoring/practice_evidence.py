"""What the answers say about each practice, before anything is judged.

Source: the project's questionnaire; measurement from practices/measurement, schedules from
practices/scale.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from assessments.playbook.questions import FULL_MARKS, ScoredQuestion
from assessments.playbook.rule_slugs import MEASUREMENT_PRACTICES, SCHEDULE_PRACTICES
from assessments.scoring.context import Context
from assessments.scoring.inputs import DONT_KNOW
from assessments.scoring.questions_put import COVER
from assessments.scoring.result import Chosen, PracticeStatus


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
    """The sides of every practice that a question put bears on, counted for a score or not."""
    heard: defaultdict[str, Sides] = defaultdict(Sides)
    for question in context.put:
        if not context.is_asked(question.slug):
            continue
        practices = _borne_on(question)
        for practice in practices:
            heard[practice].asked += 1
            heard[practice].answered += question.slug in context.chosen
        _hear_options(heard, question, context)
        _hear_measurement(heard, question, context)
        _hear_schedule(heard, question, context)
    return heard


def _borne_on(question: ScoredQuestion) -> set[str]:
    """The practices that some option of a question bears on."""
    practices = {
        practice for option in question.options for practice in (*option.shows, *option.calls_for)
    }
    if question.kind == "trailing":
        practices.add(MEASUREMENT_PRACTICES[question.section])
    if question.slug == COVER:
        practices.update(SCHEDULE_PRACTICES.values())
    return practices


def _hear_options(heard: Mapping[str, Sides], question: ScoredQuestion, context: Context) -> None:
    option = context.chosen.get(question.slug)
    if option is None:
        return
    answer = Chosen(question.slug, option.slug)
    for practice in dict.fromkeys((*option.shows, *option.calls_for)):
        heard[practice].hear(
            answer, shows=practice in option.shows, calls_for=practice in option.calls_for
        )


def _hear_measurement(
    heard: Mapping[str, Sides], question: ScoredQuestion, context: Context
) -> None:
    """Only a figure that can be shown is measured: not knowing calls for the practice, an
    answer without evidence speaks on both sides. A fast service is not yet a measured one.
    """
    answer = context.answers.get(question.slug)
    if question.kind == "leading" or answer is None:
        return
    known = answer.option != DONT_KNOW
    heard[MEASUREMENT_PRACTICES[question.section]].hear(
        Chosen(question.slug, answer.option),
        shows=known,
        calls_for=not (known and answer.evidence),
    )


def _hear_schedule(heard: Mapping[str, Sides], question: ScoredQuestion, context: Context) -> None:
    """The cover held shows the schedule called for where it fits, else it calls for it."""
    points = context.points(question)
    if question.slug != COVER or points is None:
        return
    answer = Chosen(question.slug, context.chosen[question.slug].slug)
    for practice in SCHEDULE_PRACTICES.values():
        heard[practice].hear(answer, shows=points == FULL_MARKS, calls_for=points != FULL_MARKS)
