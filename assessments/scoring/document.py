"""A result as plain data for JSON.

Written out field by field, since it is written for every result there is: following the types
would cost more than the scoring itself. A test holds it to them.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, assert_never

from assessments.scoring.result import (
    Cause,
    Chosen,
    FiredRule,
    GuardedPitfall,
    JudgedPitfall,
    JudgedPractice,
    LackingPractice,
    MissedTarget,
    ObservedDrawback,
    PrincipleInPlay,
    RaisedCaution,
    Result,
    Score,
    Urge,
)
from assessments.scoring.verdict import Part, Peak, Recommendation

Plain = dict[str, Any]


def to_document(result: Result) -> Plain:
    """The output document: dicts, lists, texts, numbers, booleans and None only.

    Seconds are integers where they are whole and floats where they are not.
    """
    against = result.against_targets
    return {
        "service": result.service,
        "rules": result.rules,
        "playbook_version": result.playbook_version,
        "inputs_hash": result.inputs_hash,
        "recommendation": _recommendation(result.recommendation),
        "misfit": {
            "model": result.misfit.model,
            "answers": [
                {"question": it.question, "option": it.option, "typical_of": it.typical_of}
                for it in result.misfit.answers
            ],
        },
        "against_targets": {
            "deployment": against.deployment,
            "availability": against.availability,
            "restore": against.restore,
        },
        "scores": {dimension: _score(score) for dimension, score in result.scores.items()},
        "practices": [_practice(practice) for practice in result.practices],
        "first": [
            {"practice": step.practice, "because": [_urge(urge) for urge in step.because]}
            for step in result.first
        ],
        "unexplained": list(result.unexplained),
        "pitfalls": [_pitfall(pitfall) for pitfall in result.pitfalls],
        "drawbacks": [_pointed_at(drawback) for drawback in result.drawbacks],
        "principles": [_pointed_at(principle) for principle in result.principles],
    }


def _recommendation(recommendation: Recommendation) -> Plain:
    return {
        "model": recommendation.model,
        "parts": [_part(part) for part in recommendation.parts],
        "boundary": recommendation.boundary,
        "reasons": [
            {
                "part": reason.part,
                "rule": reason.rule,
                "decides": reason.decides,
                "text": reason.text,
                "source": reason.source,
            }
            for reason in recommendation.reasons
        ],
        "cautions": [
            {
                "caution": caution.caution,
                "part": caution.part,
                "text": caution.text,
                "source": caution.source,
            }
            for caution in recommendation.cautions
        ],
        "flips": [
            {"part": flip.part, "change": flip.change, "to": flip.to, "model": flip.model}
            for flip in recommendation.flips
        ],
    }


def _part(part: Part) -> Plain:
    loss, on_call = part.unattended_loss, part.on_call
    return {
        "part": part.part,
        "model": part.model,
        "availability": part.availability,
        "tolerable_unavailability_seconds_per_week": _number(
            part.tolerable_unavailability_seconds_per_week
        ),
        "accepted_loss_per_week": part.accepted_loss_per_week,
        "unattended_loss": {"night": loss.night, "weekend": loss.weekend} if loss else None,
        "deployment": part.deployment,
        "on_call": {
            "working_hours": on_call.working_hours,
            "out_of_hours": on_call.out_of_hours,
        },
        "peak": _peak(part.peak) if part.peak else None,
    }


def _peak(peak: Peak) -> Plain:
    return {
        "availability": peak.availability,
        "tolerable_unavailability_seconds_per_week": _number(
            peak.tolerable_unavailability_seconds_per_week
        ),
        "out_of_hours": peak.out_of_hours,
    }


def _number(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else float(value)


def _score(score: Score) -> Plain:
    return {
        "score": score.score,
        "basis": score.basis,
        "answered": score.answered,
        "asked": score.asked,
        "does_not_apply": score.does_not_apply,
        "contributions": [
            {
                "question": it.question,
                "option": it.option,
                "points": it.points,
                "of": it.of,
                "weight": it.weight,
            }
            for it in score.contributions
        ],
        "not_counted": [{"question": it.question, "reason": it.reason} for it in score.not_counted],
    }


def _practice(practice: JudgedPractice) -> Plain:
    return {
        "slug": practice.slug,
        "status": practice.status,
        "phase": practice.phase,
        "step": practice.step,
        "shown_by": _chosen(practice.shown_by) if practice.shown_by else [],
        "called_for_by": _chosen(practice.called_for_by) if practice.called_for_by else [],
        "answered": practice.answered,
        "asked": practice.asked,
    }


def _pitfall(pitfall: JudgedPitfall) -> Plain:
    return {
        "slug": pitfall.slug,
        "risk": pitfall.risk,
        "when": pitfall.when,
        "because": [_cause(cause) for cause in pitfall.because],
    }


def _pointed_at(entry: ObservedDrawback | PrincipleInPlay) -> Plain:
    return {"slug": entry.slug, "because": _chosen(entry.because)}


def _chosen(answers: Iterable[Chosen]) -> list[Plain]:
    return [{"question": answer.question, "option": answer.option} for answer in answers]


def _cause(cause: Cause) -> Plain:
    match cause:
        case Chosen():
            return {"question": cause.question, "option": cause.option}
        case LackingPractice():
            return {"practice": cause.practice}
        case RaisedCaution():
            return {"caution": cause.caution}
        case FiredRule():
            return {"rule": cause.rule}
        case _:
            assert_never(cause)


def _urge(urge: Urge) -> Plain:
    match urge:
        case GuardedPitfall():
            return {"pitfall": urge.pitfall}
        case MissedTarget():
            return {"target": urge.target}
        case RaisedCaution():
            return {"caution": urge.caution}
        case _:
            assert_never(urge)
