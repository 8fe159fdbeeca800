"""What the report of many services says, gathered."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from assessments.models import Organisation, Service
from assessments.queries import compare
from assessments.queries.cover import Arrangement, Cover, fetch_cover, prices_of
from assessments.queries.directions import Direction
from assessments.queries.freshness import Freshness
from assessments.queries.move_first import ToMove, fetch_to_move_first, to_move_first
from assessments.queries.patterns import By, Patterns, fetch_patterns
from assessments.reports import result_labels
from assessments.reports.document.estate import Counted, DomainRow, Estate, Mover, Way
from assessments.scoring.selector import BAND_OF

TOP = 3
"""Practices and pitfalls on the first page."""


def fetch_estate(
    services: QuerySet[Service], organisation: Organisation, *, date: str, narrowed: str
) -> Estate:
    """The estate as these services make it. A number of queries that does not grow with them, and
    ten documents at most."""
    figures = compare.figures(services)
    patterns = fetch_patterns(services, By.DOMAIN)
    cover = fetch_cover(services, prices_of(organisation))
    selector = compare.on_the_selector(services, [band.band for band in organisation.bands])
    return Estate(
        organisation=organisation.name,
        date=date,
        narrowed=narrowed,
        total=figures.total,
        assessed=figures.assessed,
        quick=figures.quick,
        stale=figures.freshness[Freshness.STALE],
        models=(
            Counted("You Build It You Run It", figures.you_build_it_you_run_it),
            Counted("Ops Run It", figures.ops_run_it),
            Counted("Hybrid", figures.hybrid),
        ),
        directions=tuple(
            Counted(str(way.label), count)
            for way, count in figures.directions.items()
            if way != Direction.NOT_ASSESSED
        ),
        demands=tuple(column.title for column in selector.columns),
        selector=tuple(
            (f"{row.row.title} ({row.row.availability}%)", tuple(cell.count for cell in row.cells))
            for row in selector.rows
            if row.used
        ),
        movers=tuple(map(_mover, fetch_to_move_first(services))),
        to_move=to_move_first(services).count(),
        practices=_practices(patterns),
        pitfalls=tuple((each.title, each.near) for each in patterns.pitfalls[:TOP] if each.near),
        ways=tuple(_ways(cover, organisation.currency)),
        cover=_difference(cover, organisation.currency),
        domains=tuple(
            DomainRow(
                row.name or "No domain", row.total, row.assessed, row.misfits, row.missing_a_target
            )
            for row in compare.by_group(services, "team__domain")
        ),
    )


def _mover(found: ToMove) -> Mover:
    result = found.result
    exposure = (
        result_labels.BANDS[BAND_OF[found.target]]
        if found.exposure is None
        else result_labels.money(found.exposure, result.currency)
    )
    today = result_labels.MODELS[result.present_model]
    return Mover(
        service=found.service.name,
        team=found.service.team.name,
        change=f"{today} to {result_labels.MODELS[result.model]}",
        exposure=exposure,
        missed=", ".join(found.missed),
        reasons=found.reasons,
        flips=found.flips,
    )


def _practices(patterns: Patterns) -> tuple[tuple[str, int, int], ...]:
    """The most widespread of those missed: a share of one service is no pattern."""
    missed = sorted(patterns.practices, key=lambda each: (-each.missing, -each.share_missing))
    return tuple((each.title, each.missing, each.known) for each in missed[:TOP] if each.missing)


def _ways(cover: Cover, currency: str) -> Iterable[Way]:
    named: tuple[tuple[str, Arrangement], ...] = (
        ("Today", cover.today),
        ("As recommended", cover.recommended),
        ("A rota each", cover.each),
    )
    for title, way in named:
        price = "not priced" if way.price is None else result_labels.money(way.price, currency)
        yield Way(title, way.picture.standby, way.of_operations, way.people, price)


def _difference(cover: Cover, currency: str) -> str:
    if cover.today.picture.unknown:
        unknown = cover.today.picture.unknown
        return f"Of {unknown} services nobody said who answers out of hours today."
    if cover.difference is None:
        return ""
    if cover.difference == 0:
        return "As recommended, cover costs the same as today."
    way = "more" if cover.difference > 0 else "less"
    amount = result_labels.money(abs(cover.difference), currency)
    return f"As recommended, cover costs {amount} a year {way} than today."
