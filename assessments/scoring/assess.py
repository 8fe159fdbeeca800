"""The one door of the core: a playbook and inputs become a result."""

from __future__ import annotations

from assessments.playbook.playbook import Playbook
from assessments.scoring.context import build_context
from assessments.scoring.current_fit import compare_with_targets, find_misfit
from assessments.scoring.drawbacks_and_principles import find_principles, observe_drawbacks
from assessments.scoring.fingerprint import fingerprint
from assessments.scoring.inputs import Inputs
from assessments.scoring.pitfalls import judge_pitfalls
from assessments.scoring.practices import judge_practices
from assessments.scoring.result import Result
from assessments.scoring.scores import score_dimensions


def assess(playbook: Playbook, inputs: Inputs) -> Result:
    """The result of an assessment, with its reasons. Pure: the same inputs and the same
    playbook always give the same result.

    `inputs` are taken at their word: `assessments.scoring.reading` is what checks them.
    """
    context = build_context(playbook, inputs)
    practices = judge_practices(playbook, context)
    return Result(
        service=inputs.service,
        playbook_version=playbook.version,
        inputs_hash=fingerprint(inputs.profile, inputs.bands, context.answers),
        recommendation=context.recommendation,
        misfit=find_misfit(context),
        against_targets=compare_with_targets(context),
        scores=score_dimensions(playbook, context),
        practices=practices,
        pitfalls=judge_pitfalls(playbook, context, practices),
        drawbacks=observe_drawbacks(playbook, context),
        principles=find_principles(playbook, context),
    )
