"""What becomes of a service's cover and fit where it is run otherwise, or fails at another price.

Source: the operating model selector and the out-of-hours schedules, as the scoring's selector has
them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assessments.cover.rotas import Covered
from assessments.playbook.questions import Model
from assessments.scoring.inputs import BandSlug
from assessments.scoring.selector import AVAILABILITY, out_of_hours, select
from assessments.scoring.vocabulary import Availability, Deployment, OutOfHours

_MOST_COVER: tuple[OutOfHours, ...] = ("team", "domain", "operations", "none")
"""Of several covers that parts call for, the one that a service is told to have."""


@dataclass(frozen=True, slots=True)
class PlacedPart:
    """A part's targets, and the cover that they call for under the model they recommend."""

    availability: Availability
    deployment: Deployment
    cover: OutOfHours

    @property
    def model(self) -> Model:
        """What the targets recommend."""
        return select(self.availability, self.deployment)

    @property
    def quiet(self) -> bool:
        """Whether nothing is lost at night: its target calls for a rota, and none is needed."""
        return self.cover == "none" and self.availability != "95.0"


@dataclass(frozen=True, slots=True)
class Standing:
    """A service as it stands: its cover, its parts with the judged one first, and the model it is
    run under, "not-live" before it is run at all."""

    covered: Covered
    parts: tuple[PlacedPart, ...]
    present: str

    @property
    def recommended(self) -> str:
        """The model of all its parts, "hybrid" where they differ."""
        models = {part.model for part in self.parts}
        return models.pop() if len(models) == 1 else "hybrid"

    @property
    def is_misfit(self) -> bool:
        """Whether it is run, and otherwise than recommended."""
        return self.present != "not-live" and self.present != self.recommended


@dataclass(frozen=True, slots=True)
class Move:
    """Run under another model, placed in another band of exposure, or both; None stays."""

    model: Model | None = None
    band: BandSlug | None = None


def moved(standing: Standing, move: Move) -> Standing:
    """The service after a move. Its judged part is placed in the band; a service that is run under
    another model has the out-of-hours cover that its targets call for under it."""
    after = standing if move.band is None else _placed(standing, move.band)
    return after if move.model is None else _run(after, move.model)


def scenario(standing: Mapping[int, Standing], moves: Mapping[int, Move]) -> list[Standing]:
    """All services by their keys, those with a move after it."""
    return [moved(each, moves[key]) if key in moves else each for key, each in standing.items()]


def misfits(services: Sequence[Standing]) -> int:
    """How many are run otherwise than recommended."""
    return sum(each.is_misfit for each in services)


def _placed(standing: Standing, band: BandSlug) -> Standing:
    judged, *others = standing.parts
    availability = AVAILABILITY[band]
    model = select(availability, judged.deployment)
    is_quiet = judged.quiet and model == "you-build-it-you-run-it"
    cover: OutOfHours = "none" if is_quiet else out_of_hours(model, availability)
    parts = (PlacedPart(availability, judged.deployment, cover), *others)
    covered = replace(
        standing.covered,
        needed=frozenset(part.cover for part in parts),
        team_runs=any(part.model == "you-build-it-you-run-it" for part in parts),
    )
    return replace(standing, covered=covered, parts=parts)


def _run(standing: Standing, model: Model) -> Standing:
    covers = {
        "none" if part.quiet and model != "ops-run-it" else out_of_hours(model, part.availability)
        for part in standing.parts
    }
    today = next(cover for cover in _MOST_COVER if cover in covers)
    return replace(standing, covered=replace(standing.covered, today=today), present=model)
