"""How far each practice is adopted, with the answers on either side.

Source: practices; which answer bears on which practice is the project's own content.
"""

from __future__ import annotations

from collections.abc import Mapping

from assessments.playbook.entries import Practice
from assessments.playbook.playbook import Playbook
from assessments.playbook.rule_slugs import MODEL_PRACTICES, SCHEDULE_PRACTICES
from assessments.scoring.context import Context
from assessments.scoring.practice_evidence import Sides, hear
from assessments.scoring.result import JudgedPractice, PracticeStatus

PEAK_PRACTICE = "select-a-higher-availability-target-for-peak-exposure"
"""The practice that needs a peak above the everyday band."""


def judge_practices(playbook: Playbook, context: Context) -> tuple[JudgedPractice, ...]:
    """Every practice with its status, in the playbook's order.

    The three practices of choosing a model take their status from the profile alone; the
    answers that bear on them are still listed, so that the two can be compared.
    """
    heard = hear(context)
    selection = _selection_called_for(context)
    return tuple(
        _judge(practice, context, heard.get(practice.slug, Sides()), selection)
        for practice in playbook.practices.values()
    )


def _judge(
    practice: Practice, context: Context, sides: Sides, selection: Mapping[str, bool]
) -> JudgedPractice:
    status: PracticeStatus
    if not _applies(practice, context, selection):
        sides, status = Sides(), "does-not-apply"
    elif practice.slug in selection:
        status = _selection_status(context)
    else:
        status = sides.status()
    return JudgedPractice(
        slug=practice.slug,
        status=status,
        phase=practice.phase,
        step=practice.step,
        shown_by=tuple(sides.shown_by),
        called_for_by=tuple(sides.called_for_by),
        answered=sides.answered,
        asked=sides.asked,
    )


def _applies(practice: Practice, context: Context, selection: Mapping[str, bool]) -> bool:
    if practice.slug in selection:
        return selection[practice.slug]
    if practice.slug == PEAK_PRACTICE and not context.higher_peak:
        return False
    called_for = SCHEDULE_PRACTICES.get(context.judged.on_call.out_of_hours)
    if practice.slug in SCHEDULE_PRACTICES.values() and practice.slug != called_for:
        return False
    return context.judged.model in practice.serves


def _selection_called_for(context: Context) -> Mapping[str, bool]:
    """Which of the three practices of choosing a model some part calls for, whatever model
    they serve.
    """
    parts = context.recommendation.parts
    team = [part for part in parts if part.model == "you-build-it-you-run-it"]
    extreme, digital, foundational = MODEL_PRACTICES
    return {
        extreme: any(part.availability == "99.99" for part in parts),
        digital: any(part.availability != "99.99" for part in team),
        foundational: len(team) < len(parts),
    }


def _selection_status(context: Context) -> PracticeStatus:
    if not context.live:
        return "unknown"
    as_recommended = context.profile.present_model == context.recommendation.model
    return "in-place" if as_recommended else "missing"
