"""What an assessment is computed from: the profile, the bands of exposure and the answers.

`assessments.scoring.reading` makes these values from a document and vouches for them;
nothing downstream checks again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from assessments.playbook.questions import DOES_NOT_APPLY, DONT_KNOW

Composition = Literal["digital", "foundational", "both"]
"""What a service is made of; it names the parts and never decides a model."""

BandSlug = Literal["low", "medium", "high", "very-high"]
"""How much money an hour of failure puts at risk, least first."""

Demand = Literal["low", "medium", "medium-to-high", "high", "very-high"]
"""How much is asked of the service in new features in a month, least first."""

PresentModel = Literal["ops-run-it", "you-build-it-you-run-it", "hybrid", "not-live"]
"""Who answers the service's production alerts today."""

OutOfHoursLoss = Literal["as-much", "less", "nothing"]
"""Whether an hour of failure costs as much out of hours."""

RotaPeople = Literal["none", "one-or-two", "three-to-five", "six-or-more"]
"""How many of the product team would take an on-call turn out of hours."""

SiblingTeams = Literal["none", "one-or-two", "three-or-more"]
"""How many other product teams could share an on-call rota with this one."""


@dataclass(frozen=True, slots=True)
class Band:
    """A band of exposure that the organisation has switched on.

    `ceiling` is the highest exposure it covers, in whole units of money an hour; the last
    band of a list is open and has none that matters.
    """

    band: BandSlug
    ceiling: int | None = None


DEFAULT_BANDS = (Band("low", 7_000), Band("medium", 250_000), Band("high"))
"""The bands of the playbook's own example; very high is off until an organisation wants it.
Source: practices/selection, select an availability target on financial exposure."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """The most that an hour of failure can cost: either `amount`, in whole units of money an
    hour from 0 to 10^12, or the `band` picked instead; the other one is None.
    """

    amount: int | None = None
    band: BandSlug | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What feeds the selector.

    `foundational_exposure` and `foundational_demand` belong to the foundational part of a
    service that has both; elsewhere they are ignored. `peak_exposure` is None without a peak.
    The last three are the judged part's and optional; `rota_people` and `sibling_teams` are
    ignored where no rota is called for.
    """

    composition: Composition
    exposure: Exposure
    feature_demand: Demand
    present_model: PresentModel
    foundational_exposure: Exposure | None = None
    foundational_demand: Demand | None = None
    peak_exposure: Exposure | None = None
    out_of_hours_loss: OutOfHoursLoss | None = None
    rota_people: RotaPeople | None = None
    sibling_teams: SiblingTeams | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to one scored question: an option's slug, `DONT_KNOW` or `DOES_NOT_APPLY`.

    A question left unanswered has no `Answer` at all. `evidence` holds http(s) addresses;
    `note` is for people and takes no part in any computation.
    """

    option: str
    evidence: tuple[str, ...] = ()
    note: str = ""

    @property
    def chosen(self) -> str | None:
        """The option's slug, None for *don't know* and *does not apply*."""
        return None if self.option in (DONT_KNOW, DOES_NOT_APPLY) else self.option


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything an assessment is computed from; `answers` go by question slug."""

    service: str
    profile: Profile
    bands: tuple[Band, ...] = DEFAULT_BANDS
    answers: Mapping[str, Answer] = field(default_factory=dict)
