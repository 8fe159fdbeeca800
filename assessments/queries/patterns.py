"""Practices and pitfalls over many services, counted from the rows that each result left."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery, TextChoices
from django.utils.translation import gettext_lazy as _

from assessments.current import playbook
from assessments.models import PitfallFinding, PracticeFinding, ResultPart, Service
from assessments.names import sort_key
from assessments.queries.pattern_services import PITFALL_GROUPS, PRACTICE_GROUPS
from assessments.reports import result_labels
from assessments.scoring.assess import RULES
from assessments.scoring.selector import BAND_OF

MOST_GROUPS = 12
"""Columns of a heat map that fit on a projector and on a sheet; the filter finds the others."""


class By(TextChoices):
    """What the columns of a heat map stand for."""

    DOMAIN = "domain", _("Domain")
    TEAM = "team", _("Team")
    MODEL = "model", _("Recommended model")
    BAND = "band", _("Exposure band")


@dataclass(frozen=True)
class PracticePattern:
    """How many services have a practice in place, partly, missing and unknown, of those that it
    applies to."""

    slug: str
    title: str
    in_place: int
    partly: int
    missing: int
    unknown: int

    @property
    def known(self) -> int:
        return self.in_place + self.partly + self.missing

    @property
    def applies(self) -> int:
        return self.known + self.unknown

    @property
    def share_missing(self) -> float:
        """Of those known; below any share where nothing is known."""
        return self.missing / self.known if self.known else -1


@dataclass(frozen=True)
class PitfallPattern:
    """How many services a pitfall is near today, and how many it waits for, of those that it
    applies to."""

    slug: str
    title: str
    high_now: int
    some_now: int
    waiting: int
    none: int
    unknown: int

    @property
    def near(self) -> int:
        return self.high_now + self.some_now

    @property
    def applies(self) -> int:
        return self.near + self.waiting + self.none + self.unknown


@dataclass(frozen=True)
class HeatCell:
    """Of the services of one column whose state is known, how many have the practice in place."""

    in_place: int
    known: int

    @property
    def share(self) -> int | None:
        """In per cent; None where nothing is known."""
        return round(100 * self.in_place / self.known) if self.known else None

    @property
    def shade(self) -> int | None:
        """From 0 to 4, the more the darker; None where nothing is known."""
        return None if self.share is None else min(self.share // 20, 4)


@dataclass(frozen=True)
class HeatRow:
    slug: str
    title: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True)
class HeatMap:
    """Practices in the order of adoption by groups of services; `more` groups are not shown."""

    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    more: int


@dataclass(frozen=True)
class Patterns:
    """`counted` services have a result that today's rules have been applied to."""

    counted: int
    practices: tuple[PracticePattern, ...]
    pitfalls: tuple[PitfallPattern, ...]
    heat: HeatMap


def fetch_patterns(services: QuerySet[Service], by: By) -> Patterns:
    """The patterns of these services by today's rules. Three queries, however many services."""
    results = services.order_by().values("current_result")
    found = _practices(results, by)
    return Patterns(
        counted=_counted(services).count(),
        practices=_practice_patterns(found),
        pitfalls=_pitfall_patterns(results),
        heat=_heat_map(found, by),
    )


def _counted(services: QuerySet[Service]) -> QuerySet[Service]:
    rows = PracticeFinding.objects.filter(result=OuterRef("current_result"), rules=RULES)
    return services.order_by().filter(Exists(rows))


Group = tuple[Any, str]
"""A column's key and title."""

Found = Mapping[Group, Mapping[str, Counter[str]]]
"""Statuses by group and practice."""

_NAMED: Mapping[By, tuple[str, str]] = {
    By.DOMAIN: ("result__service__team__domain", "result__service__team__domain__name"),
    By.TEAM: ("result__service__team", "result__service__team__name"),
    By.MODEL: ("result__model", "result__model"),
    By.BAND: ("band", "band"),
}


def _practices(results: Any, by: By) -> Found:
    rows = PracticeFinding.objects.filter(result__in=results, rules=RULES)
    if by == By.BAND:
        parts = ResultPart.objects.filter(result=OuterRef("result")).order_by("part")
        rows = rows.annotate(band=Subquery(parts.values("availability")[:1]))
    values = rows.order_by().values_list(*_NAMED[by], "practice", "status").annotate(Count("pk"))
    found: defaultdict[Group, defaultdict[str, Counter[str]]]
    found = defaultdict(lambda: defaultdict(Counter))
    for key, name, practice, status, count in values:
        slug = playbook().now_called("practices", practice)
        found[key, _title(by, name)][slug][status] += count
    return found


def _title(by: By, name: str | None) -> str:
    if by == By.MODEL:
        return result_labels.MODELS[name]  # type: ignore[index]  # a model's slug
    if by == By.BAND:
        return result_labels.BANDS[BAND_OF[name]]  # type: ignore[index]  # a target
    return name or str(_("No domain"))


def _practice_patterns(found: Found) -> tuple[PracticePattern, ...]:
    totals: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for practices in found.values():
        for slug, statuses in practices.items():
            totals[slug] += statuses
    patterns = [
        PracticePattern(
            slug,
            practice.title,
            *(totals[slug][status] for status in PRACTICE_GROUPS),
        )
        for slug, practice in playbook().practices.items()
        if slug in totals
    ]
    return tuple(sorted(patterns, key=lambda each: (-each.share_missing, -each.missing)))


def _pitfall_patterns(results: Any) -> tuple[PitfallPattern, ...]:
    rows = PitfallFinding.objects.filter(result__in=results, rules=RULES).order_by()
    counting = {
        group.replace("-", "_"): Count("pk", filter=condition)
        for group, condition in PITFALL_GROUPS.items()
    }
    values = rows.values_list("pitfall").annotate(**counting)
    counts = {playbook().now_called("pitfalls", slug): numbers for slug, *numbers in values}
    patterns = [
        PitfallPattern(slug, pitfall.title, *counts[slug])
        for slug, pitfall in playbook().pitfalls.items()
        if slug in counts
    ]
    return tuple(sorted(patterns, key=lambda each: (-each.near, -each.high_now, -each.waiting)))


def _heat_map(found: Found, by: By) -> HeatMap:
    groups = _in_order(found, by)
    shown = groups[:MOST_GROUPS]
    return HeatMap(
        columns=tuple(title for _key, title in shown),
        rows=tuple(
            HeatRow(slug, practice.title, tuple(_cell(found[group][slug]) for group in shown))
            for slug, practice in playbook().practices.items()
            if any(slug in practices for practices in found.values())
        ),
        more=len(groups) - len(shown),
    )


def _in_order(groups: Iterable[Group], by: By) -> list[Group]:
    """By name, those without a domain last; bands by what is at stake."""
    if by == By.BAND:
        return sorted(groups, key=lambda group: float(group[0]))
    return sorted(groups, key=lambda group: (group[0] is None, sort_key(group[1])))


def _cell(statuses: Counter[str]) -> HeatCell:
    known = sum(statuses[status] for status in ("in-place", "partly", "missing"))
    return HeatCell(statuses["in-place"], known)
