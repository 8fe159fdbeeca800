"""The three scores, each with all that it rests on.

A score is 100 x sum(weight x points) / sum(weight x 4) over answered, counted questions:
what is unanswered is never zero. Source: the project's questionnaire.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from assessments.playbook.playbook import Playbook
from assessments.playbook.questions import FULL_MARKS, ScoredQuestion
from assessments.scoring.context import Context
from assessments.scoring.questions_put import why_not_counted
from assessments.scoring.result import Contribution, NotCounted, NotCountedReason, Score
from assessments.scoring.rounding import half_up


def score_dimensions(playbook: Playbook, context: Context) -> Mapping[str, Score]:
    """The score of each dimension, in the playbook's order."""
    return {
        dimension.slug: _score(
            [question for question in context.put if question.section == dimension.slug],
            context,
        )
        for dimension in playbook.dimensions
    }


def _score(put: Sequence[ScoredQuestion], context: Context) -> Score:
    reasons = {question.slug: _why_not_counted(question, context) for question in put}
    counted = [question for question in put if reasons[question.slug] is None]
    contributions = tuple(
        Contribution(
            question=question.slug,
            option=context.chosen[question.slug].slug,
            points=points,
            of=FULL_MARKS,
            weight=question.weight,
        )
        for question in counted
        if (points := context.points(question)) is not None
    )
    return Score(
        score=total(contributions),
        answered=len(contributions),
        asked=sum(context.is_asked(question.slug) for question in counted),
        contributions=contributions,
        not_counted=tuple(NotCounted(slug, why) for slug, why in reasons.items() if why),
    )


def _why_not_counted(question: ScoredQuestion, context: Context) -> NotCountedReason | None:
    return why_not_counted(
        question,
        model=context.judged.model,
        called_for=context.judged.on_call.out_of_hours,
        held=context.held,
    )


def total(contributions: Sequence[Contribution]) -> int | None:
    """The score that contributions add up to, 0 to 100; None where there are none.

    Exact until it is rounded, once, half up.
    """
    if not contributions:
        return None
    reached = sum(one.weight * one.points for one in contributions)
    possible = sum(one.weight * one.of for one in contributions)
    return half_up(Fraction(100 * reached, possible))
