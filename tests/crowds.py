"""Organisations large enough to show what a list costs, written in bulk."""

from __future__ import annotations

from assessments.current import playbook
from assessments.models import (
    Answer,
    Assessment,
    PitfallFinding,
    PracticeFinding,
    Result,
    ResultPart,
    Scope,
    Service,
    Sheet,
    SheetKind,
    Team,
)
from assessments.scoring.assess import RULES
from tests.factories import AT, answer_row


def assessed_services(of: Team, number: int) -> list[Service]:
    """That many services of a team, each with a result's columns and its one part."""
    shared = {"organisation": of.organisation}
    services = Service.objects.bulk_create(
        Service(**shared, team=of, name=f"Service {at:04}", created_at=AT) for at in range(number)
    )
    closed = Assessment.objects.bulk_create(
        Assessment(
            **shared,
            service=service,
            scope=Scope.FULL,
            started_at=AT,
            last_saved_at=AT,
            submitted_at=AT,
        )
        for service in services
    )
    results = Result.objects.bulk_create(_result(of, each) for each in closed)
    ResultPart.objects.bulk_create(_part(of, result) for result in results)
    for service, result in zip(services, results, strict=True):
        service.current_result = result
    Service.objects.bulk_update(services, ["current_result"], batch_size=200)
    return services


def findings(services: list[Service]) -> None:
    """What the last result of each found of every practice and pitfall, each otherwise."""
    statuses, risks = ("in-place", "partly", "missing", "unknown"), ("high", "some", "none")
    for number, service in enumerate(services):
        of = {"organisation": service.organisation, "result": service.current_result}
        PracticeFinding.objects.bulk_create(
            PracticeFinding(**of, rules=RULES, practice=slug, status=statuses[(number + at) % 4])
            for at, slug in enumerate(playbook().practices)
        )
        PitfallFinding.objects.bulk_create(
            PitfallFinding(
                **of, rules=RULES, pitfall=slug, risk=risks[(number + at) % 3], when="now"
            )
            for at, slug in enumerate(playbook().pitfalls)
        )


def drafts(services: list[Service]) -> None:
    """An open assessment of each service, with an answer."""
    opened = Assessment.objects.bulk_create(
        Assessment(
            organisation=each.organisation,
            service=each,
            scope=Scope.FULL,
            started_at=AT,
            last_saved_at=AT,
        )
        for each in services
    )
    sheets = Sheet.objects.bulk_create(
        Sheet(organisation=each.organisation, assessment=each, kind=SheetKind.TEAM)
        for each in opened
    )
    for sheet in sheets:
        answer_row(sheet, "composition", "digital").save()


def full_drafts(services: list[Service], answers: int) -> None:
    """An open assessment of each service with that many answers, each with its history."""
    drafts(services)
    questions = [slug for slug in playbook().questions if slug != "composition"][: answers - 1]
    for sheet in Sheet.objects.filter(assessment__service__in=services).iterator():
        rows = [answer_row(sheet, question, {"note": "A note. " * 20}) for question in questions]
        Answer.objects.bulk_create(rows)
        Answer.history.bulk_history_create(rows)


def _result(of: Team, closed: Assessment) -> Result:
    return Result(
        organisation=of.organisation,
        service=closed.service,
        assessment=closed,
        scope=Scope.FULL,
        submitted_at=AT,
        playbook_version="2026.12",
        currency="GBP",
        inputs_hash="sha256:" + "0" * 64,
        inputs={"bands": [], "profile": {}},
        document={},
        answers=[],
        model="you-build-it-you-run-it",
        present_model="ops-run-it",
        misfit=True,
        deployment_met="met",
        availability_met="missed",
        restore_met="unknown",
        answered=30,
        asked=35,
    )


def _part(of: Team, result: Result) -> ResultPart:
    return ResultPart(
        organisation=of.organisation,
        result=result,
        part="digital",
        model=result.model,
        availability="99.0",
        deployment="daily",
        out_of_hours="domain",
    )
