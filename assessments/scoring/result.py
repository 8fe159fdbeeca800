"""What an assessment comes to: a frozen value that carries its reasons.

The shape is that of the document `manage.py assess` prints, name for name and in the same
order, so that `assessments.scoring.document` can turn one into the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal

from assessments.playbook.questions import Model
from assessments.scoring.vocabulary import (
    Availability,
    CautionName,
    Deployment,
    NotCountedReason,
    OutOfHours,
    OverallModel,
    PartName,
    PitfallRule,
    PracticeStatus,
    Risk,
    Rule,
    ScoreBasis,
    TargetName,
    TargetStatus,
    When,
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


@dataclass(frozen=True, slots=True)
class Chosen:
    """An answer that speaks for something. `option` may be "dont-know" where not knowing does."""

    question: str
    option: str


@cache
def chosen(question: str, option: str) -> Chosen:
    """An answer as a cause: the same value each time, since every result names many."""
    return Chosen(question, option)


@dataclass(frozen=True, slots=True)
class MisfitAnswer:
    """An answer whose option is usual in another model than the judged part's."""

    question: str
    option: str
    typical_of: Model


@dataclass(frozen=True, slots=True)
class Misfit:
    """How it runs today against what it needs; `model` is None where nothing runs yet."""

    model: bool | None
    answers: tuple[MisfitAnswer, ...]


@dataclass(frozen=True, slots=True)
class AgainstTargets:
    """Whether the judged part's targets are attained today."""

    deployment: TargetStatus
    availability: TargetStatus
    restore: TargetStatus


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one answer adds to a score: `points` out of `of`, raw, counted `weight` times."""

    question: str
    option: str
    points: int
    of: int
    weight: int


@dataclass(frozen=True, slots=True)
class NotCounted:
    """A question that was put and takes no part in the score, and why."""

    question: str
    reason: NotCountedReason


@dataclass(frozen=True, slots=True)
class Score:
    """A dimension's score from 0 to 100, None unless its `basis` is "enough".

    `asked` is the number of counted questions put, less the `does_not_apply` ones; `answered`
    those of them with an option chosen, each of which is in `contributions`.
    """

    score: int | None
    basis: ScoreBasis
    answered: int
    asked: int
    does_not_apply: int
    contributions: tuple[Contribution, ...]
    not_counted: tuple[NotCounted, ...]


@dataclass(frozen=True, slots=True)
class JudgedPractice:
    """How far a practice is adopted, with the answers on each side."""

    slug: str
    status: PracticeStatus
    phase: int
    step: int
    shown_by: tuple[Chosen, ...]
    called_for_by: tuple[Chosen, ...]
    answered: int
    asked: int


@dataclass(frozen=True, slots=True)
class LackingPractice:
    """A guarding practice that is missing."""

    practice: str


@dataclass(frozen=True, slots=True)
class RaisedCaution:
    """A caution that sets off a pitfall, or that a practice to start with serves."""

    caution: CautionName


@dataclass(frozen=True, slots=True)
class FiredRule:
    """A rule over several practices that sets off a pitfall."""

    rule: PitfallRule


Cause = Chosen | LackingPractice | RaisedCaution | FiredRule
"""Anything that can put a pitfall at risk."""


@dataclass(frozen=True, slots=True)
class GuardedPitfall:
    """A pitfall at risk that a practice to start with guards against."""

    pitfall: str


@dataclass(frozen=True, slots=True)
class MissedTarget:
    """A target missed today that a practice to start with serves."""

    target: TargetName


Urge = GuardedPitfall | MissedTarget | RaisedCaution
"""Anything that makes a practice urgent."""


@dataclass(frozen=True, slots=True)
class FirstStep:
    """A practice to start with, and what makes it urgent: it may be nothing but its absence."""

    practice: str
    because: tuple[Urge, ...]


@dataclass(frozen=True, slots=True)
class JudgedPitfall:
    """How near a pitfall is, when it can happen, and because of what. `when` is None where it is
    not judged; so it is in results by rules 1, which knew no such thing."""

    slug: str
    risk: Risk
    when: When | None
    because: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class ObservedDrawback:
    """A drawback of Ops Run It that answers point at."""

    slug: str
    because: tuple[Chosen, ...]


@dataclass(frozen=True, slots=True)
class PrincipleInPlay:
    """A principle at stake in some answers."""

    slug: str
    because: tuple[Chosen, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """The whole outcome. Hash, rules and playbook version together identify it; `scores` go by
    dimension, in the playbook's order. `first` are at most three practices, the most urgent
    first; `unexplained` the targets missed that no practice at hand serves.
    """

    service: str
    rules: int
    playbook_version: str
    inputs_hash: str
    recommendation: Recommendation
    misfit: Misfit
    against_targets: AgainstTargets
    scores: Mapping[str, Score]
    practices: tuple[JudgedPractice, ...]
    first: tuple[FirstStep, ...]
    unexplained: tuple[TargetName, ...]
    pitfalls: tuple[JudgedPitfall, ...]
    drawbacks: tuple[ObservedDrawback, ...]
    principles: tuple[PrincipleInPlay, ...]
