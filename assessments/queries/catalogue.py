"""What stands behind a service or an organisation, for whoever is about to delete it."""

from __future__ import annotations

from dataclasses import dataclass

from assessments.models import Answer, Membership, Organisation, Service
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


@dataclass(frozen=True)
class Holdings:
    """How much there is of an organisation, and so how much is lost with it."""

    people: int
    teams: int
    services: int
    results: int
    guidance: int


def holdings(organisation: Organisation) -> Holdings:
    """Five queries."""
    return Holdings(
        people=organisation.memberships.count(),
        teams=organisation.teams.count(),
        services=organisation.services.count(),
        results=organisation.results.count(),
        guidance=organisation.guidance.count(),
    )
