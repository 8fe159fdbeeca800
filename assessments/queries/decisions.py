"""What was decided about services, and what is to be looked at again."""

from __future__ import annotations

from django.db.models import OuterRef, Subquery

from assessments.models import Decision, Result, Service, ServiceQuerySet


def decision_of(result: Result) -> Decision | None:
    """One query."""
    return Decision.objects.select_related("recorded_by").filter(result=result).first()


def last_decision(service: Service) -> Decision | None:
    """The latest about a service, be it on an earlier result. One query."""
    found = Decision.objects.select_related("recorded_by", "result")
    return found.filter(result__service=service).order_by("-recorded_at", "-pk").first()


def with_decision(services: ServiceQuerySet) -> ServiceQuerySet:
    """Each with what was last decided about it: `decided`, and when that is looked at again:
    `review_on`; None where nothing was."""
    last = Decision.objects.filter(result__service=OuterRef("pk")).order_by("-recorded_at", "-pk")
    return services.annotate(
        decided=Subquery(last.values("kind")[:1]), review_on=Subquery(last.values("review_on")[:1])
    )
