"""An organisation's services beside each other. Nothing here scores, or reads a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    OrderBy,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import NullIf

from assessments.models import (
    Membership,
    PitfallFinding,
    ResultPart,
    Scope,
    Service,
    ServiceQuerySet,
)
from assessments.models.names import by_name
from assessments.queries.access import visible_services
from assessments.queries.decisions import with_decision
from assessments.queries.directions import Direction, direction
from assessments.queries.freshness import Freshness, freshness
from assessments.reports import matrix
from assessments.scoring.assess import RULES
from assessments.scoring.selector import AVAILABILITY, DEPLOYMENT

MISSED = (
    Q(current_result__deployment_met="missed")
    | Q(current_result__availability_met="missed")
    | Q(current_result__restore_met="missed")
)


def services(membership: Membership, at: datetime) -> ServiceQuerySet:
    """The services that a person may see, each with its last result's columns and parts, which
    way it is to move, how fresh what is known of it is, and its risks of today."""
    parts = Prefetch("current_result__parts", ResultPart.objects.order_by("part"))
    return (
        with_decision(visible_services(membership))
        .select_related("team__domain")
        .with_current_result()
        .annotate(
            direction=direction(),
            freshness=freshness(membership.organisation, at),
            risk_now=_risk_now(),
        )
        .prefetch_related(parts, _risks_now())
    )


def _of_today() -> QuerySet[PitfallFinding]:
    """The pitfalls that are near today, the nearest first, by today's rules."""
    return PitfallFinding.objects.near_now().filter(rules=RULES).order_by("risk", "pk")


def _risks_now() -> Prefetch:
    return Prefetch("current_result__pitfallfindings", _of_today(), to_attr="risks_now")


def _risk_now() -> Subquery:
    """The gravest of today's risks, none where there is none: "high" is before "some"."""
    mine = _of_today().filter(result=OuterRef("current_result"))
    return Subquery(mine.values("risk")[:1])


def in_cell(services: QuerySet[Service], *, band: str = "", demand: str = "") -> QuerySet[Service]:
    """Those with a part whose targets lie in that row, that column, or where both meet."""
    parts = ResultPart.objects.filter(result=OuterRef("current_result"))
    if band:
        parts = parts.filter(availability=AVAILABILITY[band])  # type: ignore[index]
    if demand:
        parts = parts.filter(deployment=DEPLOYMENT[demand])  # type: ignore[index]
    return services.filter(Exists(parts))


def _judged(column: str) -> Subquery:
    """A target of the judged part: the digital one of both."""
    parts = ResultPart.objects.filter(result=OuterRef("current_result")).order_by("part")
    return Subquery(parts.values(column)[:1])


JUDGED_AVAILABILITY = _judged("availability")
JUDGED_EXPOSURE = _judged("exposure")


def _share() -> CombinedExpression:
    asked = NullIf(F("current_result__asked"), Value(0))
    return F("current_result__answered") * Value(1.0) / asked


def _rank(annotation: str, values: Sequence[str]) -> Case:
    """The place of a value among those there are."""
    cases = (When(**{annotation: value}, then=rank) for rank, value in enumerate(values))
    return Case(*cases)


ORDERS: Mapping[str, F | Subquery | CombinedExpression | Case] = {
    "name": F("sort_key"),
    "team": F("team__sort_key"),
    "model": F("current_result__model"),
    "present": F("current_result__present_model"),
    "availability": JUDGED_AVAILABILITY,
    "deployment": F("current_result__deployment_met"),
    "restore": F("current_result__restore_met"),
    "throughput": F("current_result__deployment_throughput"),
    "reliability": F("current_result__service_reliability"),
    "learning": F("current_result__learning_culture"),
    "answered": _share(),
    "submitted": F("current_result__submitted_at"),
    "direction": _rank("direction", Direction.values),
    "exposure": JUDGED_EXPOSURE,
    "loss": _judged("accepted_loss"),
    "freshness": _rank("freshness", Freshness.values),
    "risk": F("risk_now"),
}
"""What a list of services can be put in order by; availability targets sort as text does."""


def ordered(
    services: QuerySet[Service], by: str = "name", *, descending: bool = False
) -> QuerySet[Service]:
    """In that order, what was never assessed last, and by name where that ties."""
    key = ORDERS[by]
    first = key.desc(nulls_last=True) if descending else key.asc(nulls_last=True)
    return services.order_by(first, *by_name())


