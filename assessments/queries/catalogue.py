"""What stands behind a service or an organisation, for whoever is about to delete it."""

from __future__ import annotations

from dataclasses import dataclass

from assessments.models import Answer, Organisation, Service


@dataclass(frozen=True)
class Contents:
    """How much there is of a service, and so how much is lost with it."""

    assessments: int
    open_assessments: int
    results: int
    answers: int


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
