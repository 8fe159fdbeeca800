"""What a result says, as a frozen value that a page and a PDF draw alike.

Every text is plain, finished English; whoever draws it adds headings and links. A `Link` names
an entry of the playbook by kind and slug, so that each medium makes its own address of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessments.playbook.entries import EntryKind
from assessments.playbook.questions import Model
from assessments.reports.handover import ChangeOfHands
from assessments.reports.matrix import Matrix
from assessments.reports.own_guidance import GuidanceTold
from assessments.scoring.vocabulary import (
    OverallModel,
    PartName,
    PracticeStatus,
    Risk,
    TargetStatus,
    When,
)


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of the playbook: `page` is the address of the playbook's own page."""

    kind: EntryKind
    slug: str
    title: str
    page: str


@dataclass(frozen=True, slots=True)
class AnswerTold:
    """One answer in the words in which it was given, with what it is tied to."""

    question: str
    text: str
    option: str
    option_text: str
    note: str
    evidence: tuple[str, ...]
    carried_over: bool
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AnswerSection:
    """The answers of one page of the questionnaire."""

    slug: str
    title: str
    answers: tuple[AnswerTold, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """One target of a part: `value` in a few words, `meaning` in a sentence."""

    label: str
    value: str
    meaning: str


@dataclass(frozen=True, slots=True)
class PartTold:
    """What is recommended for one part; `cost` says what the model costs to run and set up,
    `unattended` what nights and weekends without cover can lose, "" where that is not known. The
    only part has no `title`: it is the service."""

    part: PartName
    title: str | None
    model: Model
    model_title: str
    targets: tuple[Target, ...]
    cost: str
    unattended: str


@dataclass(frozen=True, slots=True)
class Argument:
    """A reason or a caution: `decides` marks the reason that picked the model."""

    part: str | None
    text: str
    source: str
    decides: bool = False


@dataclass(frozen=True, slots=True)
class RecommendationTold:
    """The decision: what to do, why, and what would change it. `cautions` come gravest first."""

    model: OverallModel
    model_title: str
    headline: str
    boundary: str | None
    parts: tuple[PartTold, ...]
    reasons: tuple[Argument, ...]
    cautions: tuple[Argument, ...]
    flips: tuple[str, ...]
    matrix: Matrix

    @property
    def gravest(self) -> Argument | None:
        """The caution to be read first."""
        return self.cautions[0] if self.cautions else None


@dataclass(frozen=True, slots=True)
class TargetToday:
    """A target beside what is attained today."""

    label: str
    target: str
    today: str
    status: TargetStatus
    status_title: str


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one answer brings to a score; `weight_reason` is "" where the weight was another."""

    answer: AnswerTold
    points: int
    of: int
    weight: int
    weight_reason: str


@dataclass(frozen=True, slots=True)
class NotCounted:
    """A question left out of a score, and why."""

    question: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class ScoreTold:
    """One dimension's score of 0 to 100; `basis` says how much was answered, `no_score` why there
    is none, "" where there is one. `is_thin`: less than half of what was asked was answered, which
    rules 1 gave a score on."""

    slug: str
    title: str
    score: int | None
    no_score: str
    basis: str
    is_thin: bool
    contributions: tuple[Contribution, ...]
    not_counted: tuple[NotCounted, ...]


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something stands where it does: an answer, or a practice, caution or rule in words."""

    text: str
    answer: AnswerTold | None = None
    practice: str | None = None


@dataclass(frozen=True, slots=True)
class PracticeTold:
    """A practice of the plan, with the answers on each side; `start` says how to begin."""

    link: Link
    summary: str
    start: str
    status: PracticeStatus
    status_title: str
    step: int
    basis: str
    shown_by: tuple[AnswerTold, ...]
    called_for_by: tuple[AnswerTold, ...]
    guidance: tuple[GuidanceTold, ...]


@dataclass(frozen=True, slots=True)
class StepTold:
    """A practice to start with; `because` says in words what makes it urgent, and may be empty."""

    practice: PracticeTold
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phase:
    """Practices of one phase in order of step: `adopt` still to be put in place (missing or
    partly), `settle` not known yet, `keep` in place, `aside` those that do not apply."""

    number: int
    title: str
    adopt: tuple[PracticeTold, ...]
    settle: tuple[PracticeTold, ...]
    keep: tuple[PracticeTold, ...]
    aside: tuple[PracticeTold, ...]


@dataclass(frozen=True, slots=True)
class PitfallTold:
    """A pitfall, how near it is, and when it can happen; `when` is None where it is not judged, and
    in results by rules 1."""

    link: Link
    summary: str
    risk: Risk
    risk_title: str
    when: When | None
    when_title: str
    because: tuple[Cause, ...]
    guidance: tuple[GuidanceTold, ...]


@dataclass(frozen=True, slots=True)
class DrawbackTold:
    """A drawback of Ops Run It that answers point at, with its remedy and the remedy's price."""

    link: Link
    summary: str
    counter: str
    price: str
    because: tuple[Cause, ...]
    guidance: tuple[GuidanceTold, ...]


@dataclass(frozen=True, slots=True)
class PrincipleTold:
    """A principle at stake in some answers."""

    link: Link
    summary: str
    because: tuple[Cause, ...]
    guidance: tuple[GuidanceTold, ...]


@dataclass(frozen=True, slots=True)
class ModelTold:
    """A model that is recommended, overall or for a part, and is given guidance of one's own."""

    link: Link
    guidance: tuple[GuidanceTold, ...]


@dataclass(frozen=True, slots=True)
class MisfitTold:
    """How it runs today against what it needs: `verdict` in a sentence, `answers` those that
    are usual in another model, by the model's name."""

    model: bool | None
    verdict: str
    answers: Mapping[str, tuple[AnswerTold, ...]]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole result in words. `rules` are those it was computed by. `first_steps` are at most
    three things to start with, `no_first_step` says why there is none; `unexplained` are sentences
    on missed targets that no answer explains. `advice` is what no pitfall, caution or drawback of
    rules 1 says; `guidance_from` is the organisation whose own guidance is
    told where it has any, "" for a guest."""

    service: str
    rules: int
    playbook_version: str
    inputs_hash: str
    recommendation: RecommendationTold
    against_targets: tuple[TargetToday, ...]
    scores: tuple[ScoreTold, ...]
    misfit: MisfitTold
    changes_hands: tuple[ChangeOfHands, ...]
    plan: tuple[Phase, ...]
    pitfalls: tuple[PitfallTold, ...]
    drawbacks: tuple[DrawbackTold, ...]
    principles: tuple[PrincipleTold, ...]
    answers: tuple[AnswerSection, ...]
    first_steps: tuple[StepTold, ...]
    no_first_step: str
    unexplained: tuple[str, ...]
    carried_over: int
    basis: str
    advice: tuple[str, ...]
    models: tuple[ModelTold, ...]
    guidance_from: str