@dataclass(frozen=True)
class Figures:
    """How many of a set of services there are of each kind."""

    total: int
    you_build_it_you_run_it: int
    ops_run_it: int
    hybrid: int
    not_assessed: int
    quick: int
    misfits: int
    missing_a_target: int
    deployment_missed: int
    availability_missed: int
    restore_missed: int
    directions: Mapping[Direction, int]
    freshness: Mapping[Freshness, int]

    @property
    def assessed(self) -> int:
        return self.total - self.not_assessed


def figures(services: QuerySet[Service]) -> Figures:
    """One query."""

    def having(**condition: object) -> Count:
        return Count("pk", filter=Q(**{f"current_result__{k}": v for k, v in condition.items()}))

    ways = {f"direction_{each.name}": Count("pk", filter=Q(direction=each)) for each in Direction}
    ages = {f"freshness_{each.name}": Count("pk", filter=Q(freshness=each)) for each in Freshness}
    counted = services.order_by().aggregate(
        total=Count("pk"),
        you_build_it_you_run_it=having(model="you-build-it-you-run-it"),
        ops_run_it=having(model="ops-run-it"),
        hybrid=having(model="hybrid"),
        not_assessed=having(isnull=True),
        quick=having(scope=Scope.QUICK),
        misfits=having(misfit=True),
        missing_a_target=Count("pk", filter=MISSED),
        deployment_missed=having(deployment_met="missed"),
        availability_missed=having(availability_met="missed"),
        restore_missed=having(restore_met="missed"),
        **ways,
        **ages,
    )
    directions = {each: counted.pop(f"direction_{each.name}") for each in Direction}
    ages_counted = {each: counted.pop(f"freshness_{each.name}") for each in Freshness}
    return Figures(**counted, directions=directions, freshness=ages_counted)


MOST_GROUPS = 12
"""What a glance takes in; the filter finds the others."""


@dataclass(frozen=True)
class GroupFigures:
    """How the services of a domain or a team stand; `pk` and `name` are None for teams without a
    domain. The counts after `assessed` are of those assessed."""

    pk: int | None
    name: str | None
    total: int
    assessed: int
    run_by_ops: int
    misfits: int
    missing_a_target: int


def by_group(services: QuerySet[Service], group: str) -> tuple[GroupFigures, ...]:
    """The domains or the teams, those with the greatest share to look at first, so that large
    ones do not lead by size. One query."""

    def counting(condition: Q) -> Count:
        return Count("pk", filter=condition)

    found = (
        services.order_by()
        .values_list(group, f"{group}__name")
        .annotate(
            Count("pk"),
            assessed=Count("current_result"),
            run_by_ops=counting(Q(current_result__present_model="ops-run-it")),
            misfits=counting(Q(current_result__misfit=True)),
            missing=counting(MISSED),
        )
        .order_by(_part_of("misfits"), _part_of("missing"), *by_name(f"{group}__"))
    )
    return tuple(GroupFigures(*row) for row in found[:MOST_GROUPS])


def _part_of(count: str) -> OrderBy:
    assessed = NullIf(F("assessed"), Value(0))
    return (F(count) * Value(1.0) / assessed).desc(nulls_last=True)


@dataclass(frozen=True)
class CountedCell:
    """A cell of the selector, and how many parts of services have their targets in it."""

    cell: matrix.Cell
    count: int


@dataclass(frozen=True)
class CountedRow:
    """A band of exposure. `used` is false where it is off and no service stands in it."""

    row: matrix.Row
    cells: tuple[CountedCell, ...]

    @property
    def used(self) -> bool:
        return self.row.on or any(cell.count for cell in self.cells)


@dataclass(frozen=True)
class CountedMatrix:
    columns: tuple[matrix.Column, ...]
    rows: tuple[CountedRow, ...]


def on_the_selector(services: QuerySet[Service], bands_on: Sequence[str]) -> CountedMatrix:
    """The selector with a count in each cell. One query."""
    found = (
        ResultPart.objects.filter(result__in=services.order_by().values("current_result"))
        .order_by()
        .values_list("availability", "deployment")
        .annotate(Count("pk"))
    )
    counts = {(availability, deployment): count for availability, deployment, count in found}
    grid = matrix.draw(bands_on=bands_on)
    return CountedMatrix(
        grid.columns,
        tuple(
            CountedRow(
                row,
                tuple(
                    CountedCell(cell, counts.get((row.availability, cell.deployment), 0))
                    for cell in row.cells
                ),
            )
            for row in grid.rows
        ),
    )
