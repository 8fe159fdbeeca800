"""Results as they were frozen: read back, never scored again."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import QuerySet

from assessments.current import playbook
from assessments.models import Result, Service
from assessments.queries.result_diff import ResultDiff, compare
from assessments.reports.answer_snapshot import AnswerSnapshot
from assessments.reports.answer_snapshot import recall as recall_answers
from assessments.scoring.result import Result as Outcome
from assessments.scoring.stored import from_document


def recall(result: Result) -> Outcome:
    """What the scoring core said on the day. No query, no scoring."""
    return from_document(result.document)


def results_of(service: Service) -> QuerySet[Result]:
    """A service's results, the latest first, with who submitted them."""
    return service.results.select_related("submitted_by")


def what_moved(before: Result, after: Result) -> ResultDiff:
    """What moved between two results, the earlier one first. No query."""
    return compare(
        _as_now_called(recall(before)),
        _as_now_called(recall(after)),
        answers_now_called(before),
        answers_now_called(after),
        same_money=before.currency == after.currency,
    )


def answers_now_called(result: Result) -> tuple[AnswerSnapshot, ...]:
    """A result's answers in its own words, under the slugs of the present playbook."""
    return tuple(map(_answer_now_called, recall_answers(result.answers)))


def _answer_now_called(answer: AnswerSnapshot) -> AnswerSnapshot:
    question, option = playbook().answer_now_called(answer.question, answer.option)
    return replace(answer, question=question, option=option)


def _as_now_called(outcome: Outcome) -> Outcome:
    """What a comparison reads by slug, under the slugs of the present playbook."""
    now_called = playbook().now_called
    return replace(
        outcome,
        practices=tuple(
            replace(each, slug=now_called("practices", each.slug)) for each in outcome.practices
        ),
        pitfalls=tuple(
            replace(each, slug=now_called("pitfalls", each.slug)) for each in outcome.pitfalls
        ),
    )
