"""Scenarios of an organisation, each beside today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from django.db.models import Count, Q, QuerySet

from assessments.cover import rotas
from assessments.cover.prices import Prices
from assessments.cover.scenarios import Move, PlacedPart, Standing, misfits, scenario
from assessments.models import Organisation, ResultPart, Scenario, ScenarioService, Service
from assessments.models.names import by_name
from assessments.playbook.questions import Model
from assessments.queries.cover import Arrangement, arrangement, fetch_covered
from assessments.scoring.inputs import BandSlug
from assessments.scoring.vocabulary import Availability, Deployment, OutOfHours

MOVED = ~Q(rows__model="", rows__band="")


def all_scenarios(organisation: Organisation) -> QuerySet[Scenario]:
    """The latest first, each with how many `services` it is about and how many it has `moved`."""
    standing = Q(rows__service__archived_at=None, rows__service__isnull=False)
    counts = {"services": Count("rows", filter=standing)}
    counts["moved"] = Count("rows", filter=standing & MOVED)
    found = organisation.scenarios.select_related("saved_by")
    return found.annotate(**counts).order_by("-saved_at", "-pk")


@dataclass(frozen=True)
class Side:
    """How services are covered and fit: `run` as they are run, `recommended` as recommended."""

    run: Arrangement
    recommended: Arrangement
    misfits: int


@dataclass(frozen=True)
class Moved:
    """A moved service, from where to where: models it is run under, models recommended."""

    row: ScenarioService
    before: Standing | None
    after: Standing | None


@dataclass(frozen=True)
class Compared:
    """A scenario beside today, over `assessed` services; others of it were never assessed."""

    today: Side
    then: Side
    moved: tuple[Moved, ...]
    assessed: int
    not_assessed: int

    @property
    def difference(self) -> int | None:
        """What the scenario costs more a year, less where negative; None where either price, or
        who covers some service, is not known."""
        before, after = self.today.run, self.then.run
        if before.price is None or after.price is None:
            return None
        is_known = not (before.picture.unknown or after.picture.unknown)
        return after.price - before.price if is_known else None

    @property
    def saved(self) -> int:
        """The same the other way round, where it is known."""
        return -(self.difference or 0)

    @property
    def misfits(self) -> tuple[int, int]:
        """Today and in the scenario."""
        return self.today.misfits, self.then.misfits


def fetch_compared(of: Scenario, prices: Prices) -> Compared:
    """Six queries, however many services."""
    services = Service.objects.filter(pk__in=of.rows.order_by().values("service"), archived_at=None)
    before = fetch_standing(services)
    rows = of.rows.filter(service__archived_at=None).exclude(model="", band="")
    shown = list(rows.select_related("service__team").order_by(*by_name("service__")))
    moves = {row.service_id: move_of(row) for row in shown}
    after = dict(zip(before, scenario(before, moves), strict=True))
    return Compared(
        today=_side(before, prices),
        then=_side(after, prices),
        moved=tuple(
            Moved(row, before.get(row.service_id), after.get(row.service_id)) for row in shown
        ),
        assessed=len(before),
        not_assessed=services.filter(current_result=None).count(),
    )


def fetch_standing(services: QuerySet[Service]) -> dict[int, Standing]:
    """Those that were assessed, by their keys and in the order of their names. Four queries."""
    covered = fetch_covered(services)
    present = dict(services.order_by().values_list("pk", "current_result__present_model"))
    parts: defaultdict[int, list[PlacedPart]] = defaultdict(list)
    found = ResultPart.objects.filter(result__in=services.order_by().values("current_result"))
    columns = ("result__service", "availability", "deployment", "out_of_hours")
    rows = found.order_by("result", "part").values_list(*columns)
    for key, availability, deployment, cover in rows:
        parts[key].append(
            PlacedPart(
                cast(Availability, availability),
                cast(Deployment, deployment),
                cast(OutOfHours, cover),
            )
        )
    return {key: Standing(each, tuple(parts[key]), present[key]) for key, each in covered.items()}


def move_of(row: ScenarioService) -> Move:
    """Where its row moves a service."""
    model = cast(Model, row.model) if row.model else None
    band = cast(BandSlug, row.band) if row.band else None
    return Move(model, band)


def _side(standing: Mapping[int, Standing], prices: Prices) -> Side:
    covered = [each.covered for each in standing.values()]
    return Side(
        run=arrangement(rotas.today(covered), prices),
        recommended=arrangement(rotas.recommended(covered), prices),
        misfits=misfits(list(standing.values())),
    )
