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


def what_moved(before: Result, after: Result) -> Movement:
    """What moved between two results, the earlier one first. No query."""
    return compare(
        recall(before),
        recall(after),
        recall_answers(before.answers),
        recall_answers(after.answers),
    )
