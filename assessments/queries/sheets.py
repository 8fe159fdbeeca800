"""A sheet of answers as its pages need it: what is asked, what is answered, what is left."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from assessments.answer_input import AnswerInput, band_is_off, fingerprints
from assessments.current import playbook
from assessments.models import Answer, Assessment, Sheet
from assessments.playbook.questions import DONT_KNOW, ProfileQuestion, Question, Section
from assessments.queries.asked import answers_something, in_scope, option_text
from assessments.queries.content_versions import Move, Was, as_it_was, moves_of
from assessments.queries.draft_moves import draft_move, is_outdated
from assessments.queries.questions_put import QuestionsPut, stand
from assessments.reports.result_labels import NO_EXPOSURE
from assessments.scoring.vocabulary import NotCountedReason


@dataclass(frozen=True)
class Item:
    """A question as it stands on a sheet.

    `not_counted` says why it stands apart, under "how it runs today"; `fault` what must be
    mended before the profile can be judged, in words for people; `was` how it was put and
    answered before its words changed under the draft.
    """

    question: Question
    answer: Answer | None = None
    not_counted: NotCountedReason | None = None
    fault: str = ""
    was: Was | None = None

    @property
    def given(self) -> AnswerInput:
        return AnswerInput.of(self.answer)

    @property
    def shown(self) -> str:
        """The fingerprints for a form that shows this answer."""
        return fingerprints(self.answer)

    @property
    def is_profile(self) -> bool:
        return isinstance(self.question, ProfileQuestion)

    @property
    def is_optional(self) -> bool:
        """Whether it stands outside progress."""
        if isinstance(self.question, ProfileQuestion):
            return not self.question.required
        return self.not_counted is not None

    @property
    def is_answered(self) -> bool:
        """Whether anything is chosen: *don't know* and *does not apply* are answers."""
        return answers_something(self.question, self.answer)

    @property
    def is_unconfirmed(self) -> bool:
        """Whether the answer is the last assessment's and nobody has said that it still holds."""
        return self.answer is not None and self.answer.carried_over and self.is_answered

    @property
    def has_changed(self) -> bool:
        """Whether the question is known to have read otherwise when it was answered."""
        return self.was is not None and self.was.fate != "words-unknown"

    @property
    def has_lost_its_option(self) -> bool:
        """Whether what was chosen is no longer offered, and nothing else is chosen yet."""
        return self.was is not None and self.was.fate == "option-gone" and not self.is_answered

    @property
    def is_unknown(self) -> bool:
        return self.answer is not None and self.answer.option == DONT_KNOW

    @property
    def option_text(self) -> str:
        """The chosen option in words; empty for an amount and where nothing is chosen."""
        return option_text(self.question, self.answer.option if self.answer else "")


@dataclass(frozen=True)
class Progress:
    """How far along: `answered` of `asked`. `unconfirmed` answers are carried over, the optional
    ones among them too."""

    answered: int
    asked: int
    unconfirmed: int

    @property
    def is_complete(self) -> bool:
        return self.answered == self.asked and not self.unconfirmed


