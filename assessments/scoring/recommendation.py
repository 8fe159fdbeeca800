"""The selector's whole verdict: model, targets, reasons, cautions and flips."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessments.playbook.playbook import Playbook
from assessments.scoring.cautions import raise_cautions
from assessments.scoring.context import Context, build_context
from assessments.scoring.current_fit import compare_with_targets
from assessments.scoring.inputs import DEFAULT_BANDS, Answer, Band, Inputs, Profile
from assessments.scoring.practices import judge_practices
from assessments.scoring.reasons import draw_boundary, give_reasons
from assessments.scoring.sensitivity import find_flips
from assessments.scoring.verdict import Caution, Recommendation


def recommend(
    playbook: Playbook,
    profile: Profile,
    bands: Sequence[Band] = DEFAULT_BANDS,
    answers: Mapping[str, Answer] | None = None,
) -> Recommendation:
    """What a profile recommends. The playbook lends its questions and the addresses of its pages.

    `answers` raise some of the cautions, and change nothing else.
    Raises ValueError for a service of both without a foundational demand, and for a picked
    band that is not in `bands`; `assessments.scoring.reading` lets neither through.
    """
    context = build_context(playbook, Inputs("", profile, tuple(bands), answers or {}))
    practices = judge_practices(playbook, context)
    cautions = raise_cautions(playbook, context, practices, compare_with_targets(context))
    return recommendation_of(playbook, context, bands, cautions)


def recommendation_of(
    playbook: Playbook, context: Context, bands: Sequence[Band], cautions: tuple[Caution, ...]
) -> Recommendation:
    """The recommendation that a context amounts to, with the cautions raised."""
    return Recommendation(
        model=context.model,
        parts=context.parts,
        boundary=draw_boundary(context.placements),
        reasons=give_reasons(playbook, context.placements),
        cautions=cautions,
        flips=find_flips(context.placements, bands),
    )
