"""The whole playbook as one frozen value, with the look-ups that the rest needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from assessments.playbook.entries import (
    Drawback,
    Pitfall,
    Practice,
    PracticeGroup,
    Principle,
    Source,
)
from assessments.playbook.operating_models import ModelPage
from assessments.playbook.questions import (
    Block,
    Option,
    Question,
    ScoredQuestion,
    Section,
)
from assessments.playbook.releases import Release, Renamed, every_name, follow, follow_answer
from assessments.playbook.terms import Term


@dataclass(frozen=True, slots=True)
class Playbook:
    """What is asked and advised, in one version.

    Each mapping goes from slug to entry and iterates in the playbook's order. `sections`
    begins with the profile, then one for each dimension. `blocks` say something once for
    several questions, `how_to_answer` for all of them. `quick_check` holds the scored questions
    of the quick check; the profile is always part of it. `releases` are the versions
    so far, this one first; `terms` the glossary, by title. `scored_questions` are the questions
    that feed everything but the selector, `guards` the practices that protect from each pitfall,
    `decisive` the questions with an option that is a clear cause of it, `of_a_team` the slugs of
    the questions that score only a team running the service, `conditional` the questions that
    do not always count.
    """

    version: str
    source: Source
    sections: tuple[Section, ...]
    questions: Mapping[str, Question]
    blocks: tuple[Block, ...]
    quick_check: tuple[str, ...]
    how_to_answer: str
    principles: Mapping[str, Principle]
    groups: Mapping[str, PracticeGroup]
    practices: Mapping[str, Practice]
    pitfalls: Mapping[str, Pitfall]
    drawbacks: Mapping[str, Drawback]
    models: Mapping[str, ModelPage]
    terms: Mapping[str, Term]
    releases: tuple[Release, ...]
    scored_questions: Mapping[str, ScoredQuestion] = field(init=False, repr=False, compare=False)
    guards: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)
    decisive: Mapping[str, tuple[ScoredQuestion, ...]] = field(
        init=False, repr=False, compare=False
    )
    of_a_team: frozenset[str] = field(init=False, repr=False, compare=False)
    conditional: tuple[ScoredQuestion, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        scored = {q.slug: q for q in self.questions.values() if isinstance(q, ScoredQuestion)}
        guards = {
            pitfall: tuple(it.slug for it in self.practices.values() if pitfall in it.guards)
            for pitfall in self.pitfalls
        }
        object.__setattr__(self, "scored_questions", scored)
        object.__setattr__(self, "guards", guards)
        decisive = {
            pitfall: tuple(
                question for question in scored.values() if _can_decide(question, pitfall)
            )
            for pitfall in self.pitfalls
        }
        object.__setattr__(self, "decisive", decisive)
        of_a_team = frozenset(q.slug for q in scored.values() if q.counts_for is not None)
        object.__setattr__(self, "of_a_team", of_a_team)
        conditional = tuple(
            q for q in scored.values() if q.slug in of_a_team or q.counts_when != "always"
        )
        object.__setattr__(self, "conditional", conditional)

    @property
    def dimensions(self) -> tuple[Section, ...]:
        """The scored sections."""
        return self.sections[1:]

    def section(self, slug: str) -> Section | None:
        """The section of that slug, None where there is none."""
        return next((section for section in self.sections if section.slug == slug), None)

    def options(self) -> Iterator[tuple[ScoredQuestion, Option]]:
        """Every option of every scored question, in the questionnaire's order."""
        for question in self.scored_questions.values():
            for option in question.options:
                yield question, option

    def url(self, page: str) -> str:
        """The address of a page of the source, given its path."""
        return f"{self.source.url}/{page}"

    def now_called(self, kind: Renamed, slug: str) -> str:
        """What a slug of this or any earlier version is called now."""
        return follow(self.releases, kind, slug)

    def every_name(self, kind: Renamed, slug: str) -> frozenset[str]:
        """Every slug that an entry has had in this and earlier versions, given any of them."""
        return every_name(self.releases, kind, slug)

    def answer_now_called(self, question: str, option: str) -> tuple[str, str]:
        """What a question and an option of it, which may be empty, are called now."""
        return follow_answer(self.releases, question, option)


def _can_decide(question: ScoredQuestion, pitfall: str) -> bool:
    return any(
        trigger.pitfall == pitfall and trigger.weight == "decisive"
        for option in question.options
        for trigger in option.sets_off
    )