@dataclass(frozen=True)
class SectionState:
    """A page of the questionnaire; `put` holds its questions in the questionnaire's order."""

    section: Section
    put: tuple[Item, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """What is asked first: all but those that stand apart."""
        return tuple(item for item in self.put if item.not_counted is None)

    @property
    def apart(self) -> tuple[Item, ...]:
        """How it runs today: optional, last, outside progress and scores."""
        return tuple(item for item in self.put if item.not_counted is not None)

    @property
    def progress(self) -> Progress:
        return _progress(self.put)

    @property
    def open(self) -> tuple[Item, ...]:
        return tuple(item for item in self.put if not (item.is_optional or item.is_answered))


@dataclass(frozen=True)
class SheetState:
    """Everything about a sheet, computed once from its answers.

    `sections` hold what is in scope and put; nothing else is asked. `moves` are the draft's to
    later versions, the latest first; none once it is submitted.
    """

    sheet: Sheet
    standing: QuestionsPut
    sections: tuple[SectionState, ...]
    moves: tuple[Move, ...]

    @property
    def assessment(self) -> Assessment:
        return self.sheet.assessment

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Every question that is put, by slug, in the questionnaire's order."""
        return {item.question.slug: item for section in self.sections for item in section.put}

    def item(self, question: str) -> Item | None:
        return self.items.get(question)

    def section(self, slug: str) -> SectionState | None:
        return next((each for each in self.sections if each.section.slug == slug), None)

    @property
    def progress(self) -> Progress:
        return _progress(self.items.values())

    @property
    def open(self) -> tuple[Item, ...]:
        """The questions within progress without an answer."""
        return tuple(item for section in self.sections for item in section.open)

    @property
    def unconfirmed(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items.values() if item.is_unconfirmed)

    @property
    def resume_at(self) -> SectionState | None:
        """Where one left off: the first section with something to answer or to confirm."""
        return next((each for each in self.sections if not each.progress.is_complete), None)

    @property
    def faults(self) -> Mapping[str, str]:
        """What keeps the profile from being judged, by question, in words for people."""
        return {slug: item.fault for slug, item in self.items.items() if item.fault}

    @property
    def inputs(self) -> dict[str, Any]:
        """The scoring core's input document; to be read only where the profile is complete."""
        answered = [item for item in self.items.values() if item.is_answered]
        return {
            "service": self.assessment.subject.name,
            "profile": {
                item.question.slug: _profile_value(item)
                for item in answered
                if item.is_profile and item.given.option != NO_EXPOSURE
            },
            "bands": [
                {"band": band.band} | ({} if band.ceiling is None else {"ceiling": band.ceiling})
                for band in self.assessment.bands
            ],
            "answers": {
                item.question.slug: {
                    "option": item.given.option,
                    "evidence": list(item.given.evidence or ()),
                    "note": item.given.note,
                }
                for item in answered
                if not item.is_profile
            },
        }


def fetch_sheet(sheet: Sheet) -> SheetState:
    """A sheet's state in the present words, in one query where its assessment, organisation and
    content version are loaded."""
    stored = sheet.answers.all()
    if not is_outdated(sheet):
        return compute_sheet(sheet, {answer.question: answer for answer in stored})
    moving = draft_move(sheet, stored)
    told = [moving.told] if moving.told else []
    answers = {answer.question: answer for answer in moving.answers}
    return compute_sheet(sheet, answers, unsaved_moves=told)


def compute_sheet(
    sheet: Sheet,
    answers: Mapping[str, Answer],
    unsaved_moves: Sequence[Mapping[str, Any]] = (),
) -> SheetState:
    """The state that those answers make, which stand in the present words."""
    assessment = sheet.assessment
    questions, bands = playbook().questions, assessment.bands
    possible = {
        slug: answer
        for slug, answer in answers.items()
        if slug in questions
        and answers_something(questions[slug], answer)
        and not band_is_off(questions[slug], answer.option, bands)
    }
    standing, moves = stand(possible, bands), moves_of([*sheet.moves, *unsaved_moves])
    before = as_it_was(moves)
    return SheetState(
        sheet=sheet,
        standing=standing,
        sections=tuple(
            SectionState(section, tuple(_put(section, assessment, answers, standing, before)))
            for section in playbook().sections
        ),
        moves=moves if assessment.is_open else (),
    )


def _put(
    section: Section,
    assessment: Assessment,
    answers: Mapping[str, Answer],
    standing: QuestionsPut,
    before: Mapping[str, Was],
) -> Iterator[Item]:
    for slug in section.questions:
        question, answer = playbook().questions[slug], answers.get(slug)
        if not (in_scope(question, assessment.scope) and standing.puts(question)):
            continue
        yield Item(
            question=question,
            answer=answer,
            not_counted=standing.why_not_counted(question),
            fault=_fault(question, answer, assessment, standing),
            was=before.get(slug),
        )


def _fault(
    question: Question, answer: Answer | None, assessment: Assessment, standing: QuestionsPut
) -> str:
    if not isinstance(question, ProfileQuestion):
        return ""
    if not answers_something(question, answer):
        return _("“%s” is not answered.") % question.text if question.required else ""
    option = answer.option if answer else ""
    if band_is_off(question, option, assessment.bands):
        return _("“%s”: this band is switched off now. Choose again.") % question.text
    if option == "hybrid" and not standing.both:
        return _("“%s”: only a service of both parts can be a hybrid.") % question.text
    return ""


def _profile_value(item: Item) -> str | dict[str, str | int]:
    given = item.given
    if given.amount is not None:
        return {"amount": given.amount}
    option = given.option or ""
    assert isinstance(item.question, ProfileQuestion)  # noqa: S101 - the caller filters
    return {"band": option} if item.question.answer == "exposure" else option


def _progress(items: Collection[Item]) -> Progress:
    counted = [item for item in items if not item.is_optional]
    answered = [item for item in counted if item.is_answered]
    return Progress(
        answered=len(answered),
        asked=len(counted),
        unconfirmed=sum(item.is_unconfirmed for item in items),
    )
