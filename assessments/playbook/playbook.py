"""The whole playbook as one frozen value, with the look-ups that the rest needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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
    begins with the profile, then one for each dimension. `quick_check` holds the scored
    questions of the quick check; the profile is always part of it. `releases` are the versions
    so far, this one first; `terms` the glossary, by title.
    """

    version: str
    source: Source
    sections: tuple[Section, ...]
    questions: Mapping[str, Question]
    quick_check: tuple[str, ...]
    principles: Mapping[str, Principle]
    groups: Mapping[str, PracticeGroup]
    practices: Mapping[str, Practice]
    pitfalls: Mapping[str, Pitfall]
    drawbacks: Mapping[str, Drawback]
    models: Mapping[str, ModelPage]
    terms: Mapping[str, Term]
    releases: tuple[Release, ...]

    @property
    def dimensions(self) -> tuple[Section, ...]:
        """The scored sections."""
        return self.sections[1:]

    @property
    def scored_questions(self) -> Mapping[str, ScoredQuestion]:
        """The questions that feed everything else."""
        return {q.slug: q for q in self.questions.values() if isinstance(q, ScoredQuestion)}

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
