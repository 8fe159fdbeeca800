"""What changed over many services from a day or round to another: verdicts, targets, practices and
risks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from typing import Any, Literal, NamedTuple

from django.db.models import OuterRef, Q, QuerySet, Subquery

from assessments.current import playbook
from assessments.models import PitfallFinding, PracticeFinding, Result, Round, Service
from assessments.names import sort_key
from assessments.playbook.releases import Renamed
from assessments.queries.rounds import results_within
from assessments.reports import result_labels
from assessments.scoring.assess import RULES

IN_PLACE = "in-place"
KNOWN = (IN_PLACE, "partly", "missing")
TARGETS = ("deployment_met", "availability_met", "restore_met")


@dataclass(frozen=True)
class Flipped:
    """A service whose recommended model is another one now."""

    service: str
    key: int
    before: str
    after: str


@dataclass(frozen=True)
class TargetChange:
    """How many services meet a target now that they missed, and the other way round."""

    target: str
    met: int
    lost: int


@dataclass(frozen=True)
class PracticeChange:
    """How many services of a domain, by its key and name, gained a practice, and lost it. Teams
    without a domain are together, with neither."""

    key: int | None
    domain: str
    slug: str
    title: str
    gained: int
    lost: int


@dataclass(frozen=True)
class RiskChange:
    """How many services a pitfall is near now that it was not near before, and the other way."""

    slug: str
    title: str
    appeared: int
    gone: int


@dataclass(frozen=True)
class Changes:
    """Of `compared` services; `once` have one result in that time alone, `other_rules` two by
    different rules, whose verdicts and targets are not held against each other."""

    compared: int
    once: int
    other_rules: int
    flipped: tuple[Flipped, ...]
    targets: tuple[TargetChange, ...]
    practices: tuple[PracticeChange, ...]
    risks: tuple[RiskChange, ...]


End = datetime | Round
"""What holds one of the two results: the time before a moment, or a round."""


def fetch_changes(services: QuerySet[Service], before: End, after: End) -> Changes:
    """From each service's last result in `before` to its last one in `after`, by the teams of
    today. Five queries, however many services."""
    found = _held_against_each_other(services, before, after)
    return Changes(
        compared=len(found.pairs),
        once=found.once,
        other_rules=len(found.pairs) - len(found.alike),
        flipped=tuple(_flipped(found)),
        targets=tuple(_targets(found)),
        practices=_practices(found),
        risks=_risks(found),
    )


class Pair(NamedTuple):
    """A service with the key and name of its domain and the keys of its two results."""

    service: int
    name: str
    domain: int | None
    domain_name: str | None
    before: int
    after: int


@dataclass(frozen=True)
class Figure:
    """One figure of the changes: of a target, a practice or a risk, which one and which way."""

    of: Literal["target", "practice", "risk"]
    slug: str
    way: str


WAYS: Mapping[str, tuple[str, str]] = {
    "target": ("met", "lost"),
    "practice": ("gained", "lost"),
    "risk": ("appeared", "gone"),
}
"""Which ways each can change."""


def fetch_moved(
    services: QuerySet[Service], before: End, after: End, figure: Figure
) -> Sequence[Pair]:
    """The services behind a figure, by name. Four queries at most, however many services."""
    found = _held_against_each_other(services, before, after)
    moves = {"target": _target_moves, "practice": _practice_moves, "risk": _risk_moves}
    wanted = (figure.slug, figure.way)
    return [pair for pair, slug, way in moves[figure.of](found) if (slug, way) == wanted]


@dataclass(frozen=True)
class _Found:
    """The services with two results; of `alike` they are by the same rules."""

    dated: QuerySet[Service]
    pairs: Sequence[Pair]
    alike: Sequence[Pair]
    once: int
    results: Mapping[int, Result]


def _held_against_each_other(services: QuerySet[Service], before: End, after: End) -> _Found:
    dated = services.order_by("sort_key", "pk").annotate(
        before=_last_within(before), after=_last_within(after)
    )
    columns = ("pk", "name", "team__domain", "team__domain__name", "before", "after")
    known = [Pair(*row) for row in dated.values_list(*columns) if row[-1] is not None]
    pairs = [pair for pair in known if pair.before not in (None, pair.after)]
    results = _results(dated, "before") | _results(dated, "after")
    alike = [pair for pair in pairs if results[pair.before].rules == results[pair.after].rules]
    return _Found(dated, pairs, alike, len(known) - len(pairs), results)


def _last_within(end: End) -> Subquery:
    """The key of a service's last result there."""
    if isinstance(end, Round):
        answers = results_within().order_by("-submitted_at", "-pk").values("pk")[:1]
        asked = end.asked.filter(service=OuterRef("pk"))
        return Subquery(asked.annotate(answer=Subquery(answers)).values("answer")[:1])
    found = Result.objects.filter(service=OuterRef("pk"), submitted_at__lt=end)
    return Subquery(found.order_by("-submitted_at", "-pk").values("pk")[:1])


