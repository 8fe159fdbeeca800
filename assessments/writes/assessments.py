"""Starting, continuing and discarding assessments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import transaction

from assessments.answer_input import AnswerInput, tidy
from assessments.current import playbook
from assessments.models import (
    Answer,
    Assessment,
    GuestCheck,
    Origin,
    Result,
    Scope,
    Service,
    Sheet,
    SheetKind,
    User,
)
from assessments.money.currencies import DEFAULT_CURRENCY
from assessments.queries.asked import in_scope
from assessments.reports.answer_snapshot import AnswerSnapshot, recall
from assessments.tokens import new_token
from assessments.writes.answers import write
from assessments.writes.content_versions import move_draft, present_content_version
from assessments.writes.deletion import delete_rows
from assessments.writes.errors import CheckGone, ServiceArchived, SheetFrozen
from assessments.writes.history import signed
from assessments.writes.organisations import guest_organisation


@transaction.atomic
def start_guest_check(
    *, name: str, scope: Scope, at: datetime, currency: str = DEFAULT_CURRENCY
) -> tuple[GuestCheck, str, Assessment]:
    """A guest's check that counts in that currency, its link's token, its first assessment."""
    token, token_hash = new_token()
    check = GuestCheck.objects.create(
        organisation=guest_organisation(currency=currency, at=at),
        name=name,
        currency=currency,
        token_hash=token_hash,
        created_at=at,
        last_saved_at=at,
    )
    return check, token, _open(check, scope=scope, by=None, at=at)


@transaction.atomic
def start_assessment(
    *, service: Service, scope: Scope, by: User | None, at: datetime
) -> Assessment:
    """The service's open assessment, or a new one that carries over the last result's answers,
    to be confirmed. Raises ServiceArchived."""
    locked = _locked_service(service)
    if opened := locked.assessments.filter(submitted_at=None).first():
        return opened
    last = locked.results.first()
    return _open(locked, scope=scope, by=by, at=at, copied=last, carried_over=True)


@transaction.atomic
def continue_in_full(*, result: Result, by: User | None, at: datetime) -> Assessment:
    """A full assessment that goes on from a quick check's answers without asking them again.

    The open assessment of the same service or guest, if there is one, is what one gets.
    """
    subject: Service | GuestCheck
    if result.service is not None:
        subject = _locked_service(result.service)
    else:
        subject = _locked_check(result.assessment.guest_check_id)
    if opened := subject.assessments.filter(submitted_at=None).first():
        return opened
    return _open(subject, scope=Scope.FULL, by=by, at=at, copied=result, carried_over=False)


@transaction.atomic
def discard(*, assessment: Assessment, by: User | None, at: datetime) -> None:
    """Delete an open assessment with its answers; that it was, and who discarded it, remains in
    a service's history. Raises SheetFrozen and, of a guest's claimed meanwhile, CheckGone."""
    if assessment.guest_check_id is not None:
        _locked_check(assessment.guest_check_id)
    locked = Assessment.objects.select_for_update().filter(pk=assessment.pk).first()
    if locked is None or not locked.is_open:
        raise SheetFrozen
    if locked.guest_check_id is not None:
        delete_rows(Assessment.objects.filter(pk=locked.pk))
        return
    delete_rows(Sheet.objects.filter(assessment=locked))
    signed(locked, by=by, at=at).delete()


def _locked_service(service: Service) -> Service:
    locked = Service.objects.select_for_update().get(pk=service.pk)
    if locked.archived_at is not None:
        raise ServiceArchived
    return locked


def _locked_check(pk: int | None) -> GuestCheck:
    checks = GuestCheck.objects.select_for_update()
    locked = None if pk is None else checks.filter(pk=pk).first()
    if locked is None:
        raise CheckGone
    return locked


def _open(
    subject: Service | GuestCheck,
    *,
    scope: Scope,
    by: User | None,
    at: datetime,
    copied: Result | None = None,
    carried_over: bool = False,
) -> Assessment:
    of = "service" if isinstance(subject, Service) else "guest_check"
    owner: dict[str, Any] = {of: subject, "organisation": subject.organisation}
    present = present_content_version()
    # What was answered in older words, or in unknown ones, is taken over in these, and then moved
    # like any draft.
    is_older = copied is not None and (copied.content_version_id or 0) < present.pk
    assessment = Assessment(
        scope=scope,
        started_at=at,
        started_by=by,
        last_saved_at=at,
        carried_from=copied,
        content_version=copied.content_version if copied and is_older else present,
        **owner,
    )
    signed(assessment, by=by, at=at).save()
    sheet = Sheet.objects.create(
        organisation_id=assessment.organisation_id,
        assessment=assessment,
        kind=SheetKind.TEAM,
        content_version=assessment.content_version,
    )
    if copied is not None:
        same_money = copied.currency == assessment.currency
        rows = list(
            _copies(recall(copied.answers), sheet, carried_over=carried_over, same_money=same_money)
        )
        write(rows, (), by=by, at=at)
    if is_older:
        move_draft(sheet=sheet, at=at)
    return assessment


def _copies(
    answers: Iterable[AnswerSnapshot], sheet: Sheet, *, carried_over: bool, same_money: bool
) -> Iterator[Answer]:
    """The answers of a result, less those to what this assessment does not ask, and less the
    amounts where they were counted in another currency."""
    for was in answers:
        amount = was.amount if same_money else None
        given = tidy(AnswerInput(was.option, amount, was.note, was.evidence))
        question = playbook().questions.get(playbook().now_called("questions", was.question))
        if given.is_empty or (question and not in_scope(question, sheet.assessment.scope)):
            continue
        yield Answer(
            organisation_id=sheet.organisation_id,
            sheet=sheet,
            question=was.question,
            option=given.option or "",
            amount=given.amount,
            note=given.note or "",
            evidence=list(given.evidence or ()),
            origin=Origin.CARRIED_OVER,
            carried_over=carried_over,
        )
