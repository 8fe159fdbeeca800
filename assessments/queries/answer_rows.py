"""Answers of many services as lines of values, a batch of results at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from assessments.models import Result, Service

BATCH = 100
"""Results read at once, each with its documents: what memory holds, however many there are."""


class AnswerRow(NamedTuple):
    """One question of one result. Option and points are empty where nothing was chosen or nothing
    is scored; `amount` is money an hour in `currency`. Notes and evidence stay where they are."""

    service: int
    name: str
    team: str
    domain: str | None
    submitted_at: datetime
    playbook_version: str
    rules: int
    section: str
    question: str
    text: str
    option: str
    option_text: str
    amount: int | None
    currency: str
    points: int | None
    of: int | None


def results_of(services: QuerySet[Service], *, every: bool) -> list[int]:
    """The keys of their last results, or of every one, by name and day. One query."""
    found = Result.objects.filter(service__in=services.order_by().values("pk"))
    if not every:
        found = found.filter(Exists(Service.objects.filter(current_result=OuterRef("pk"))))
    return list(
        found.order_by("service__sort_key", "service", "submitted_at").values_list("pk", flat=True)
    )


def answer_rows(results: list[int]) -> Iterator[AnswerRow]:
    """The lines of these results in their order. One query a batch, and nothing stays open while
    whoever takes them reads."""
    for start in range(0, len(results), BATCH):
        keys = results[start : start + BATCH]
        rows = Result.objects.select_related("service__team__domain").defer("inputs").in_bulk(keys)
        for key in keys:
            if key in rows:
                yield from _rows(rows[key])


def _rows(result: Result) -> Iterator[AnswerRow]:
    service, points = result.service, _points(result.document)
    if service is None:
        return
    domain = service.team.domain
    for answer in result.answers:
        scored = points.get(answer["question"], {})
        yield AnswerRow(
            service=service.pk,
            name=service.name,
            team=service.team.name,
            domain=domain.name if domain else None,
            submitted_at=result.submitted_at,
            playbook_version=result.playbook_version,
            rules=result.rules,
            section=answer["section"],
            question=answer["question"],
            text=answer["text"],
            option=answer["option"],
            option_text=answer["option_text"],
            amount=answer.get("amount"),
            currency=result.currency,
            points=scored.get("points"),
            of=scored.get("of"),
        )


def _points(document: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """What each answer counted for, by its question."""
    return {
        each["question"]: each
        for score in document.get("scores", {}).values()
        for each in score["contributions"]
    }
