"""One body of the questionnaire, saved: what of it was written, and what was not and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from assessments.answer_input import FIELDS, AnswerInput, Faults, Field, changed_fields, tidy
from assessments.forms.changes import Pressed, change_of, faults_of_form
from assessments.forms.questions import QuestionForm
from assessments.models import Answer
from assessments.places import Place
from assessments.views.access import person
from assessments.writes.answers import Change, Conflict, save_answers

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
    faults: Mapping[str, Faults] = field(default_factory=dict)
    unsent: bool = False

    @property
    def status(self) -> int:
        if self.faults:
            return 422
        return 409 if self.conflicts else 200

    @property
    def is_clean(self) -> bool:
        return self.status == 200

    def unsaved(self, question: str) -> frozenset[Field]:
        """The fields of a question that hold what is not stored."""
        form = self.forms.get(question)
        if form is None:
            return frozenset()
        waits: set[Field] = {"choice"} if form.waits_for_amount else set()
        clashing = {conflict.field for conflict in self.conflicts.get(question, ())}
        faulty = self.faults.get(question, ())
        return frozenset(FIELDS if self.unsent else {*faulty, *clashing, *waits})

    def differs(self, question: str) -> bool:
        """Whether the form that was sent holds what is neither stored nor waiting: somebody else
        has changed a field that this one left alone."""
        if (form := self.forms.get(question)) is None:
            return False
        given, stored = tidy(form.given), AnswerInput.of(self.answers.get(question))
        return any(
            getattr(given, field) not in (None, getattr(stored, field))
            for field in set(FIELDS) - self.unsaved(question)
        )


def save(
    request: HttpRequest, place: Place, forms: Sequence[QuestionForm], pressed: Pressed
) -> Outcome:
    """Save what can be saved of those forms, field by field: a fault keeps nothing else from it."""
    here = {form.item.question.slug: form for form in forms if form.is_in_the_body}
    for form in here.values():
        form.full_clean()
    changes = {slug: change_of(form, pressed) for slug, form in here.items()}
    faults = {slug: faults_of_form(form, pressed) for slug, form in here.items()}
    for slug in [slug for slug, form in here.items() if _is_outdated(form, changes[slug])]:
        faults[slug] = {**faults[slug], "choice": (_(READS_OTHERWISE),)}
        given = changes[slug].given.without("choice")
        changes[slug] = replace(changes[slug], given=given, confirm=False)
    saved = save_answers(
        sheet=place.sheet, changes=changes.values(), by=person(request), at=timezone.now()
    )
    return Outcome(
        answers=saved.answers,
        forms=here,
        saved=saved.saved,
        conflicts=_by_question(saved.conflicts),
        faults=_joined(faults, saved.faults),
    )


def _is_outdated(form: QuestionForm, change: Change) -> bool:
    """Whether something was chosen or confirmed in words that the question no longer has."""
    chooses = "choice" in changed_fields(shown=form.posted_shown, given=form.given)
    return form.reads_otherwise and (change.confirm or chooses)


def _joined(ours: Mapping[str, Faults], theirs: Mapping[str, Faults]) -> dict[str, Faults]:
    both = {slug: {**theirs.get(slug, {}), **ours.get(slug, {})} for slug in {*ours, *theirs}}
    return {slug: faults for slug, faults in both.items() if faults}


def _by_question(conflicts: Iterable[Conflict]) -> dict[str, tuple[Conflict, ...]]:
    found: dict[str, tuple[Conflict, ...]] = {}
    for each in conflicts:
        found[each.question] = (*found.get(each.question, ()), each)
    return found
