"""Results as they were frozen: read back, never scored again."""

from __future__ import annotations

from django.db.models import QuerySet

from assessments.models import Result, Service
from assessments.queries.movement import Movement, compare
from assessments.reports.recorded import recall as recall_answers
from assessments.scoring.document import from_document
from assessments.scoring.result import Result as Outcome


def recall(result: Result) -> Outcome:
    """What the scoring core said on the day. No query, no scoring."""
    return from_document(result.document)


def results_of(service: Service) -> QuerySet[Result]:
    """A service's results, the latest first, with who submitted them."""
    return service.results.select_related("submitted_by")


def result_before(result: Result) -> Result | None:
    """The last earlier result of the same service or guest's check. At most two queries."""
    same = (
        Result.objects.filter(service=result.service_id)
        if result.service_id is not None
        else Result.objects.filter(assessment__guest_check=result.assessment.guest_check_id)
    )
    return same.filter(submitted_at__lt=result.submitted_at).first()


def what_moved(before: Result, after: Result) -> Movement:
    """What moved between two results, the earlier one first. No query."""
    return compare(
        recall(before),
        recall(after),
        recall_answers(before.answers),
        recall_answers(after.answers),
    )
