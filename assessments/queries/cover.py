"""What out-of-hours cover comes to over the services that someone sees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from assessments.cover import rotas
from assessments.cover.prices import Prices, people, price, price_of
from assessments.cover.rotas import Covered, Kind, Picture, Rota
from assessments.models import Organisation, ResultPart, Service
from assessments.names import sort_key


@dataclass(frozen=True)
class Arrangement:
    """One way to arrange cover, in rotas, people and money a year; no money where a price that it
    needs is not entered."""

    picture: Picture
    people: int
    price: int | None

    @property
    def of_team(self) -> int:
        return self.picture.of("team")

    @property
    def of_domain(self) -> int:
        return self.picture.of("domain")

    @property
    def of_operations(self) -> int:
        return self.picture.of("operations")


@dataclass(frozen=True)
class Standby:
    """Rotas of teams and domains, with their people and their money a year, None where no price is
    entered."""

    rotas: int
    people: int
    price: int | None


@dataclass(frozen=True)
class DomainCover:
    """The rotas of one domain's teams, and its shared ones, in the three ways. Operations' rota is
    everyone's, and in none."""

    domain: str
    today: Standby
    recommended: Standby
    each: Standby

    @property
    def ways(self) -> tuple[Standby, ...]:
        return self.today, self.recommended, self.each


@dataclass(frozen=True)
class Cover:
    """The three ways beside each other; `services` are counted, of those seen."""

    services: int
    today: Arrangement
    recommended: Arrangement
    each: Arrangement
    domains: tuple[DomainCover, ...]

    @property
    def difference(self) -> int | None:
        """What the recommended arrangement costs more than today's a year, less where negative;
        None where either is not known, or where who covers some services is not."""
        if self.today.price is None or self.recommended.price is None or self.today.picture.unknown:
            return None
        return self.recommended.price - self.today.price


def fetch_cover(services: QuerySet[Service], prices: Prices) -> Cover:
    """Two queries, however many services."""
    covered = list(fetch_covered(services).values())
    ways = (rotas.today(covered), rotas.recommended(covered), rotas.a_rota_each(covered))
    today, recommended, each = (arrangement(picture, prices) for picture in ways)
    return Cover(len(covered), today, recommended, each, _by_domain(prices, *ways))


def arrangement(picture: Picture, prices: Prices) -> Arrangement:
    """A picture with its people and price."""
    return Arrangement(picture, people(picture, prices), price(picture, prices))


def fetch_covered(services: QuerySet[Service]) -> dict[int, Covered]:
    """Those that were assessed, by their keys and in the order of their names. Two queries."""
    assessed = services.exclude(current_result=None).order_by("sort_key", "pk")
    parts = ResultPart.objects.filter(result__in=assessed.order_by().values("current_result"))
    needed: defaultdict[int, set[str]] = defaultdict(set)
    models: defaultdict[int, set[str]] = defaultdict(set)
    for result, cover, model in parts.order_by().values_list("result", "out_of_hours", "model"):
        needed[result].add(cover)
        models[result].add(model)
    rows = assessed.prefetch_related(None).values_list(
        "pk",
        "current_result",
        "name",
        "team",
        "team__name",
        "team__domain",
        "team__domain__name",
        "current_result__cover",
        "current_result__rota_people",
        "current_result__sibling_teams",
    )
    return {
        key: Covered(
            service=name,
            team=team,
            team_name=team_name,
            domain=domain,
            domain_name=domain_name or "",
            today=cover,
            needed=frozenset(needed[result]),
            team_runs="you-build-it-you-run-it" in models[result],
            rota_people=rota_people,
            sibling_teams=sibling_teams,
        )
        for (
            key,
            result,
            name,
            team,
            team_name,
            domain,
            domain_name,
            cover,
            rota_people,
            sibling_teams,
        ) in rows
    }


def _by_domain(prices: Prices, *pictures: Picture) -> tuple[DomainCover, ...]:
    counted = [_standby_by_domain(picture) for picture in pictures]
    names = sorted(set().union(*counted), key=lambda name: (not name, sort_key(name)))

    def standby(rotas: int) -> Standby:
        each = prices.standby
        return Standby(rotas, rotas * prices.people, None if each is None else rotas * each)

    return tuple(
        DomainCover(name, *(standby(count.get(name, 0)) for count in counted)) for name in names
    )


def _standby_by_domain(picture: Picture) -> Mapping[str, int]:
    counts: defaultdict[str, int] = defaultdict(int)
    kinds: tuple[Kind, ...] = ("team", "domain")
    for rota in picture.rotas:
        if rota.kind in kinds:
            counts[rota.domain] += 1
    return counts


@dataclass(frozen=True)
class ServiceShare:
    """A rota that a service needs as recommended: whose it is, how many services it covers, and
    the service's share of its price a year, None where no price is entered."""

    kind: Kind
    owner: str
    services: int
    share: int | None


def fetch_shares(service: Service) -> list[ServiceShare]:
    """The rotas that a service needs, one a part at most. Three queries."""
    organisation, team = service.organisation, service.team
    prices = prices_of(organisation)
    standing = Service.objects.filter(organisation=organisation, archived_at=None)
    beside = Q(team=team) if team.domain_id is None else Q(team__domain=team.domain_id)
    found = rotas.recommended(list(fetch_covered(standing.filter(beside)).values()))
    return [_share(rota, standing, prices) for rota in found.rotas if service.name in rota.services]


def _share(rota: Rota, standing: QuerySet[Service], prices: Prices) -> ServiceShare:
    number = len(rota.services)
    if rota.kind == "operations":
        # The whole organisation's, and not only of those beside it.
        operated = ResultPart.objects.filter(out_of_hours="operations")
        results = standing.order_by().values("current_result")
        number = operated.filter(result__in=results).values("result").distinct().count()
    whole = price_of(rota.kind, prices)
    return ServiceShare(rota.kind, rota.owner, number, None if whole is None else whole // number)


def prices_of(organisation: Organisation) -> Prices:
    """What the organisation has entered."""
    return Prices(
        organisation.standby_price, organisation.operations_price, organisation.rota_people
    )