def _results(dated: QuerySet[Service], end: str) -> dict[int, Result]:
    keys = dated.order_by().values(end)
    return {each.pk: each for each in Result.objects.without_documents().filter(pk__in=keys)}


def _flipped(found: _Found) -> Iterator[Flipped]:
    for pair in found.alike:
        before, after = found.results[pair.before].model, found.results[pair.after].model
        if before != after:
            models = (result_labels.MODELS[before], result_labels.MODELS[after])
            yield Flipped(pair.name, pair.service, *models)


Move = tuple[Pair, str, str]
"""A service, the slug of what changed, and which way."""


def _target_moves(found: _Found) -> Iterator[Move]:
    for pair in found.alike:
        before, after = found.results[pair.before], found.results[pair.after]
        for target in TARGETS:
            was, now = getattr(before, target), getattr(after, target)
            if {was, now} == {"met", "missed"}:
                yield pair, target, "met" if now == "met" else "lost"


def _practice_moves(found: _Found) -> Iterator[Move]:
    statuses = _said(PracticeFinding.objects.all(), "practices", "practice", "status", found)
    for pair in found.pairs:
        before, after = statuses.get(pair.before, {}), statuses.get(pair.after, {})
        for slug in before.keys() & after.keys() & playbook().practices.keys():
            was, now = before[slug], after[slug]
            if was in KNOWN and now in KNOWN and (was == IN_PLACE) != (now == IN_PLACE):
                yield pair, slug, "gained" if now == IN_PLACE else "lost"


def _risk_moves(found: _Found) -> Iterator[Move]:
    near = _said(PitfallFinding.objects.near_now(), "pitfalls", "pitfall", "risk", found)
    for pair in found.pairs:
        before, after = near.get(pair.before, {}).keys(), near.get(pair.after, {}).keys()
        for slug in (before ^ after) & playbook().pitfalls.keys():
            yield pair, slug, "appeared" if slug in after else "gone"


def _said(
    rows: QuerySet[Any], kind: Renamed, of: str, value: str, found: _Found
) -> Mapping[int, Mapping[str, str]]:
    """What each result found by today's rules, by its key and the slug of today. One query."""
    ends = Q(result__in=found.dated.order_by().values("before"))  # type: ignore[misc]  # annotated
    ends |= Q(result__in=found.dated.order_by().values("after"))  # type: ignore[misc]  # annotated
    now_called = cache(partial(playbook().now_called, kind))
    said: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for result, slug, told in rows.filter(ends, rules=RULES).values_list("result", of, value):
        said[result][now_called(slug)] = told
    return said


def _targets(found: _Found) -> Iterator[TargetChange]:
    counts = Counter((target, way) for _pair, target, way in _target_moves(found))
    for target in TARGETS:
        yield TargetChange(target, counts[target, "met"], counts[target, "lost"])


def _practices(found: _Found) -> tuple[PracticeChange, ...]:
    counts: Counter[tuple[int | None, str, str, str]] = Counter(
        (pair.domain, pair.domain_name or "", slug, way)
        for pair, slug, way in _practice_moves(found)
    )
    changes = [
        PracticeChange(
            key,
            domain,
            slug,
            playbook().practices[slug].title,
            counts[key, domain, slug, "gained"],
            counts[key, domain, slug, "lost"],
        )
        for key, domain, slug in sorted({each[:3] for each in counts}, key=lambda it: it[1:])
    ]
    by_gain = sorted(changes, key=lambda it: (-it.gained, it.lost))
    return tuple(sorted(by_gain, key=lambda it: (not it.domain, sort_key(it.domain))))


def _risks(found: _Found) -> tuple[RiskChange, ...]:
    counts = Counter((slug, way) for _pair, slug, way in _risk_moves(found))
    changes = [
        RiskChange(slug, pitfall.title, counts[slug, "appeared"], counts[slug, "gone"])
        for slug, pitfall in playbook().pitfalls.items()
        if counts[slug, "appeared"] or counts[slug, "gone"]
    ]
    return tuple(sorted(changes, key=lambda it: (-it.appeared, it.gone)))
