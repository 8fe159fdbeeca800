"""Where each part of a service stands in the selector."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessments.playbook.questions import Model
from assessments.scoring.inputs import Band, BandSlug, Demand, Exposure, Profile
from assessments.scoring.result import Availability, Deployment, OnCall, Part, PartName, Peak
from assessments.scoring.rounding import half_up
from assessments.scoring.selector import (
    AVAILABILITY,
    BANDS,
    DEPLOYMENT,
    TOLERABLE_SECONDS,
    band_of,
    out_of_hours,
    select,
)


@dataclass(frozen=True, slots=True)
class Placement:
    """A part's row and column in the selector. `amount` is its exposure in money an hour, None
    where only the band is known; `peak` is the band of its peak exposure, if it has one.
    """

    part: PartName
    band: BandSlug
    demand: Demand
    amount: int | None = None
    peak: BandSlug | None = None

    @property
    def availability(self) -> Availability:
        """The everyday availability target."""
        return AVAILABILITY[self.band]

    @property
    def deployment(self) -> Deployment:
        """The deployment target."""
        return DEPLOYMENT[self.demand]

    @property
    def model(self) -> Model:
        """The recommended model; a peak has no say in it."""
        return select(self.availability, self.deployment)

    @property
    def higher_peak(self) -> bool:
        """Whether the peak raises the target: its band is above the everyday one."""
        return self.peak is not None and BANDS.index(self.peak) > BANDS.index(self.band)


def place(profile: Profile, bands: Sequence[Band]) -> tuple[Placement, ...]:
    """The parts of a service in the selector, digital first; the first one is judged.

    Raises ValueError for a service of both without a foundational demand, which
    `assessments.scoring.reading` never lets through.
    """
    peak = None if profile.peak_exposure is None else band_of(profile.peak_exposure, bands)
    main: PartName = "foundational" if profile.composition == "foundational" else "digital"
    judged = _placed(main, profile.exposure, profile.feature_demand, bands, peak)
    if profile.composition != "both":
        return (judged,)
    if profile.foundational_demand is None:
        raise ValueError("A service of both parts needs a foundational demand.")
    exposure = profile.foundational_exposure or profile.exposure
    return judged, _placed("foundational", exposure, profile.foundational_demand, bands)


def _placed(
    part: PartName,
    exposure: Exposure,
    demand: Demand,
    bands: Sequence[Band],
    peak: BandSlug | None = None,
) -> Placement:
    return Placement(part, band_of(exposure, bands), demand, exposure.amount, peak)


def part_of(placement: Placement) -> Part:
    """The recommendation for one part: model, targets, on call, and what it accepts losing."""
    model, availability = placement.model, placement.availability
    amount = placement.amount
    return Part(
        part=placement.part,
        model=model,
        availability=availability,
        tolerable_unavailability_seconds_per_week=TOLERABLE_SECONDS[availability],
        accepted_loss_per_week=None if amount is None else accepted_loss(amount, availability),
        deployment=placement.deployment,
        on_call=OnCall(
            "operations" if model == "ops-run-it" else "team", out_of_hours(model, availability)
        ),
        peak=_peak(placement),
    )


def accepted_loss(amount: int, availability: Availability) -> int:
    """What a target accepts losing in a week, in whole units of money, for an exposure of
    `amount` an hour.
    """
    return half_up(amount * TOLERABLE_SECONDS[availability] / 3600)


def _peak(placement: Placement) -> Peak | None:
    """What holds in the peak's window: a lower peak never lowers the everyday target."""
    if placement.peak is None:
        return None
    band = placement.peak if placement.higher_peak else placement.band
    target = AVAILABILITY[band]
    return Peak(target, TOLERABLE_SECONDS[target], out_of_hours(placement.model, target))
