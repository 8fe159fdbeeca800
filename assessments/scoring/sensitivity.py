"""What could change the verdict: the nearest step at which a part's model would be another.

Source: the cells of the operating model selector, practices/selection.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from assessments.scoring.inputs import Band, BandSlug
from assessments.scoring.placement import Placement
from assessments.scoring.selector import AVAILABILITY, DEMANDS, DEPLOYMENT, select
from assessments.scoring.verdict import Flip

_Step = TypeVar("_Step", bound=str)


def find_flips(placements: Sequence[Placement], bands: Sequence[Band]) -> tuple[Flip, ...]:
    """Two flips a part, by demand and by exposure; exposure walks the bands that are on.

    Composition never decides, so it is never a flip.
    """
    on = tuple(band.band for band in bands)
    return tuple(flip for here in placements for flip in (_by_demand(here), _by_exposure(here, on)))


def nearest_first(start: _Step, steps: Sequence[_Step]) -> list[_Step]:
    """The other steps, nearest to `start` first; of two as near, the higher first."""
    at = steps.index(start)
    others = [place for place in range(len(steps)) if place != at]
    return [steps[place] for place in sorted(others, key=lambda place: (abs(place - at), -place))]


def _by_demand(here: Placement) -> Flip:
    for demand in nearest_first(here.demand, DEMANDS):
        model = select(here.availability, DEPLOYMENT[demand])
        if model != here.model:
            return Flip(here.part, "demand", demand, model)
    return Flip(here.part, "demand", None, None)


def _by_exposure(here: Placement, on: Sequence[BandSlug]) -> Flip:
    for band in nearest_first(here.band, on):
        model = select(AVAILABILITY[band], here.deployment)
        if model != here.model:
            return Flip(here.part, "exposure", band, model)
    return Flip(here.part, "exposure", None, None)
