"""The recommendation as a frozen value: the model, each part's targets, and what speaks for and
against them.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from assessments.playbook.questions import Model
from assessments.scoring.vocabulary import (
    Availability,
    CautionName,
    Deployment,
    OutOfHours,
    OverallModel,
    PartName,
    Rule,
)


@dataclass(frozen=True, slots=True)
class OnCall:
    """Who answers alerts, in working hours and out of them."""

    working_hours: Literal["team", "operations"]
    out_of_hours: OutOfHours


@dataclass(frozen=True, slots=True)
class Peak:
    """What holds in the window of a peak event; never below the everyday target."""

    availability: Availability
    tolerable_unavailability_seconds_per_week: Fraction
    out_of_hours: OutOfHours


@dataclass(frozen=True, slots=True)
class UnattendedLoss:
    """What a plain night (15 hours) and weekend (63) with nobody called can lose, in whole units
    of money, if every hour costs as much as the worst."""

    night: int
    weekend: int


@dataclass(frozen=True, slots=True)
class Part:
    """The recommendation for one part of a service.

    `tolerable_unavailability_seconds_per_week` is exact; `accepted_loss_per_week` is in whole
    units of money, None where only a band is known. `unattended_loss` is told at 95.0% only,
    where the exposure is an amount and something is lost out of hours.
    """

    part: PartName
    model: Model
    availability: Availability
    tolerable_unavailability_seconds_per_week: Fraction
    accepted_loss_per_week: int | None
    unattended_loss: UnattendedLoss | None
    deployment: Deployment
    on_call: OnCall
    peak: Peak | None


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule of the selector whose condition holds; `decides` marks the one that picked."""

    part: PartName
    rule: Rule
    decides: bool
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Caution:
    """Something to look into; `part` is None where it concerns the whole service."""

    caution: CautionName
    part: PartName | None
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Flip:
    """The nearest other demand, or band of exposure, at which a part's model would be `model`;
    both None where no step changes it.
    """

    part: PartName
    change: Literal["demand", "exposure"]
    to: str | None
    model: Model | None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """The recommended model with its targets and reasons; `parts` come digital first, so the
    first is the judged one. `boundary` says who runs what, None unless it is a hybrid.
    """

    model: OverallModel
    parts: tuple[Part, ...]
    boundary: str | None
    reasons: tuple[Reason, ...]
    cautions: tuple[Caution, ...]
    flips: tuple[Flip, ...]

    @property
    def judged(self) -> Part:
        """The part that the answers are about: the digital one for both, else the only one."""
        return self.parts[0]
