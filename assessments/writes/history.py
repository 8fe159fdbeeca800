"""The history rows that simple_history keeps beside the tables, where no cascade reaches them."""

from __future__ import annotations

from collections.abc import Sequence

from assessments.models import Answer, Assessment, Organisation, Service, Sheet


def sheets_of(assessments: Sequence[int]) -> list[int]:
    """The sheets of those assessments, to be looked up while they still exist."""
    return list(Sheet.objects.filter(assessment__in=assessments).values_list("pk", flat=True))


def forget_answers(sheets: Sequence[int]) -> None:
    """Delete what was ever answered on those sheets."""
    Answer.history.filter(sheet_id__in=sheets).delete()


def forget_assessments(assessments: Sequence[int]) -> None:
    """Delete that those assessments ever were."""
    Assessment.history.filter(id__in=assessments).delete()


def forget_service(service: int) -> None:
    """Delete that the service ever was, and its assessments, the discarded ones too."""
    Assessment.history.filter(service_id=service).delete()
    Service.history.filter(id=service).delete()


def forget_organisation(organisation: int) -> None:
    """Delete every trace of an organisation's answers, assessments and services."""
    for model in (Answer, Assessment, Service):
        model.history.filter(organisation_id=organisation).delete()


def hand_over(assessments: Sequence[int], *, to: Service, of: Organisation) -> None:
    """Move the history of a guest's assessments to the service that they now belong to."""
    Answer.history.filter(sheet_id__in=sheets_of(assessments)).update(organisation=of)
    Assessment.history.filter(id__in=assessments).update(
        organisation=of, service=to, guest_check=None
    )
