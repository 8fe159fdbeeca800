"""Saving answers, so that two people on one sheet never undo each other's work."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.answer_input import (
    FIELDS,
    AnswerInput,
    Faults,
    Field,
    changed_fields,
    faults_of,
    merge,
    tidy,
)
from assessments.current import playbook
from assessments.models import (
    Answer,
    Assessment,
    GuestCheck,
    Origin,
    Sheet,
    SheetKind,
    User,
)
from assessments.queries.draft_moves import is_outdated
from assessments.writes.content_versions import move_draft
from assessments.writes.errors import SheetFrozen
from assessments.writes.guests_text import faults_of_guests_text
from assessments.writes.history import signed


@dataclass(frozen=True)
class Change:
    """What someone wants one question's answer to be.

    `shown` is what `fingerprints` gave for what the form showed; `confirm` says that a
    carried-over answer still holds; `sent` is what the same form was sent with before, where
    no answer came back to tell whether it was written.
    """

    question: str
    shown: str
    given: AnswerInput = field(default_factory=AnswerInput)
    confirm: bool = False
    sent: tuple[AnswerInput, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        """What it changes."""
        return changed_fields(shown=self.shown, given=self.given, sent=self.sent)


@dataclass(frozen=True)
class Conflict:
    """A field that someone else has meanwhile saved otherwise; nothing of it was written."""

    question: str
    field: Field
    theirs: AnswerInput
    yours: AnswerInput
    saved_by: User | None
    saved_at: datetime | None


@dataclass(frozen=True)
class Saved:
    """Which questions were written, what was not, and every answer of the sheet as it is now.
    `faults` are of fields that cannot be what was given, by question."""

    saved: frozenset[str]
    conflicts: tuple[Conflict, ...]
    answers: Mapping[str, Answer]
    faults: Mapping[str, Faults] = field(default_factory=dict)


def save_answers(
    *, sheet: Sheet, changes: Iterable[Change], by: User | None, at: datetime
) -> Saved:
    """Write what differs from what the form showed, field by field: a faulty one keeps no other
    from being written.

    An outdated draft is moved to the present words first, even where nothing is left to write.
    Four queries for any number of answers that are all new or all known, one more for a
    guest's and another for a guest's texts. Raises SheetFrozen.
    """
    if not sheet.assessment.is_open:
        raise SheetFrozen
    tidied = list(map(_tidied, changes))
    faults = _faults(sheet, tidied)
    sound = _sound(tidied, faults)
    if overlong := faults_of_guests_text(sheet, {c.question: (c.given, c.fields) for c in sound}):
        faults = {**faults, **{q: {**faults.get(q, {}), **found} for q, found in overlong.items()}}
        sound = _sound(sound, overlong)
    wanted = [change for change in sound if change.confirm or change.fields]
    outdated = is_outdated(sheet)
    if not wanted and not outdated:
        return Saved(frozenset(), (), stored_answers(sheet), faults)
    # Nothing is raised in here, so a savepoint would be two queries for nothing.
    with transaction.atomic(savepoint=False):
        has_turn = claim_turn(sheet, at)
        if has_turn and outdated:
            move_draft(sheet=sheet, at=at)
        saved = _save(sheet, wanted, by, at) if has_turn else None
    if saved is None:
        raise SheetFrozen
    return replace(saved, faults=faults)


def _tidied(change: Change) -> Change:
    return replace(change, given=tidy(change.given), sent=tuple(map(tidy, change.sent)))


def _sound(changes: Sequence[Change], faults: Mapping[str, Faults]) -> list[Change]:
    return [_without(change, faults.get(change.question, {})) for change in changes]


def _without(change: Change, faulty: Collection[Field]) -> Change:
    """The change without what cannot be; a choice that cannot be confirms nothing."""
    given = change.given
    for each in faulty:
        given = given.without(each)
    return replace(change, given=given, confirm=change.confirm and "choice" not in faulty)


def stored_answers(sheet: Sheet) -> dict[str, Answer]:
    """Every answer of a sheet, by question, with who saved it."""
    return {answer.question: answer for answer in sheet.answers.select_related("saved_by")}


def claim_turn(sheet: Sheet, at: datetime) -> bool:
    """Hold others off the sheet until the transaction ends; False if its assessment is not open,
    or no longer the guest's it was.

    The team's sheet is held by its assessment, which is frozen with it, a person's by its own
    row: on PostgreSQL whoever saves on one does not wait for the other. The lock comes first, so
    whoever waits for it sees what was written before. A guest's check goes before its assessment,
    as it does where one is claimed or deleted.
    """
    assessment = sheet.assessment
    if sheet.kind == SheetKind.PERSON:
        list(Sheet.objects.select_for_update(no_key=True).filter(pk=sheet.pk))
        return Sheet.objects.filter(pk=sheet.pk, assessment__submitted_at=None).exists()
    if assessment.guest_check_id is not None:
        GuestCheck.objects.filter(pk=assessment.guest_check_id).update(last_saved_at=at)
    still_open = Assessment.objects.filter(
        pk=assessment.pk, guest_check=assessment.guest_check_id, submitted_at=None
    )
    if not still_open.update(last_saved_at=at):
        return False
    assessment.last_saved_at = at
    return True


def _faults(sheet: Sheet, changes: Sequence[Change]) -> dict[str, Faults]:
    questions, bands = playbook().questions, sheet.assessment.bands
    faults: dict[str, Faults] = {}
    for change in changes:
        question = questions.get(change.question)
        if question is None:
            faults[change.question] = dict.fromkeys(FIELDS, (_("There is no such question."),))
            continue
        found = faults_of(question, change.given, bands, change.fields)
        if change.question == "present-model" and "choice" in change.fields:
            found = {**_hybrid_faults(sheet, change, changes), **found}
        if found:
            faults[change.question] = found
    return faults


def _hybrid_faults(sheet: Sheet, change: Change, changes: Sequence[Change]) -> Faults:
    if change.given.option != "hybrid":
        return {}
    chosen = {c.question: c.given.option for c in changes}.get("composition")
    if chosen is None:
        stored = sheet.answers.filter(question="composition").first()
        chosen = stored.option if stored else ""
    if chosen == "both":
        return {}
    return {"choice": (_("Only a service of both parts can be run as a hybrid."),)}


def _save(sheet: Sheet, changes: Sequence[Change], by: User | None, at: datetime) -> Saved:
    answers = stored_answers(sheet)
    fresh: list[Answer] = []
    known: list[Answer] = []
    conflicts: list[Conflict] = []
    for change in changes:
        answer = answers.get(change.question)
        stored = AnswerInput.of(answer)
        writes, clashes = merge(
            stored=stored, shown=change.shown, given=change.given, sent=change.sent
        )
        conflicts += [
            Conflict(
                question=change.question,
                field=clash,
                theirs=stored,
                yours=change.given,
                saved_by=answer.saved_by if answer else None,
                saved_at=answer.saved_at if answer else None,
            )
            for clash in clashes
        ]
        confirms = change.confirm and not clashes and answer is not None and answer.carried_over
        if not writes and not confirms:
            continue
        (known if answer else fresh).append(
            _written(answer or _blank(sheet, change.question), change.given, writes)
        )
    write(fresh, known, by=by, at=at)
    answers |= {answer.question: answer for answer in (*fresh, *known)}
    return Saved(
        saved=frozenset(answer.question for answer in (*fresh, *known)),
        conflicts=tuple(conflicts),
        answers=answers,
    )


def _blank(sheet: Sheet, question: str) -> Answer:
    return Answer(organisation_id=sheet.organisation_id, sheet=sheet, question=question)


def _written(answer: Answer, given: AnswerInput, fields: Sequence[Field]) -> Answer:
    if "choice" in fields:
        answer.option, answer.amount = given.option or "", given.amount
        answer.origin = Origin.TYPED
    if "note" in fields:
        answer.note = given.note or ""
    if "evidence" in fields:
        answer.evidence = list(given.evidence or ())
    answer.carried_over = False
    return answer


def write(
    fresh: Sequence[Answer], known: Sequence[Answer], *, by: User | None, at: datetime
) -> None:
    """Insert and update answers, and their history, in two queries each."""
    for answer in (*fresh, *known):
        answer.saved_by, answer.saved_at = by, at
        signed(answer, by=by)
    if fresh:
        Answer.objects.bulk_create(fresh)
        Answer.history.bulk_history_create(fresh, default_date=at)
    if known:
        written = ["option", "amount", "note", "evidence", "origin", "carried_over"]
        _update(known, [*written, "saved_by", "saved_at"])
        Answer.history.bulk_history_create(known, update=True, default_date=at)


def _update(answers: Sequence[Answer], columns: Sequence[str]) -> None:
    """In one query. That for many rows is long to put together, and one alone is what is most
    often saved."""
    if len(answers) > 1:
        Answer.objects.bulk_update(answers, columns)
        return
    for answer in answers:
        values = {column: getattr(answer, column) for column in columns}
        Answer.objects.filter(pk=answer.pk).update(**values)
