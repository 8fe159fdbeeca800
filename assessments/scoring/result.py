"""What an assessment comes to: a frozen value that carries its reasons.

The shape is that of the document `manage.py assess` prints, name for name and in the same
order, so that `assessments.scoring.document` can turn one into the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from assessments.playbook.questions import Model

OverallModel = Literal["you-build-it-you-run-it", "ops-run-it", "hybrid"]
"""The model of a whole service: a hybrid where its parts have different ones."""

PartName = Literal["digital", "foundational"]
"""A digital service sets the organisation apart; a foundational system is a utility."""

Availability = Literal["95.0", "99.0", "99.9", "99.99"]
"""An availability target, in per cent of requests served fully or partly."""

Deployment = Literal["monthly", "fortnightly", "fortnightly-to-weekly", "weekly", "daily"]
"""A deployment target; the middle one lies strictly between its neighbours."""

OutOfHours = Literal["none", "domain", "team", "operations"]
"""Who is on call out of hours: nobody, a rota shared by sibling teams, the team, operations."""

Rule = Literal[
    "extreme-availability",
    "weekly-or-more",
    "fortnightly-or-less",
    "availability-breaks-the-tie",
]
"""A rule of the selector, in the order in which they are tried."""

CautionName = Literal[
    "busy-foundational-system",
    "digital-service-under-ops-run-it",
    "extreme-availability-is-rare",
    "high-availability-under-ops-run-it",
    "low-demand-digital-service",
    "one-exposure-for-both",
    "operations-cover-out-of-hours",
    "rota-beyond-exposure",
]
"""Something to look into beside a recommendation, which it never changes."""

TargetStatus = Literal["met", "missed", "unknown"]
NotCountedReason = Literal["you-build-it-you-run-it-only", "no-out-of-hours-cover"]
PracticeStatus = Literal["in-place", "partly", "missing", "unknown", "does-not-apply"]
Risk = Literal["high", "some", "none", "unknown", "does-not-apply"]
PitfallRule = Literal["all-governance-practices-missing", "no-majority-of-build-practices"]


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
class Part:
    """The recommendation for one part of a service.

    `tolerable_unavailability_seconds_per_week` is exact; `accepted_loss_per_week` is in whole
    units of money, None where only a band is known.
    """

    part: PartName
    model: Model
    availability: Availability
    tolerable_unavailability_seconds_per_week: Fraction
    accepted_loss_per_week: int | None
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
    """A dimension's score from 0 to 100, None where nothing that counts was answered.

    `asked` is the number of counted questions put, less those that do not apply; `answered`
    those of them with an option chosen, each of which is in `contributions`.
    """

    score: int | None
    answered: int
    asked: int
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
    """A guarding practice that is missing or only partly in place."""

    practice: str


@dataclass(frozen=True, slots=True)
class RaisedCaution:
    """A caution that sets off a pitfall."""

    caution: CautionName


@dataclass(frozen=True, slots=True)
class FiredRule:
    """A rule over several practices that sets off a pitfall."""

    rule: PitfallRule


Cause = Chosen | LackingPractice | RaisedCaution | FiredRule
"""Anything that can put a pitfall at risk."""


@dataclass(frozen=True, slots=True)
class JudgedPitfall:
    """How near a pitfall is, and because of what."""

    slug: str
    risk: Risk
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
    """The whole outcome. `inputs_hash` identifies what it was computed from; `scores` go by
    dimension, in the playbook's order.
    """

    service: str
    playbook_version: str
    inputs_hash: str
    recommendation: Recommendation
    misfit: Misfit
    against_targets: AgainstTargets
    scores: Mapping[str, Score]
    practices: tuple[JudgedPractice, ...]
    pitfalls: tuple[JudgedPitfall, ...]
    drawbacks: tuple[ObservedDrawback, ...]
    principles: tuple[PrincipleInPlay, ...]
