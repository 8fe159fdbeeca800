"""Services as lines of values, for tables to take away: no object is made for what nobody sees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db.models import QuerySet

from assessments.models import ResultPart, Service
from assessments.scoring.vocabulary import Deployment, OutOfHours, TargetStatus


class Target(NamedTuple):
    """What one part of a service aims for, and what is at stake: money an hour and what the target
    accepts losing a week, None where only the band is known."""

    availability: str
    deployment: Deployment
    out_of_hours: OutOfHours
    exposure: int | None
    accepted_loss: int | None


class ServiceRow(NamedTuple):
    """A service and the columns of its last result, which are to be read only where `result`, its
    key, is not None."""

    service: str
    team: str
    domain: str | None
    archived_at: datetime | None
    pk: int
    direction: str
    freshness: str
    result: int | None
    model: str
    present_model: str
    misfit: bool | None
    deployment_met: TargetStatus
    availability_met: TargetStatus
    restore_met: TargetStatus
    deployment_throughput: int | None
    service_reliability: int | None
    learning_culture: int | None
    answered: int
    asked: int
    scope: str
    submitted_at: datetime
    playbook_version: str
    rules: int
    currency: str


_OF_SERVICE = (
    "name",
    "team__name",
    "team__domain__name",
    "archived_at",
    "pk",
    "direction",
    "freshness",
)
_OF_RESULT = ("pk", *ServiceRow._fields[len(_OF_SERVICE) + 1 :])

Targets = Mapping[tuple[int, str], Target]
"""What each part of a result aims for, by the result's key and the part."""


def fetch_rows(services: QuerySet[Service]) -> tuple[Sequence[ServiceRow], Targets]:
    """Services as lines of values in their order, and their targets. Two queries."""
    columns = (*_OF_SERVICE, *(f"current_result__{name}" for name in _OF_RESULT))
    rows = list(map(ServiceRow._make, services.prefetch_related(None).values_list(*columns)))
    parts = ResultPart.objects.filter(result__in=services.order_by().values("current_result"))
    values = parts.order_by().values_list("result", "part", *Target._fields)
    return rows, {(result, part): Target._make(aims) for result, part, *aims in values}
