"""The rows by which many results are counted: written with each, and written again when need be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from assessments.current import playbook
from assessments.models import PitfallFinding, PracticeFinding, Result, ResultPart
from assessments.queries.today import assess_today
from assessments.scoring.assess import RULES

BATCH = 200
"""Results written in one transaction."""

Document = Mapping[str, Any]


def keep_findings(results: Iterable[Result]) -> None:
    """Write down what results of services found of each practice and pitfall, by their own rules
    and, where these are older, by today's from the same answers. Two queries."""
    found = [(result, *each) for result in results for each in _judged(result)]
    PracticeFinding.objects.bulk_create(
        PracticeFinding(
            organisation_id=cast(int, result.organisation_id),
            result=result,
            rules=rules,
            practice=practice["slug"],
            status=practice["status"],
        )
        for result, rules, document in found
        for practice in document["practices"]
    )
    PitfallFinding.objects.bulk_create(
        PitfallFinding(
            organisation_id=cast(int, result.organisation_id),
            result=result,
            rules=rules,
            pitfall=pitfall["slug"],
            risk=pitfall["risk"],
            when=pitfall.get("when") or "",
        )
        for result, rules, document in found
        for pitfall in document["pitfalls"]
    )


def rebuild_findings(*, only_missing: bool = False) -> int:
    """Write the findings of all results of services anew, or of those alone that lack them, and
    delete those whose result is gone. The number of results written."""
    results = Result.objects.exclude(service=None).order_by("pk")
    if only_missing:
        results = results.filter(_lacking())
    for model in (PracticeFinding, PitfallFinding):
        stands = Exists(Result.objects.filter(pk=OuterRef("result_id")))
        model._default_manager.filter(~stands).delete()
    return sum(map(_rebuild_batch, _batches(results)))


def _lacking() -> Q:
    """What a process of the previous release froze, or what was frozen before there were rows, or
    by rules that were today's then."""
    rows = PracticeFinding.objects.filter(result=OuterRef("pk"), rules=RULES)
    return ~Q(Exists(rows))


def _batches(results: QuerySet[Result]) -> Iterator[list[int]]:
    last, keys = 0, list(results.values_list("pk", flat=True)[:BATCH])
    while keys:
        yield keys
        last = keys[-1]
        keys = list(results.filter(pk__gt=last).values_list("pk", flat=True)[:BATCH])


@transaction.atomic
def _rebuild_batch(keys: list[int]) -> int:
    rows = Result.objects.select_for_update()
    results = list(rows.filter(pk__in=keys).defer("answers"))
    for model in (PracticeFinding, PitfallFinding):
        model._default_manager.filter(result__in=keys).delete()
    keep_findings(results)
    parts = list(ResultPart.objects.filter(result__in=results).select_related("result"))
    for part in parts:
        part.exposure = exposure_of(part.part, part.result.inputs)
    ResultPart.objects.bulk_update(parts, ["exposure"])
    for result in results:
        for column, option in cover_of(result.inputs).items():
            setattr(result, column, option)
    Result.objects.bulk_update(results, ["cover", "rota_people", "sibling_teams"])
    return len(results)


def exposure_of(part: str, inputs: Document) -> int | None:
    """What an hour of failure of that part can cost, where an amount was given. A foundational
    part without an exposure of its own shares the service's."""
    profile = inputs["profile"]
    own = profile.get("foundational-exposure") if part == "foundational" else None
    given = own or profile["exposure"]
    amount: int | None = given.get("amount")
    return amount


def cover_of(inputs: Document) -> dict[str, str]:
    """Who answers out of hours, and who could, as a result's columns: options as they are called
    now."""
    profile, answers = inputs["profile"], inputs["answers"]
    given = {
        "cover": ("out-of-hours-cover", answers.get("out-of-hours-cover", {}).get("option")),
        "rota_people": ("rota-people", profile.get("rota-people")),
        "sibling_teams": ("sibling-teams", profile.get("sibling-teams")),
    }
    return {column: _now_called(question, option) for column, (question, option) in given.items()}


def _now_called(question: str, option: str | None) -> str:
    if option is None:
        return ""
    slug, now = playbook().answer_now_called(question, option)
    asked = playbook().questions.get(slug)
    return now if asked is not None and asked.option(now) else ""


def _judged(result: Result) -> Iterator[tuple[int, Document]]:
    yield result.rules, result.document
    if result.is_by_earlier_rules:
        today = assess_today(result)
        if today is not None:
            yield RULES, today
