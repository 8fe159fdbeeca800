"""The one door of the core: a playbook and inputs become a result."""

from __future__ import annotations

from assessments.playbook.playbook import Playbook
from assessments.scoring.cautions import raise_cautions
from assessments.scoring.context import build_context
from assessments.scoring.current_fit import compare_with_targets, find_misfit, missed_targets
from assessments.scoring.drawbacks_and_principles import find_principles, observe_drawbacks
from assessments.scoring.fingerprint import fingerprint
from assessments.scoring.first_steps import find_first_steps
from assessments.scoring.inputs import Inputs
from assessments.scoring.pitfalls import judge_pitfalls
from assessments.scoring.practices import judge_practices
from assessments.scoring.recommendation import recommendation_of
from assessments.scoring.result import Result
from assessments.scoring.scores import score_dimensions

RULES = 2
"""The rules that results are computed by, in their second version."""


def assess(playbook: Playbook, inputs: Inputs) -> Result:
    """The result of an assessment, with its reasons. Pure: the same inputs and the same
    playbook always give the same result.

    `inputs` are taken at their word: `assessments.scoring.reading` is what checks them.
    """
    context = build_context(playbook, inputs)
    practices = judge_practices(playbook, context)
    against = compare_with_targets(context)
    cautions = raise_cautions(playbook, context, practices, against)
    raised = frozenset(caution.caution for caution in cautions)
    pitfalls = judge_pitfalls(playbook, context, practices, raised)
    first, unexplained = find_first_steps(
        playbook, context, practices, pitfalls, missed_targets(against), raised
    )
    return Result(
        service=inputs.service,
        rules=RULES,
        playbook_version=playbook.version,
        inputs_hash=fingerprint(context.profile, inputs.bands, context.answers),
        recommendation=recommendation_of(playbook, context, inputs.bands, cautions),
        misfit=find_misfit(context),
        against_targets=against,
        scores=score_dimensions(playbook, context),
        practices=practices,
        first=first,
        unexplained=unexplained,
        pitfalls=pitfalls,
        drawbacks=observe_drawbacks(playbook, context),
        principles=find_principles(playbook, context),
    )
