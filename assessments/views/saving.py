"""One body of the questionnaire, saved: what of it was written, and what was not and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from assessments.forms.changes import Pressed, change_of
from assessments.forms.questions import QuestionForm
from assessments.models import Answer
from assessments.views.access import Place, person
from assessments.writes.answer_input import changed_fields
from assessments.writes.answers import Change, Conflict, Saved, save_answers
from assessments.writes.errors import InvalidAnswers

READS_OTHERWISE = gettext_noop(
    "This question has been changed since the page was opened. It stands here as it reads now: "
    "choose again."
)


@dataclass(frozen=True)
class Outcome:
    """What came of it, by question; `answers` is the whole sheet as it is now. `unsent`: nothing
    was tried yet, what the forms hold is only to be shown."""

    answers: Mapping[str, Answer]
    forms: Mapping[str, QuestionForm] = field(default_factory=dict)
    saved: frozenset[str] = frozenset()
    conflicts: Mapping[str, tuple[Conflict, ...]] = field(default_factory=dict)
    faults: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unsent: bool = False

    @property
    def status(self) -> int:
        if self.faults:
            return 422
        return 409 if self.conflicts else 200

    @property
    def is_clean(self) -> bool:
        return self.status == 200


def save(
    request: HttpRequest, place: Place, forms: Sequence[QuestionForm], pressed: Pressed
) -> Outcome:
    """Save what can be saved of those forms. A fault in one keeps no other from being saved."""
    here = {form.item.question.slug: form for form in forms if form.is_in_the_body}
    faults = {slug: found for slug, form in here.items() if (found := _faults(form, pressed))}
    outdated = {slug for slug, form in here.items() if _is_outdated(form, pressed)}
    faults |= {slug: (_(READS_OTHERWISE),) for slug in outdated}
    changes = [change_of(form, pressed) for slug, form in here.items() if slug not in outdated]
    try:
        saved = _save(request, place, changes)
    except InvalidAnswers as refused:
        faults = {**faults, **_joined(faults, refused.faults)}
        good = [change for change in changes if change.question not in refused.faults]
        saved = _save(request, place, good)
    return Outcome(
        answers=saved.answers,
        forms=here,
        saved=saved.saved,
        conflicts=_by_question(saved.conflicts),
        faults=faults,
    )


def _save(request: HttpRequest, place: Place, changes: Sequence[Change]) -> Saved:
    return save_answers(sheet=place.sheet, changes=changes, by=person(request), at=timezone.now())


def _faults(form: QuestionForm, pressed: Pressed) -> tuple[str, ...]:
    """What could not be read, each message after the name of its field."""
    form.full_clean()
    asks_estimate = pressed.estimate == form.item.question.slug
    if asks_estimate and not form.errors and form.estimate is None:
        return (_("Type the income lost, the costs caused, or both. Then use the sum."),)
    return tuple(
        message if name in ("option", "amount") else f"{form.fields[name].label}: {message}"
        for name, messages in form.errors.items()
        for message in map(str, messages)
        if asks_estimate or name not in ("revenue", "costs")
    )


def _is_outdated(form: QuestionForm, pressed: Pressed) -> bool:
    """Whether something was chosen or confirmed in words that the question no longer has."""
    confirms = pressed.confirms(form.item.question.slug)
    chooses = "choice" in changed_fields(shown=form.posted_shown, given=form.given)
    return form.reads_otherwise and (confirms or chooses)


def _joined(
    ours: Mapping[str, tuple[str, ...]], theirs: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    return {slug: (*ours.get(slug, ()), *found) for slug, found in theirs.items()}


def _by_question(conflicts: Sequence[Conflict]) -> dict[str, tuple[Conflict, ...]]:
    return {
        slug: tuple(each for each in conflicts if each.question == slug)
        for slug in {each.question for each in conflicts}
    }
