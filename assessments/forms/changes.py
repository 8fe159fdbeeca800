"""What a form and the button pressed in it ask the service to change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from assessments.answer_input import FIELDS, AnswerInput, Faults, Field
from assessments.forms.questions import QuestionForm
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
    those that the button for all leaves alone: each is to be confirmed by itself. `page`: it saves
    the whole page, or leads on from it."""

    clear: str = ""
    confirm: str = ""
    estimate: str = ""
    settled: Settled | None = None
    page: bool = False
    apart: frozenset[str] = frozenset()

    @classmethod
    def of(cls, data: QueryDict, *, apart: frozenset[str] = frozenset()) -> Pressed:
        return cls(
            apart=apart,
            clear=data.get("clear", ""),
            confirm=data.get("confirm", ""),
            estimate=data.get("estimate", ""),
            settled=_settled(data.get("settle", "")),
            page="go" in data,
        )

    def confirms(self, question: str) -> bool:
        """Whether a carried-over answer to it is said to hold still."""
        return self.confirm == question or (self.confirm == EVERY and question not in self.apart)

    @property
    def question(self) -> str:
        """The question whose button it was, which is to be drawn again."""
        return self.clear or self.estimate or (self.settled.question if self.settled else "")

    @property
    def field(self) -> Field:
        """What of that question it gives a value to, whatever stands in the form."""
        return self.settled.field if self.settled else "choice"


def _settled(value: str) -> Settled | None:
    """Reads "telemetry:note:mine:<fingerprints>"; anything else is no button of ours."""
    question, field, whose, seen, *rest = [*value.split(":"), "", "", ""]
    known = next((each for each in FIELDS if each == field), None)
    if known is None or whose not in ("mine", "theirs") or any(rest):
        return None
    return Settled(question, known, mine=whose == "mine", seen=seen)


def change_of(form: QuestionForm, pressed: Pressed) -> Change:
    """The change that a form asks for."""
    slug, shown, settled = form.item.question.slug, form.posted_shown, pressed.settled
    if settled and settled.mine and settled.question == slug:
        shown = blend(shown, settled.seen, keep=set(FIELDS) - {settled.field})
    return Change(
        slug,
        shown,
        _given(form, pressed),
        confirm=pressed.confirms(slug),
        sent=tuple(_sent_before(form)),
    )


def _given(form: QuestionForm, pressed: Pressed) -> AnswerInput:
    slug, given, settled = form.item.question.slug, form.given, pressed.settled
    if pressed.clear == slug:
        return replace(given, option="", amount=None)
    if pressed.estimate == slug:
        estimated = replace(given, option="", amount=form.estimate)
        return given.without("choice") if form.estimate is None else estimated
    if settled and not settled.mine and settled.question == slug:
        return given.without(settled.field)
    return given


def faults_of_form(form: QuestionForm, pressed: Pressed) -> Faults:
    """What could not be read of what is to be saved; a button that gives a field its value makes
    up for what stands there."""
    slug, faults = form.item.question.slug, dict(form.faults)
    if pressed.question == slug:
        faults.pop(pressed.field, None)
    if pressed.estimate == slug and form.estimate is None:
        nothing = _("Type the income lost, the costs caused, or both. Then use the sum.")
        faults["choice"] = form.faults_of_estimate or (nothing,)
    if pressed.page and not faults.get("choice") and form.has_unused_estimate:
        unused = _("You began to work out an amount. Use the sum, or empty its two fields.")
        faults["choice"] = form.faults_of_estimate or (unused,)
    return faults


def _sent_before(form: QuestionForm) -> Iterator[AnswerInput]:
    """What the same page sent before this, where it had no answer yet: whoever finds it stored
    has found no one else's."""
    for body in form.sent_before:
        data = QueryDict(body)
        before = QuestionForm(form.item, form.assessment, data)
        before.full_clean()
        yield _given(before, Pressed.of(data))


def blend(shown: str, now: str, *, keep: set[Field]) -> str:
    """Fingerprints taken from `now`, save for the fields that are to keep those of `shown`."""
    before, after = shown.split("."), now.split(".")
    if len(before) != len(FIELDS) or len(after) != len(FIELDS):
        return shown if keep else now
    return ".".join(
        old if field in keep else new for field, old, new in zip(FIELDS, before, after, strict=True)
    )
