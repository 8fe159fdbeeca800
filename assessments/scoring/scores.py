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
from assessments.scoring.result import Contribution, NotCounted, Score, contribution, left_out
from assessments.scoring.rounding import half_up
from assessments.scoring.vocabulary import NotCountedReason, ScoreBasis

FEWEST = 3
"""How many questions have to be asked, and how many answered, for a score to mean anything."""


def score_dimensions(playbook: Playbook, context: Context) -> Mapping[str, Score]:
    """The score of each dimension, in the playbook's order."""
    put: dict[str, list[ScoredQuestion]] = {it.slug: [] for it in playbook.dimensions}
    for question in context.put:
        put[question.section].append(question)
    reasons = _reasons(playbook, context)
    return {dimension: _score(questions, reasons, context) for dimension, questions in put.items()}


def _reasons(playbook: Playbook, context: Context) -> Mapping[str, NotCountedReason]:
    """Why each question that is not counted is not."""
    return {
        question.slug: reason
        for question in playbook.conditional
        if (
            reason := why_not_counted(
                question,
                model=context.judged.model,
                rota_called_for=context.rota_called_for,
                operations_rota=context.operations_rota,
            )
        )
    }


def _score(
    put: Sequence[ScoredQuestion], reasons: Mapping[str, NotCountedReason], context: Context
) -> Score:
    contributions: list[Contribution] = []
    not_counted: list[NotCounted] = []
    asked = 0
    for question in put:
        slug = question.slug
        reason = reasons.get(slug)
        if reason is not None:
            not_counted.append(left_out(slug, reason))
            continue
        asked += slug in context.asked
        if slug in context.points:
            option, points = context.chosen[slug], context.points[slug]
            contributions.append(
                contribution(slug, option.slug, points, FULL_MARKS, question.weight)
            )
    basis = basis_of(answered=len(contributions), asked=asked)
    return Score(
        score=total(contributions) if basis == "enough" else None,
        basis=basis,
        answered=len(contributions),
        asked=asked,
        does_not_apply=len(put) - len(not_counted) - asked,
        contributions=tuple(contributions),
        not_counted=tuple(not_counted),
    )


def basis_of(*, answered: int, asked: int) -> ScoreBasis:
    """Whether that many answers to that many questions make a score, and if not, why not."""
    if answered == 0:
        return "none"
    if asked < FEWEST:
        return "too-little-asked"
    return "too-few" if answered < FEWEST or 2 * answered < asked else "enough"


def total(contributions: Sequence[Contribution]) -> int | None:
    """What contributions add up to, 0 to 100; None where there are none.

    Exact until it is rounded, once, half up.
    """
    if not contributions:
        return None
    reached = sum(one.weight * one.points for one in contributions)
    possible = sum(one.weight * one.of for one in contributions)
    return half_up(Fraction(100 * reached, possible))
