"""What can be chosen at a question, in the words and the order in which it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from assessments.models import Answer, Assessment
from assessments.playbook.questions import (
    DOES_NOT_APPLY,
    DONT_KNOW,
    ProfileQuestion,
    Question,
    ScoredQuestion,
)
from assessments.queries.questions_put import QuestionsPut
from assessments.reports import result_labels
from assessments.reports.result_labels import RESERVED_OPTIONS
from assessments.scoring.inputs import Band

TYPED = "amount"
"""What the form calls an amount, beside the bands' slugs."""


@dataclass(frozen=True)
class Choice:
    """One of the options that a question offers; `apart` ones are not about the service."""

    value: str
    text: str
    help: str = ""
    checked: bool = False
    apart: bool = False
    typed: bool = False


def takes_money(question: Question) -> bool:
    """Whether the question is answered by an amount or by a band."""
    return isinstance(question, ProfileQuestion) and question.answer == "exposure"


def offered(question: Question, assessment: Assessment, *, put: QuestionsPut) -> tuple[str, ...]:
    """The slugs of the options that can be chosen now: bands that are on, and hybrid only for a
    service of both parts."""
    on = {band.band for band in assessment.bands}
    return tuple(
        option.slug
        for option in question.options
        if not (takes_money(question) and option.slug not in on)
        and not (question.slug == "present-model" and option.slug == "hybrid" and not put.both)
    )


def choices(
    question: Question, assessment: Assessment, *, put: QuestionsPut, chosen: str
) -> tuple[Choice, ...]:
    """What to show; `chosen` is an option's slug, `TYPED` or empty.

    A stored option that can no longer be chosen stays in view, so that saving something else
    beside it does not wipe it.
    """
    slugs = offered(question, assessment, put=put)
    shown = [
        Choice(
            option.slug,
            _band_text(option.text, option.slug, assessment)
            if takes_money(question) and option.slug in slugs
            else option.text,
            getattr(option, "help", "")
            if option.slug in slugs
            else _("This can no longer be chosen."),
            checked=chosen == option.slug,
        )
        for option in question.options
        if option.slug in slugs or option.slug == chosen
    ]
    if takes_money(question):
        typed = Choice(TYPED, _("I know an amount"), checked=chosen == TYPED, typed=True)
        return (typed, *shown, *_no_exposure(question, chosen))
    return (*shown, *_reserved(question, chosen, put))


def chosen_of(answer: Answer | None) -> str:
    """What an answer chose, as the form calls it."""
    if answer is None:
        return ""
    return answer.option if answer.amount is None else TYPED


def _reserved(question: Question, chosen: str, put: QuestionsPut) -> Iterator[Choice]:
    """*Don't know*, and *does not apply* with its condition where it can hold; where it no longer
    can, it stays in view as long as it is chosen."""
    if not isinstance(question, ScoredQuestion):
        return
    yield Choice(DONT_KNOW, _(RESERVED_OPTIONS[DONT_KNOW]), checked=chosen == DONT_KNOW, apart=True)
    can_hold = question.does_not_apply and put.may_not_apply(question)
    if can_hold or chosen == DOES_NOT_APPLY:
        yield Choice(
            DOES_NOT_APPLY,
            _(RESERVED_OPTIONS[DOES_NOT_APPLY]),
            question.does_not_apply if can_hold else _("This can no longer be chosen."),
            checked=chosen == DOES_NOT_APPLY,
            apart=True,
        )


def _no_exposure(question: Question, chosen: str) -> Iterator[Choice]:
    """That there is none says something, so it can be chosen where an exposure may be left out."""
    if question.slug in result_labels.NO_EXPOSURES:
        none = result_labels.NO_EXPOSURE
        text = _(result_labels.NO_EXPOSURES[question.slug])
        yield Choice(none, text, checked=chosen == none, apart=True)


def _band_text(text: str, slug: str, assessment: Assessment) -> str:
    low, high = _limits(slug, assessment.bands)
    currency = assessment.currency
    if low is None:
        return _("%(band)s: up to %(high)s an hour") % {
            "band": text,
            "high": result_labels.money(high or 0, currency),
        }
    if high is None:
        return _("%(band)s: more than %(low)s an hour") % {
            "band": text,
            "low": result_labels.money(low, currency),
        }
    return _("%(band)s: more than %(low)s, up to %(high)s an hour") % {
        "band": text,
        "low": result_labels.money(low, currency),
        "high": result_labels.money(high, currency),
    }


def _limits(slug: str, bands: Sequence[Band]) -> tuple[int | None, int | None]:
    """The ceiling below a band and its own; the last band of the list is open."""
    at = next(index for index, band in enumerate(bands) if band.band == slug)
    return (
        bands[at - 1].ceiling if at else None,
        None if at == len(bands) - 1 else bands[at].ceiling,
    )
