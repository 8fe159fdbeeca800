"""What changed over many services from a day or round to another: verdicts, targets, practices and
risks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import OuterRef, Q, QuerySet, Subquery

from assessments.current import playbook
from assessments.models import PitfallFinding, PracticeFinding, Result, Round, Service
from assessments.names import sort_key
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
    """How many services of a domain gained a practice, and lost it."""

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
    dated = services.order_by("sort_key", "pk").annotate(
        before=_last_within(before), after=_last_within(after)
    )
    columns = ("pk", "name", "team__domain__name", "before", "after")
    known = [Pair(*row) for row in dated.values_list(*columns) if row[-1] is not None]
    pairs = [pair for pair in known if pair.before not in (None, pair.after)]
    results = _results(dated, "before") | _results(dated, "after")
    alike = [pair for pair in pairs if results[pair.before].rules == results[pair.after].rules]
    return Changes(
        compared=len(pairs),
        once=len(known) - len(pairs),
        other_rules=len(pairs) - len(alike),
        flipped=tuple(_flipped(alike, results)),
        targets=tuple(_target(name, alike, results) for name in TARGETS),
        practices=_practices(pairs, dated),
        risks=_risks(pairs, dated),
    )


class Pair(NamedTuple):
    """A service with the keys of its two results."""

    service: int
    name: str
    domain: str | None
    before: int
    after: int


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


def _flipped(pairs: Iterable[Pair], results: Mapping[int, Result]) -> Iterator[Flipped]:
    for pair in pairs:
        before, after = results[pair.before].model, results[pair.after].model
        if before != after:
            models = (result_labels.MODELS[before], result_labels.MODELS[after])
            yield Flipped(pair.name, pair.service, *models)


def _target(name: str, pairs: Iterable[Pair], results: Mapping[int, Result]) -> TargetChange:
    changes = Counter(
        (getattr(results[pair.before], name), getattr(results[pair.after], name)) for pair in pairs
    )
    return TargetChange(name, changes["missed", "met"], changes["met", "missed"])


Found = Mapping[int, Mapping[str, str]]
"""What each result found, by its key and the slug."""


def _found(rows: QuerySet[Any], of: str, value: str, dated: QuerySet[Service]) -> Found:
    """By today's rules. One query."""
    ends = Q(result__in=dated.order_by().values("before"))  # type: ignore[misc]  # annotated
    ends |= Q(result__in=dated.order_by().values("after"))  # type: ignore[misc]  # annotated
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for result, slug, said in rows.filter(ends, rules=RULES).values_list("result", of, value):
        found[result][slug] = said
    return found


def _practices(pairs: Iterable[Pair], dated: QuerySet[Service]) -> tuple[PracticeChange, ...]:
    found = _found(PracticeFinding.objects.all(), "practice", "status", dated)
    counts: Counter[tuple[str, str, bool]] = Counter()
    for pair in pairs:
        before, after = found.get(pair.before, {}), found.get(pair.after, {})
        for slug in before.keys() & after.keys():
            was, now = before[slug], after[slug]
            if was in KNOWN and now in KNOWN and (was == IN_PLACE) != (now == IN_PLACE):
                named = playbook().now_called("practices", slug)
                counts[pair.domain or "", named, now == IN_PLACE] += 1
    changes = [
        PracticeChange(
            domain,
            slug,
            playbook().practices[slug].title,
            counts[domain, slug, True],
            counts[domain, slug, False],
        )
        for domain, slug in sorted({(domain, slug) for domain, slug, _gained in counts})
        if slug in playbook().practices
    ]
    by_domain = sorted(changes, key=lambda it: (-it.gained, it.lost))
    return tuple(sorted(by_domain, key=lambda it: (not it.domain, sort_key(it.domain))))


def _risks(pairs: Iterable[Pair], dated: QuerySet[Service]) -> tuple[RiskChange, ...]:
    found = _found(PitfallFinding.objects.near_now(), "pitfall", "risk", dated)
    appeared: Counter[str] = Counter()
    gone: Counter[str] = Counter()
    for pair in pairs:
        before, after = found.get(pair.before, {}), found.get(pair.after, {})
        appeared.update(after.keys() - before.keys())
        gone.update(before.keys() - after.keys())
    changes = [
        RiskChange(slug, pitfall.title, appeared[slug], gone[slug])
        for slug, pitfall in playbook().pitfalls.items()
        if appeared[slug] or gone[slug]
    ]
    return tuple(sorted(changes, key=lambda it: (-it.appeared, it.gone)))
