"""Organisations large enough to show what a list costs, written in bulk."""

from __future__ import annotations

from datetime import datetime

from django.db import connection

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
    services = Service.objects.bulk_create(
        Service(organisation=of.organisation, team=of, name=f"Service {at:04}", created_at=AT)
        for at in range(number)
    )
    for service, result in zip(services, results(services), strict=True):
        service.current_result = result
    Service.objects.bulk_update(services, ["current_result"], batch_size=200)
    counted()
    return services


def counted() -> None:
    """PostgreSQL counts its rows by itself, within a minute; tests do not wait for it, and it would
    plan for tables that it believes to be empty."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            tables = (each._meta.db_table for each in (Service, Assessment, Result, ResultPart))
            cursor.execute(f"ANALYZE {', '.join(tables)}")


def results(services: list[Service], at: datetime = AT) -> list[Result]:
    """A result of each with its columns and one part; it does not become the last one."""
    closed = Assessment.objects.bulk_create(
        Assessment(
            organisation=service.organisation,
            service=service,
            scope=Scope.FULL,
            started_at=at,
            last_saved_at=at,
            submitted_at=at,
        )
        for service in services
    )
    made = Result.objects.bulk_create(_result(each, at) for each in closed)
    ResultPart.objects.bulk_create(map(_part, made))
    counted()
    return made


def findings(of: list[Result], turn: int = 0) -> None:
    """What each found of every practice and pitfall, each otherwise than its neighbours and than
    at another turn."""
    statuses, risks = ("in-place", "partly", "missing", "unknown"), ("high", "some", "none")
    PracticeFinding.objects.bulk_create(
        (
            PracticeFinding(
                organisation_id=result.organisation_id or 0,
                result=result,
                rules=RULES,
                practice=slug,
                status=statuses[(number + at + turn) % 4],
            )
            for number, result in enumerate(of)
            for at, slug in enumerate(playbook().practices)
        ),
        batch_size=5_000,
    )
    PitfallFinding.objects.bulk_create(
        (
            PitfallFinding(
                organisation_id=result.organisation_id or 0,
                result=result,
                rules=RULES,
                pitfall=slug,
                risk=risks[(number + at + turn) % 3],
                when="now",
            )
            for number, result in enumerate(of)
            for at, slug in enumerate(playbook().pitfalls)
        ),
        batch_size=5_000,
    )


def last_results(services: list[Service]) -> list[Result]:
    """Those that they have as their last ones."""
    return [each.current_result for each in services if each.current_result]


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


def _result(closed: Assessment, at: datetime) -> Result:
    return Result(
        organisation_id=closed.organisation_id,
        service=closed.service,
        assessment=closed,
        scope=Scope.FULL,
        submitted_at=at,
        rules=RULES,
        playbook_version="2026.12",
        currency="GBP",
        inputs_hash="sha256:" + "0" * 64,
        inputs={"bands": [], "profile": {}},
        document={"rules": RULES, "practices": [], "pitfalls": []},
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


def _part(result: Result) -> ResultPart:
    return ResultPart(
        organisation_id=result.organisation_id,
        result=result,
        part="digital",
        model=result.model,
        availability="99.0",
        deployment="daily",
        out_of_hours="domain",
    )
