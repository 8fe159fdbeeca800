"""Who in an organisation has a practice in place, so that others can ask them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, F, OuterRef, Q, QuerySet, Subquery, Value, When, Window
from django.db.models.functions import RowNumber

from assessments.current import playbook
from assessments.models import (
    Membership,
    Organisation,
    PracticeFinding,
    Result,
    ResultPart,
    Service,
)
from assessments.queries.freshness import stale
from assessments.scoring.assess import RULES

MOST_NAMED = 2
"""Those nearest; the others are counted."""


@dataclass(frozen=True)
class Near:
    """What others are held near to: domains first, then the model, then the band's target.
    `service` is one's own, which is never named."""

    domains: frozenset[int] = frozenset()
    service: int | None = None
    model: str = ""
    availability: str = ""

    @classmethod
    def to_teams_of(cls, membership: Membership) -> Near:
        """Near to the domains of a person's teams. One query."""
        members = membership.team_members.exclude(team__domain=None)
        return cls(domains=frozenset(members.values_list("team__domain", flat=True)))

    @classmethod
    def to_result(cls, result: Result, service: Service) -> Near:
        """Near to a service as its result found it. One query."""
        judged = result.parts.order_by("part").first()
        domain = service.team.domain_id
        return cls(
            domains=frozenset() if domain is None else frozenset([domain]),
            service=service.pk,
            model=result.model,
            availability=judged.availability if judged else "",
        )


@dataclass(frozen=True)
class Holder:
    """A service that has it in place, its team, and where that can be asked."""

    service: str
    team: str
    domain: str | None
    contact: str


@dataclass(frozen=True)
class WhoHas:
    """How many other services have a practice in place by fresh results, and the nearest of those
    whose teams let themselves be named."""

    title: str
    total: int
    nearest: tuple[Holder, ...]


def fetch_who_has(
    organisation: Organisation, practices: Iterable[str], near: Near, at: datetime
) -> Mapping[str, WhoHas]:
    """By practice, those that anyone has in place. One query."""
    names = {name: slug for slug in practices for name in playbook().every_name("practices", slug)}
    rows = _nearest_first(_in_place(organisation, near, at).filter(practice__in=names), near)
    columns = ("service", "team", "domain", "contact", "named", "practice", "total")
    found: dict[str, WhoHas] = {}
    for service, team, domain, contact, named, practice, total in rows.values_list(*columns):
        slug = names[practice]
        before = found.get(slug, WhoHas(playbook().practices[slug].title, total, ()))
        holder = (Holder(service, team, domain, contact),) if named else ()
        found[slug] = WhoHas(before.title, before.total, before.nearest + holder)
    return found


def _in_place(organisation: Organisation, near: Near, at: datetime) -> QuerySet[PracticeFinding]:
    services = Service.objects.filter(organisation=organisation, archived_at=None)
    fresh = services.exclude(current_result=None).exclude(stale(organisation, at))
    return PracticeFinding.objects.filter(
        organisation=organisation,
        rules=RULES,
        status="in-place",
        result__in=fresh.exclude(pk=near.service or 0).order_by().values("current_result"),
    )


def _nearest_first(rows: QuerySet[PracticeFinding], near: Near) -> QuerySet[PracticeFinding]:
    parts = ResultPart.objects.filter(result=OuterRef("result")).order_by("part")
    named = F("result__service__team__is_named")
    return (
        rows.annotate(
            service=F("result__service__name"),
            team=F("result__service__team__name"),
            domain=F("result__service__team__domain__name"),
            contact=F("result__service__team__contact"),
            named=named,
            availability=Subquery(parts.values("availability")[:1]),
            closeness=_point(Q(result__service__team__domain__in=near.domains), 4)
            + _point(Q(result__model=near.model), 2)
            + _point(Q(availability=near.availability), 1),
            total=Window(Count("pk"), partition_by=[F("practice")]),
            place=Window(
                RowNumber(),
                order_by=[
                    named.desc(),
                    F("closeness").desc(),
                    F("result__service__sort_key").asc(),
                ],
                partition_by=[F("practice")],
            ),
        )
        .filter(place__lte=MOST_NAMED)
        .order_by("practice", "place")
    )


def _point(condition: Q, worth: int) -> Case:
    return Case(When(condition, then=Value(worth)), default=Value(0))
