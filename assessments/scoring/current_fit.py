"""How the service runs today against what it needs.

Source: what each model looks like in practice, what-is-ops-run-it and
what-is-you-build-it-you-run-it.
"""

from __future__ import annotations

from typing import get_args

from assessments.playbook.questions import FULL_MARKS
from assessments.scoring.context import Context
from assessments.scoring.result import AgainstTargets, Misfit, MisfitAnswer
from assessments.scoring.vocabulary import TargetName, TargetStatus

TARGETS: tuple[TargetName, ...] = get_args(TargetName)


def find_misfit(context: Context) -> Misfit:
    """Whether the present model is another than the recommended one, and the answers short of
    full marks that are usual in another model than the judged part's, live or not.
    """
    return Misfit(
        model=context.misfits,
        answers=tuple(
            MisfitAnswer(question, option.slug, option.typical_of)
            for question, option in context.chosen.items()
            if option.typical_of not in (None, context.judged.model)
            and question not in context.full_marks
        ),
    )


def compare_with_targets(context: Context) -> AgainstTargets:
    """Whether each of the judged part's targets is met today.

    Unknown without an answer; a service that is not live was never asked.
    """
    return AgainstTargets(
        deployment=_status(context.points.get("deployment-frequency")),
        availability=_status(context.points.get("availability-attained")),
        restore=_status(context.points.get("time-to-restore")),
    )


def missed_targets(against: AgainstTargets) -> tuple[TargetName, ...]:
    """The targets that are missed today, in the order in which they are told."""
    return tuple(name for name in TARGETS if getattr(against, name) == "missed")


def _status(points: int | None) -> TargetStatus:
    if points is None:
        return "unknown"
    return "met" if points == FULL_MARKS else "missed"
