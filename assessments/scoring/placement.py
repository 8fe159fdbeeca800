"""Where each part of a service stands in the selector."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assessments.playbook.questions import Model
from assessments.scoring.inputs import Band, BandSlug, Demand, Exposure, Profile
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
from assessments.scoring.verdict import OnCall, Part, Peak, UnattendedLoss
from assessments.scoring.vocabulary import Availability, Deployment, OutOfHours, PartName

NIGHT_HOURS = 15
"""From 18:00 to 9:00."""

WEEKEND_HOURS = 63
"""From Friday 18:00 to Monday 9:00."""

_TOLERABLE_HOURS = {target: seconds / 3600 for target, seconds in TOLERABLE_SECONDS.items()}


@dataclass(frozen=True)
class Placement:
    """A part's row and column in the selector. `amount` is its exposure in money an hour, None
    where only the band is known; `peak` is the band of its peak exposure, if it has one.
    `quiet_nights`: nothing is lost out of hours, since nobody uses it then.
    """

    part: PartName
    band: BandSlug
    demand: Demand
    amount: int | None = None
    peak: BandSlug | None = None
    quiet_nights: bool = False

    @property
    def availability(self) -> Availability:
        """The everyday availability target."""
        return AVAILABILITY[self.band]

    @property
    def deployment(self) -> Deployment:
        """The deployment target."""
        return DEPLOYMENT[self.demand]

    @cached_property
    def model(self) -> Model:
        """The recommended model; a peak has no say in it."""
        return select(self.availability, self.deployment)

    def cover_at(self, availability: Availability) -> OutOfHours:
        """The out-of-hours cover that a target calls for here."""
        if self.quiet_nights and self.model == "you-build-it-you-run-it":
            return "none"
        return out_of_hours(self.model, availability)

    @cached_property
    def rota_called_for(self) -> bool:
        """Whether the everyday target calls for a rota of product teams: never under Ops Run It."""
        return self.cover_at(self.availability) in ("domain", "team")

    @cached_property
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
    judged = replace(
        _placed(main, profile.exposure, profile.feature_demand, bands),
        peak=peak,
        quiet_nights=profile.out_of_hours_loss == "nothing",
    )
    if profile.composition != "both":
        return (judged,)
    if profile.foundational_demand is None:
        raise ValueError("A service of both parts needs a foundational demand.")
    exposure = profile.foundational_exposure or profile.exposure
    return judged, _placed("foundational", exposure, profile.foundational_demand, bands)


def _placed(part: PartName, exposure: Exposure, demand: Demand, bands: Sequence[Band]) -> Placement:
    return Placement(part, band_of(exposure, bands), demand, exposure.amount)


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
        unattended_loss=_unattended(placement),
        deployment=placement.deployment,
        on_call=OnCall(
            "operations" if model == "ops-run-it" else "team", placement.cover_at(availability)
        ),
        peak=_peak(placement),
    )


def accepted_loss(amount: int, availability: Availability) -> int:
    """What a target accepts losing in a week, in whole units of money, for an exposure of
    `amount` an hour.
    """
    return half_up(amount * _TOLERABLE_HOURS[availability])


def _unattended(placement: Placement) -> UnattendedLoss | None:
    """What nights and weekends without cover can lose, told where the target allows them."""
    if placement.amount is None or placement.availability != "95.0" or placement.quiet_nights:
        return None
    return UnattendedLoss(placement.amount * NIGHT_HOURS, placement.amount * WEEKEND_HOURS)


def _peak(placement: Placement) -> Peak | None:
    """What holds in the peak's window: a lower peak never lowers the everyday target."""
    if placement.peak is None:
        return None
    band = placement.peak if placement.higher_peak else placement.band
    target = AVAILABILITY[band]
    return Peak(target, TOLERABLE_SECONDS[target], placement.cover_at(target))
