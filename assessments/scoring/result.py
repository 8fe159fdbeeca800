"""What an assessment comes to: a frozen value that carries its reasons.

The shape is that of the document `manage.py assess` prints, name for name and in the same
order, so that `assessments.scoring.document` can turn one into the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from assessments.playbook.questions import Model
from assessments.scoring.verdict import Recommendation
from assessments.scoring.vocabulary import (
    CautionName,
    NotCountedReason,
    PitfallRule,
    PracticeStatus,
    Risk,
    ScoreBasis,
    TargetName,
    TargetStatus,
    When,
)


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


@cache
def contribution(question: str, option: str, points: int, of: int, weight: int) -> Contribution:
    """A contribution: the same value each time, since every result holds many."""
    return Contribution(question, option, points, of, weight)


@dataclass(frozen=True, slots=True)
class NotCounted:
    """A question that was put and takes no part in the score, and why."""

    question: str
    reason: NotCountedReason


@cache
def left_out(question: str, reason: NotCountedReason) -> NotCounted:
    """A question not counted: the same value each time, since every result holds many."""
    return NotCounted(question, reason)


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
