"""Which services stand behind a figure of a pattern, and the answers that led to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from assessments.current import playbook
from assessments.models import PitfallFinding, PracticeFinding, Result, Service
from assessments.models.names import by_name
from assessments.scoring.assess import RULES

PRACTICE_GROUPS = ("in-place", "partly", "missing", "unknown")
"""What a practice is counted by, in the order of a `PracticePattern`."""

PITFALL_GROUPS: Mapping[str, Q] = {
    "high-now": Q(risk="high", when="now"),
    "some-now": Q(risk="some", when="now"),
    "waiting": Q(risk__in=PitfallFinding.NEAR) & ~Q(when="now"),
    "none": Q(risk="none"),
    "unknown": Q(risk="unknown"),
}
"""What a pitfall is counted by, in the order of a `PitfallPattern`."""


@dataclass(frozen=True)
class Led:
    """An answer that led to a finding, in the words in which it was given."""

    question: str
    answer: str


@dataclass(frozen=True)
class Behind:
    """A service behind a figure. No answers where today's rules judge otherwise than those of the
    result, so that its document says something else."""

    service: Service
    result: Result
    answers: tuple[Led, ...]


def with_practice(services: QuerySet[Service], slug: str, status: str) -> QuerySet[Service]:
    """The services whose last result has that practice so, by today's rules."""
    names = playbook().every_name("practices", slug)
    rows = PracticeFinding.objects.filter(
        result=OuterRef("current_result"), rules=RULES, practice__in=names, status=status
    )
    return services.filter(Exists(rows)).order_by(*by_name())


def with_pitfall(services: QuerySet[Service], slug: str, group: str) -> QuerySet[Service]:
    """The services whose last result has that pitfall so near, by today's rules."""
    names = playbook().every_name("pitfalls", slug)
    rows = PitfallFinding.objects.filter(
        PITFALL_GROUPS[group], result=OuterRef("current_result"), rules=RULES, pitfall__in=names
    )
    return services.filter(Exists(rows)).order_by(*by_name())


def fetch_behind(services: list[Service], kind: str, slug: str) -> list[Behind]:
    """A page of services with the answers that led to it. One query."""
    keys = [service.current_result_id or 0 for service in services]
    results = Result.objects.filter(pk__in=keys).defer("inputs").in_bulk()
    found = ((service, results[service.current_result_id or 0]) for service in services)
    names = playbook().every_name("practices" if kind == "practice" else "pitfalls", slug)
    return [Behind(service, result, tuple(_led(result, kind, names))) for service, result in found]


def _led(result: Result, kind: str, names: frozenset[str]) -> Iterator[Led]:
    if result.is_by_earlier_rules:
        return
    given = {each["question"]: each for each in result.answers}
    for cause in _causes(result.document, kind, names):
        answer = given.get(cause.get("question", ""))
        if answer is not None:
            yield Led(answer["text"], answer["option_text"])


def _causes(document: Mapping[str, Any], kind: str, names: frozenset[str]) -> Iterator[Any]:
    entries = document["practices" if kind == "practice" else "pitfalls"]
    for entry in entries:
        if entry["slug"] in names:
            fields = ("shown_by", "called_for_by") if kind == "practice" else ("because",)
            for field in fields:
                yield from entry[field]
