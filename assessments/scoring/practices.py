"""How far each practice is adopted, with the answers on either side.

Source: practices; which answer bears on which practice is the project's own content.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from assessments.playbook.entries import Practice
from assessments.playbook.playbook import Playbook
from assessments.playbook.rule_slugs import (
    MODEL_PRACTICES,
    ON_CALL_PRACTICES,
    PEAK_PRACTICE,
    SCHEDULE_PRACTICES,
)
from assessments.scoring.context import Context
from assessments.scoring.practice_evidence import Sides, hear
from assessments.scoring.questions_put import COVER
from assessments.scoring.result import JudgedPractice
from assessments.scoring.vocabulary import PracticeStatus


def judge_practices(playbook: Playbook, context: Context) -> tuple[JudgedPractice, ...]:
    """Every practice with its status, in the playbook's order."""
    heard, models, idle = hear(context), _model_practices(context), _idle(context)
    model = context.judged.model
    judged = []
    for practice in playbook.practices.values():
        slug = practice.slug
        sides = heard.get(slug)
        if slug in models:
            judged.append(_unheard(slug, models[slug], practice.phase, practice.step))
        elif sides is None or slug in idle or model not in practice.serves:
            judged.append(_unheard(slug, "does-not-apply", practice.phase, practice.step))
        else:
            judged.append(_judge(practice, sides))
    return tuple(judged)


def _judge(practice: Practice, sides: Sides) -> JudgedPractice:
    return JudgedPractice(
        practice.slug,
        sides.status(),
        practice.phase,
        practice.step,
        tuple(sides.shown_by),
        tuple(sides.called_for_by),
        sides.answered,
        sides.asked,
    )


@cache
def _unheard(slug: str, status: PracticeStatus, phase: int, step: int) -> JudgedPractice:
    """A practice that does not apply, or that the profile alone judges: no answer is heard."""
    return JudgedPractice(slug, status, phase, step, (), (), 0, 0)


def _idle(context: Context) -> Collection[str]:
    """The practices that no answer can bring into play, whatever model they serve."""
    idle = {*SCHEDULE_PRACTICES.values()} - {schedule_called_for(context)}
    if not context.higher_peak:
        idle.add(PEAK_PRACTICE)
    if not context.rota_called_for_or_held:
        idle.update(ON_CALL_PRACTICES)
    return idle


def schedule_called_for(context: Context) -> str | None:
    """The practice of the out-of-hours schedule that the judged part needs, None under Ops Run It.

    Without a sibling team to share with, a rota of the team's own takes the place of a domain's;
    a cover that does for a peak as well is as good as the everyday one.
    """
    called_for = context.judged.on_call.out_of_hours
    if called_for == "operations":
        return None
    cover = context.cover
    if cover and context.higher_peak and COVER in context.full_marks:
        return SCHEDULE_PRACTICES[cover]
    alone = context.profile.sibling_teams == "none" and cover != "domain"
    return SCHEDULE_PRACTICES["team" if called_for == "domain" and alone else called_for]


def _model_practices(context: Context) -> Mapping[str, PracticeStatus]:
    """The three practices of choosing a model: they apply where some part calls for them,
    whatever model they serve, and the profile alone tells how far they are adopted.
    """
    team = [part for part in context.parts if part.model == "you-build-it-you-run-it"]
    called_for = (
        any(part.availability == "99.99" for part in context.parts),
        any(part.availability != "99.99" for part in team),
        len(team) < len(context.parts),
    )
    team_s, operations = (
        _adopted(context, model) for model in ("you-build-it-you-run-it", "ops-run-it")
    )
    statuses = (team_s, team_s, operations)
    return {
        practice: status if called else "does-not-apply"
        for practice, called, status in zip(MODEL_PRACTICES, called_for, statuses, strict=True)
    }


def _adopted(context: Context, model: str) -> PracticeStatus:
    """How far a part that should have a model has it, by who answers its alerts today."""
    present = context.profile.present_model
    if present == "not-live":
        return "unknown"
    if present == "hybrid":
        return "in-place" if context.model == "hybrid" else "partly"
    return "in-place" if present == model else "missing"
