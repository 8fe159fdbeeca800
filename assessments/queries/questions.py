"""What the questionnaire asks, for those who read it without an assessment. No points: whoever
reads them would answer by them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assessments.current import playbook
from assessments.playbook.questions import (
    ProfileOption,
    ProfileQuestion,
    Question,
    ScoredQuestion,
    Section,
)
from assessments.queries.entries import Ref, touched_by
from assessments.queries.glossary import Explained, terms_of_question


@dataclass(frozen=True)
class AskedQuestion:
    """A question with each option's text and help, the entries that its answers bear on, and the
    words in it that are explained. `introduction` stands above the first question of a block,
    `may_not_apply` is when *does not apply* can be answered."""

    question: Question
    introduction: str
    may_not_apply: str
    options: tuple[tuple[str, str], ...]
    touches: tuple[Ref, ...]
    terms: tuple[Explained, ...]

    @property
    def is_optional(self) -> bool:
        """Whether the profile can be judged without it; scored questions may all be left open."""
        return isinstance(self.question, ProfileQuestion) and not self.question.required


@dataclass(frozen=True)
class AskedSection:
    """A page of the questionnaire."""

    section: Section
    questions: tuple[AskedQuestion, ...]


@cache
def asked_sections() -> tuple[AskedSection, ...]:
    """Every section with its questions, in the questionnaire's order."""
    book = playbook()
    return tuple(
        AskedSection(section, tuple(_asked(book.questions[slug]) for slug in section.questions))
        for section in book.sections
    )


def asked_questions() -> Iterator[AskedQuestion]:
    """The questions of every section, one after the other."""
    for each in asked_sections():
        yield from each.questions


def _asked(question: Question) -> AskedQuestion:
    return AskedQuestion(
        question,
        next((b.introduction for b in playbook().blocks if b.questions[0] == question.slug), ""),
        question.does_not_apply if isinstance(question, ScoredQuestion) else "",
        tuple(
            (option.text, option.help if isinstance(option, ProfileOption) else "")
            for option in question.options
        ),
        touched_by(question.slug),
        terms_of_question(question.slug),
    )
