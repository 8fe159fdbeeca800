"""Who in an organisation has a practice in place, so that others can ask them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    OrderBy,
    OuterRef,
    Q,
    QuerySet,
    When,
    Window,
)
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
from assessments.queries.freshness import aged_before
from assessments.scoring.assess import RULES

_COLUMNS = (
    "result__service__name",
    "result__service__team__name",
    "result__service__team__domain__name",
    "result__service__team__contact",
    "result__service__team__is_named",
    "practice",
    "total",
)

MOST_NAMED = 2
"""Those nearest; the others are counted."""


@dataclass(frozen=True)
class Near:
    """What others are held near to: domains first, then the model, then a band's target.
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
    found: dict[str, WhoHas] = {}
    for service, team, domain, contact, named, practice, total in rows.values_list(*_COLUMNS):
        slug = names[practice]
        before = found.get(slug, WhoHas(playbook().practices[slug].title, total, ()))
        holder = (Holder(service, team, domain, contact),) if named else ()
        found[slug] = WhoHas(before.title, before.total, before.nearest + holder)
    return found


def _in_place(organisation: Organisation, near: Near, at: datetime) -> QuerySet[PracticeFinding]:
    # That an exposure is in another band today changes nothing of what is in place.
    fresh = Service.objects.filter(
        organisation=organisation,
        archived_at=None,
        current_result__submitted_at__gte=aged_before(organisation, at),
    )
    return PracticeFinding.objects.filter(
        organisation=organisation,
        rules=RULES,
        status="in-place",
        result__in=fresh.exclude(pk=near.service or 0).order_by().values("current_result"),
    )


def _nearest_first(rows: QuerySet[PracticeFinding], near: Near) -> QuerySet[PracticeFinding]:
    place = Window(RowNumber(), partition_by=[F("practice")], order_by=_nearness(near))
    total = Window(Count("pk"), partition_by=[F("practice")])
    ranked = rows.annotate(total=total, place=place).filter(place__lte=MOST_NAMED)
    return ranked.order_by("practice", "place")


def _nearness(near: Near) -> list[OrderBy]:
    """Those who let themselves be named, by domain, model and band, then by name. Only what there
    is to be near to is asked for."""
    parts = ResultPart.objects.filter(result=OuterRef("result"), availability=near.availability)
    alike = [
        (near.domains, Q(result__service__team__domain__in=near.domains)),
        (near.model, Q(result__model=near.model)),
        (near.availability, Q(Exists(parts))),
    ]
    firsts = [Q(result__service__team__is_named=True), *(q for given, q in alike if given)]
    return [
        *(Case(When(first, then=0), default=1).asc() for first in firsts),
        F("result__service__sort_key").asc(),
    ]
