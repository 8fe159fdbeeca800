"""What people give as an answer: how it is tidied, checked, and merged with what is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from django.utils.translation import gettext as _

from assessments.fingerprints import fingerprint
from assessments.models import LONGEST_NOTE, Answer
from assessments.money.currencies import LARGEST_AMOUNT
from assessments.playbook.questions import DOES_NOT_APPLY, ProfileQuestion, Question, ScoredQuestion
from assessments.reports.result_labels import NO_EXPOSURE, NO_EXPOSURES, RESERVED_OPTIONS
from assessments.scoring.inputs import Band
from assessments.texts import faults_of_links, tidy_links, tidy_text

Field: TypeAlias = Literal["choice", "note", "evidence"]
"""What is saved, and told apart when two people save at once, each for itself."""

FIELDS: tuple[Field, ...] = ("choice", "note", "evidence")

Faults: TypeAlias = Mapping[Field, tuple[str, ...]]
"""What is wrong with an answer, by field, in words for whoever gave it."""


@dataclass(frozen=True)
class AnswerInput:
    """What a form holds for one question: an option or an amount, a note, links.

    None for `option`, `note` or `evidence` means that the form has no such field; with an
    `amount`, `option` is empty.
    """

    option: str | None = ""
    amount: int | None = None
    note: str | None = ""
    evidence: tuple[str, ...] | None = ()

    @classmethod
    def of(cls, answer: Answer | None) -> AnswerInput:
        """What is stored."""
        if answer is None:
            return cls()
        return cls(answer.option, answer.amount, answer.note, tuple(answer.evidence))

    @property
    def choice(self) -> tuple[str, int | None] | None:
        return None if self.option is None else (self.option, self.amount)

    @property
    def is_empty(self) -> bool:
        return self == AnswerInput()

    def without(self, field: Field) -> AnswerInput:
        """The same as from a form that lacks the field."""
        if field == "choice":
            return replace(self, option=None, amount=None)
        return replace(self, note=None) if field == "note" else replace(self, evidence=None)


def tidy(given: AnswerInput) -> AnswerInput:
    """The same without what nobody meant: stray space, control characters, repeated links."""
    return AnswerInput(
        option=None if given.option is None else given.option.strip(),
        amount=given.amount,
        note=None if given.note is None else tidy_text(given.note),
        evidence=None if given.evidence is None else tidy_links(given.evidence),
    )


def fingerprints(answer: Answer | AnswerInput | None) -> str:
    """Short digests of the choice, the note and the links, joined by dots, for a form to hold:
    they tell later what it showed."""
    given = answer if isinstance(answer, AnswerInput) else AnswerInput.of(answer)
    return ".".join(fingerprint(getattr(given, field)) for field in FIELDS)


NOTHING_SHOWN = fingerprints(None)


def _by_field(shown: str) -> dict[Field, str]:
    """A form's fingerprints. One that came without showed, for all we know, an empty question."""
    parts = shown.split(".")
    if len(parts) != len(FIELDS):
        parts = NOTHING_SHOWN.split(".")
    return dict(zip(FIELDS, parts, strict=True))


def changed_fields(
    *, shown: str, given: AnswerInput, sent: Sequence[AnswerInput] = ()
) -> tuple[Field, ...]:
    """The fields that the form holds and that differ from what it showed, or from what it has
    `sent` since without an answer."""
    return tuple(
        field
        for field, digest in _by_field(shown).items()
        if (value := getattr(given, field)) is not None
        and any(fingerprint(each) != digest for each in (value, *_values(sent, field)))
    )


def _values(sent: Sequence[AnswerInput], field: Field) -> list[Any]:
    return [value for each in sent if (value := getattr(each, field)) is not None]


def merge(
    *, stored: AnswerInput, shown: str, given: AnswerInput, sent: Sequence[AnswerInput] = ()
) -> tuple[tuple[Field, ...], tuple[Field, ...]]:
    """Of the changed fields, those to write and those in conflict: changed meanwhile by someone
    else to something else. What is stored as the form itself has `sent` it is nobody else's."""
    before = _by_field(shown)
    differing = [
        field
        for field in changed_fields(shown=shown, given=given, sent=sent)
        if getattr(given, field) != getattr(stored, field)
    ]
    free = tuple(
        field
        for field in differing
        if fingerprint(value := getattr(stored, field)) == before[field]
        or value in _values(sent, field)
    )
    return free, tuple(f for f in differing if f not in free)


def faults_of(
    question: Question, given: AnswerInput, bands: Sequence[Band], fields: Sequence[Field] = FIELDS
) -> Faults:
    """What is wrong with those fields of a tidied answer."""
    found: dict[Field, Iterable[str]] = {
        "choice": _choice_faults(question, given.option, given.amount, bands),
        "note": _note_faults(given.note or ""),
        "evidence": faults_of_links(given.evidence or ()),
    }
    told = {field: tuple(found[field]) for field in fields}
    return {field: faults for field, faults in told.items() if faults}


def _note_faults(note: str) -> Iterator[str]:
    if len(note) > LONGEST_NOTE:
        lengths = {"most": LONGEST_NOTE, "now": len(note)}
        yield _("Keep the note to %(most)d characters. It has %(now)d now.") % lengths


def _choice_faults(
    question: Question, option: str | None, amount: int | None, bands: Sequence[Band]
) -> Iterator[str]:
    if option is None:
        return
    if amount is not None:
        if not isinstance(question, ProfileQuestion) or question.answer != "exposure":
            yield _("This question takes no amount.")
        elif option:
            yield _("Give an amount or pick a band, not both.")
        elif not 0 <= amount <= LARGEST_AMOUNT:
            yield _("Give a whole amount between 0 and 1,000,000,000,000.")
    if option and not is_option(question, option):
        yield _("Pick one of the options.")
    elif option and band_is_off(question, option, bands):
        yield _("This band is switched off in your organisation.")


def is_option(question: Question, option: str) -> bool:
    """Whether that answer can be given at all, be the band on or off."""
    if isinstance(question, ScoredQuestion) and option in RESERVED_OPTIONS:
        return option != DOES_NOT_APPLY or bool(question.does_not_apply)
    if option == NO_EXPOSURE and question.slug in NO_EXPOSURES:
        return True
    return question.option(option) is not None


def band_is_off(question: Question, option: str, bands: Sequence[Band]) -> bool:
    """Whether an exposure is told by a band that the organisation does not use."""
    takes_bands = isinstance(question, ProfileQuestion) and question.answer == "exposure"
    known = {"", NO_EXPOSURE, *(band.band for band in bands)}
    return takes_bands and option not in known
