"""Submitting: an assessment's answers become a frozen result."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from assessments.current import playbook
from assessments.models import Assessment, Result, ResultPart, Service, Sheet, SheetKind, User
from assessments.queries.access import WORDS
from assessments.queries.draft_moves import is_outdated
from assessments.queries.sheets import Item, SheetState, fetch_sheet
from assessments.reports.answer_snapshot import AnswerSnapshot
from assessments.scoring.assess import assess
from assessments.scoring.document import to_document
from assessments.scoring.reading import read
from assessments.scoring.result import Result as Outcome
from assessments.writes.answers import claim_turn
from assessments.writes.content_versions import move_draft
from assessments.writes.errors import ProfileIncomplete, SheetFrozen
from assessments.writes.findings import cover_of, exposure_of, keep_findings
from assessments.writes.history import signed


@transaction.atomic
def submit(*, assessment: Assessment, by: User | None, at: datetime) -> Result:
    """Freeze the assessment in a result and make it its service's current one.

    Raises ProfileIncomplete, and SheetFrozen for whoever comes second.
    """
    # The service before its assessment, in the order of whoever deletes or archives it.
    if assessment.service_id is not None:
        list(Service.objects.select_for_update().filter(pk=assessment.service_id))
    sheet = _sheet(assessment)
    if sheet is None or not claim_turn(sheet, at):
        raise SheetFrozen
    if is_outdated(sheet):
        move_draft(sheet=sheet, at=at)
    state = fetch_sheet(sheet)
    if state.faults:
        raise ProfileIncomplete(state.faults)
    result = _keep(state, by, at)
    _close(state.assessment, by, at)
    if result.service_id is not None:
        # The service itself did not change, so its history has nothing to tell.
        Service.objects.filter(pk=result.service_id).update(current_result=result)
    assessment.submitted_at = at
    return result


def _sheet(assessment: Assessment) -> Sheet | None:
    """The team's sheet as it is stored, whatever the caller's object still says; None once it was
    discarded."""
    related = ["organisation", "service", "guest_check"]
    joined = ["content_version", *(f"assessment__{name}" for name in related)]
    sheets = Sheet.objects.select_related(*joined).defer(WORDS)
    return sheets.filter(assessment=assessment, kind=SheetKind.TEAM).first()


def _close(assessment: Assessment, by: User | None, at: datetime) -> None:
    assessment.submitted_at = at
    signed(assessment, by=by, at=at).save(update_fields=["submitted_at"])


def _keep(state: SheetState, by: User | None, at: datetime) -> Result:
    assessment, inputs = state.assessment, state.inputs
    outcome = assess(playbook(), read(playbook(), inputs))
    result = Result.objects.create(
        organisation_id=assessment.organisation_id,
        service_id=assessment.service_id,
        assessment=assessment,
        scope=assessment.scope,
        submitted_at=at,
        submitted_by=by,
        content_version=state.sheet.answered_in,
        playbook_version=outcome.playbook_version,
        rules=outcome.rules,
        inputs_hash=outcome.inputs_hash,
        currency=state.assessment.currency,
        inputs=inputs,
        document=to_document(outcome),
        answers=[_snapshot(item).entry for item in state.items.values()],
        present_model=inputs["profile"]["present-model"],
        **cover_of(inputs),
        **_columns(outcome),
    )
    ResultPart.objects.bulk_create(
        ResultPart(
            organisation_id=assessment.organisation_id,
            result=result,
            part=part.part,
            model=part.model,
            availability=part.availability,
            deployment=part.deployment,
            out_of_hours=part.on_call.out_of_hours,
            accepted_loss=part.accepted_loss_per_week,
            exposure=exposure_of(part.part, inputs),
        )
        for part in outcome.recommendation.parts
    )
    if result.service_id is not None:
        keep_findings([result])
    return result


def _columns(outcome: Outcome) -> dict[str, Any]:
    """What lists show and filter by."""
    scores = outcome.scores
    return {
        "model": outcome.recommendation.model,
        "misfit": outcome.misfit.model,
        "deployment_met": outcome.against_targets.deployment,
        "availability_met": outcome.against_targets.availability,
        "restore_met": outcome.against_targets.restore,
        "deployment_throughput": scores["deployment-throughput"].score,
        "service_reliability": scores["service-reliability"].score,
        "learning_culture": scores["learning-culture"].score,
        "answered": sum(score.answered for score in scores.values()),
        "asked": sum(score.asked for score in scores.values()),
    }


def _snapshot(item: Item) -> AnswerSnapshot:
    """A question and its answer in the words of the day, for a report years later."""
    given = item.given
    return AnswerSnapshot(
        question=item.question.slug,
        section=item.question.section,
        text=item.question.text,
        option=(given.option or "") if item.is_answered else "",
        option_text=item.option_text,
        amount=given.amount,
        note=given.note or "",
        evidence=given.evidence or (),
        carried_over=item.is_unconfirmed,
    )
