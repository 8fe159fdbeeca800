"""What stands behind a service, for whoever is about to change or delete it."""

from __future__ import annotations

from dataclasses import dataclass

from assessments.models import Answer, Membership, Service
from assessments.queries.access import visible_services


@dataclass(frozen=True)
class Contents:
    """How much there is of a service, and so how much is lost with it."""

    assessments: int
    open_assessments: int
    results: int
    answers: int


def changeable(membership: Membership, pk: int) -> Service | None:
    """The service, if someone may edit it: its team's people and the owners. One query."""
    service = visible_services(membership).select_related("team").filter(pk=pk).first()
    if service is None or not (service.editable or membership.is_owner):  # type: ignore[attr-defined]
        return None
    return service


def contents(service: Service) -> Contents:
    """Four queries."""
    assessments = service.assessments.all()
    return Contents(
        assessments=assessments.count(),
        open_assessments=assessments.filter(submitted_at=None).count(),
        results=service.results.count(),
        answers=Answer.objects.filter(sheet__assessment__service=service).count(),
    )
