"""What a form and the button pressed in it ask the service to change."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import QueryDict

from assessments.forms.questions import QuestionForm
from assessments.writes.answer_input import FIELDS, AnswerInput, Field
from assessments.writes.answers import Change

EVERY = "all"
"""Confirms every carried-over answer of the page."""


@dataclass(frozen=True)
class Settled:
    """Which of two values a person keeps after a conflict. `seen` are the fingerprints of the
    other one as it was shown, so that a third one is not overwritten unseen."""

    question: str
    field: Field
    mine: bool
    seen: str


@dataclass(frozen=True)
class Pressed:
    """The button of a question that sent the form, if one did: by the question's slug. `apart` are
    those that the button for all leaves alone: each is to be confirmed by itself."""

    clear: str = ""
    confirm: str = ""
    estimate: str = ""
    settled: Settled | None = None
    apart: frozenset[str] = frozenset()

    @classmethod
    def of(cls, data: QueryDict, *, apart: frozenset[str] = frozenset()) -> Pressed:
        return cls(
            apart=apart,
            clear=data.get("clear", ""),
            confirm=data.get("confirm", ""),
            estimate=data.get("estimate", ""),
            settled=_settled(data.get("settle", "")),
        )

    def confirms(self, question: str) -> bool:
        """Whether a carried-over answer to it is said to hold still."""
        return self.confirm == question or (self.confirm == EVERY and question not in self.apart)

    @property
    def question(self) -> str:
        """The question whose button it was, which is to be drawn again."""
        return self.clear or self.estimate or (self.settled.question if self.settled else "")


def _settled(value: str) -> Settled | None:
    """Reads "telemetry:note:mine:<fingerprints>"; anything else is no button of ours."""
    question, field, whose, seen, *rest = [*value.split(":"), "", "", ""]
    known = next((each for each in FIELDS if each == field), None)
    if known is None or whose not in ("mine", "theirs") or any(rest):
        return None
    return Settled(question, known, mine=whose == "mine", seen=seen)


def change_of(form: QuestionForm, pressed: Pressed) -> Change:
    """The change that a form asks for."""
    slug, shown, given = form.item.question.slug, form.posted_shown, form.given
    if pressed.clear == slug:
        given = replace(given, option="", amount=None)
    if pressed.estimate == slug and form.estimate is not None:
        given = replace(given, option="", amount=form.estimate)
    if (settled := pressed.settled) and settled.question == slug:
        if settled.mine:
            shown = blend(shown, settled.seen, keep=set(FIELDS) - {settled.field})
        else:
            given = _without(given, settled.field)
    return Change(slug, shown, given, confirm=pressed.confirms(slug))


def blend(shown: str, now: str, *, keep: set[Field]) -> str:
    """Fingerprints taken from `now`, save for the fields that are to keep those of `shown`."""
    before, after = shown.split("."), now.split(".")
    if len(before) != len(FIELDS) or len(after) != len(FIELDS):
        return shown if keep else now
    return ".".join(
        old if field in keep else new for field, old, new in zip(FIELDS, before, after, strict=True)
    )


def _without(given: AnswerInput, field: Field) -> AnswerInput:
    if field == "choice":
        return replace(given, option=None, amount=None)
    return replace(given, note=None) if field == "note" else replace(given, evidence=None)
