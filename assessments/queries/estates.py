"""The organisations that a person is in beside each other: what waits in each, and what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q

from assessments.models import Assessment, Membership
from assessments.queries.access import visible_services
from assessments.queries.freshness import Freshness, freshness

LATELY = timedelta(days=14)
MOST_COUNTED = 12
"""Organisations with figures; each costs a query. The others are named."""


@dataclass(frozen=True)
class EstateFigures:
    """Of the services that a person sees in an organisation: how many there are, have an assessment
    under way, were never assessed, are stale, and were submitted lately."""

    services: int
    drafts: int
    never: int
    stale: int
    lately: int


@dataclass(frozen=True)
class EstateAtAGlance:
    """An organisation as a person is in it; no figures beyond the first dozen."""

    membership: Membership
    figures: EstateFigures | None


def fetch_estates(memberships: Iterable[Membership], at: datetime) -> Iterator[EstateAtAGlance]:
    """In their order. A query an organisation with figures, however many services it has."""
    for place, membership in enumerate(memberships):
        counted = place < MOST_COUNTED
        yield EstateAtAGlance(membership, _figures(membership, at) if counted else None)


def _figures(membership: Membership, at: datetime) -> EstateFigures:
    under_way = Assessment.objects.filter(service=OuterRef("pk"), submitted_at=None)
    services = visible_services(membership).filter(archived_at=None)
    counted = services.annotate(
        freshness=freshness(membership.organisation, at), under_way=Exists(under_way)
    ).aggregate(
        services=Count("pk"),
        drafts=Count("pk", filter=Q(under_way=True)),
        never=Count("pk", filter=Q(freshness__in=[Freshness.NEVER, Freshness.DRAFT])),
        stale=Count("pk", filter=Q(freshness=Freshness.STALE)),
        lately=Count("pk", filter=Q(current_result__submitted_at__gte=at - LATELY)),
    )
    return EstateFigures(**counted)
