"""The selector's whole verdict: model, targets, reasons, cautions and flips."""

from __future__ import annotations

from collections.abc import Sequence

from assessments.playbook.playbook import Playbook
from assessments.scoring.cautions import raise_cautions
from assessments.scoring.inputs import DEFAULT_BANDS, Band, Profile
from assessments.scoring.placement import Placement, part_of, place
from assessments.scoring.reasons import draw_boundary, give_reasons
from assessments.scoring.result import OverallModel, Recommendation
from assessments.scoring.sensitivity import find_flips


def recommend(
    playbook: Playbook,
    profile: Profile,
    bands: Sequence[Band] = DEFAULT_BANDS,
    held: str | None = None,
) -> Recommendation:
    """What the profile alone recommends. The playbook lends only the addresses of its pages.

    `held` is the option chosen for out-of-hours-cover, which two cautions look at.
    Raises ValueError for a service of both without a foundational demand, and for a picked
    band that is not in `bands`; `assessments.scoring.reading` lets neither through.
    """
    placements = place(profile, bands)
    return Recommendation(
        model=overall_model(placements),
        parts=tuple(part_of(placement) for placement in placements),
        boundary=draw_boundary(placements),
        reasons=give_reasons(playbook, placements),
        cautions=raise_cautions(playbook, profile, placements, held),
        flips=find_flips(placements, bands),
    )


def overall_model(placements: Sequence[Placement]) -> OverallModel:
    """The parts' common model; a hybrid where they differ, whichever way round."""
    judged = placements[0].model
    return judged if all(here.model == judged for here in placements) else "hybrid"
