"""How the service runs today against what it needs.

Source: what each model looks like in practice, what-is-ops-run-it and
what-is-you-build-it-you-run-it.
"""

from __future__ import annotations

from assessments.playbook.questions import FULL_MARKS
from assessments.scoring.context import Context
from assessments.scoring.result import AgainstTargets, Misfit, MisfitAnswer, TargetStatus


def find_misfit(context: Context) -> Misfit:
    """Whether the present model is another than the recommended one, and the answers that are
    usual in another model than the judged part's, whether the service is live or not.
    """
    recommended = context.recommendation.model
    present = context.profile.present_model
    return Misfit(
        model=present != recommended if context.live else None,
        answers=tuple(
            MisfitAnswer(question, option.slug, option.typical_of)
            for question, option in context.chosen.items()
            if option.typical_of is not None and option.typical_of != context.judged.model
        ),
    )


def compare_with_targets(context: Context) -> AgainstTargets:
    """Whether each of the judged part's targets is met today.

    Unknown without an answer; a service that is not live was never asked.
    """
    status = {question.slug: _status(context.points(question)) for question in context.put}
    return AgainstTargets(
        deployment=status.get("deployment-frequency", "unknown"),
        availability=status.get("availability-attained", "unknown"),
        restore=status.get("time-to-restore", "unknown"),
    )


def _status(points: int | None) -> TargetStatus:
    if points is None:
        return "unknown"
    return "met" if points == FULL_MARKS else "missed"
