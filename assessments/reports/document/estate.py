"""The report of many services: one page to decide on, then the reasons and the domains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessments.reports.document.blocks import Block, Document, Heading, OnePage, Table
from assessments.reports.document.phrases import bullets, faint, say, strong, words

_SIZE = 9.5
"""Points."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many services there are of a kind, in words."""

    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Mover:
    """A service to move, in words: from one model to another, what an hour of its failure costs,
    which targets it misses, why, and what would flip it."""

    service: str
    team: str
    change: str
    exposure: str
    missed: str
    reasons: tuple[str, ...]
    flips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to arrange out-of-hours cover, counted and priced in words."""

    title: str
    rotas: int
    operations: int
    people: int
    price: str


@dataclass(frozen=True, slots=True)
class DomainRow:
    """A domain's services: how many, assessed, misfits, and those that miss a target."""

    title: str
    total: int
    assessed: int
    misfits: int
    missed: int


@dataclass(frozen=True, slots=True)
class Estate:
    """All that the report says, in words and whole numbers. `selector` has a row a band, highest
    first, with a count a demand; `practices` are missing at so many services of those known,
    `pitfalls` near today at so many; `cover` says the difference in a sentence, "" where it is not
    known. `narrowed` says which services were asked for, nothing where all are."""

    organisation: str
    date: str
    narrowed: str
    total: int
    assessed: int
    quick: int
    stale: int
    models: tuple[Counted, ...]
    directions: tuple[Counted, ...]
    demands: tuple[str, ...]
    selector: tuple[tuple[str, tuple[int, ...]], ...]
    movers: tuple[Mover, ...]
    to_move: int
    practices: tuple[tuple[str, int, int], ...]
    pitfalls: tuple[tuple[str, int], ...]
    ways: tuple[Way, ...]
    cover: str
    domains: tuple[DomainRow, ...]


def compose_estate(estate: Estate) -> Document:
    """The document; its first page stands alone."""
    title = f"Operating models of {estate.organisation}"
    first = OnePage(
        (
            Heading(1, title),
            *_basis(estate),
            Heading(2, "What is recommended"),
            _counts(estate.models, estate.directions),
            _selector(estate),
            Heading(2, "Which to move first"),
            *_movers(estate),
            Heading(2, "What most lack, and what is near"),
            *_patterns(estate),
            Heading(2, "What cover costs"),
            *_cover(estate),
        )
    )
    return Document(
        title=title,
        description="How many services are best run, which to move first, and what it costs.",
        keywords=("operating model", "estate"),
        short_name=estate.organisation,
        date=estate.date,
        footer=title,
        size=_SIZE,
        blocks=(first, *_reasons(estate.movers), *_domains(estate.domains)),
    )


def _basis(estate: Estate) -> Iterable[Block]:
    said = [f"Of {estate.total} services {estate.assessed} are assessed"]
    if estate.quick:
        said.append(f"{estate.quick} of them by a quick check only")
    if estate.stale:
        said.append(f"{estate.stale} by a result that is stale")
    yield say(f"{estate.date}. {', '.join(said)}.", small=True)
    if estate.narrowed:
        yield say(f"Narrowed down: {estate.narrowed}.", small=True)


def _counts(models: Sequence[Counted], directions: Sequence[Counted]) -> Block:
    parts = [f"{each.title}: {each.count}" for each in (*models, *directions) if each.count]
    return say("; ".join(parts) + "." if parts else "Nothing is assessed yet.")


def _selector(estate: Estate) -> Block:
    rows = [
        (words(strong(band)), *(words(str(count) if count else faint("0")) for count in counts))
        for band, counts in estate.selector
    ]
    widths = (1.2, *(1.0 for _demand in estate.demands))
    return Table(("Exposure / demand", *estate.demands), widths, tuple(rows))


def _movers(estate: Estate) -> Iterable[Block]:
    if not estate.movers:
        yield say("None: no misfit with a result that still holds misses a target.")
        return
    rows = tuple(
        (
            words(strong(each.service), faint(f" {each.team}")),
            words(each.change),
            words(each.exposure),
            words(each.missed),
        )
        for each in estate.movers
    )
    yield Table(("Service", "Change", "An hour of failure", "Missed"), (1.3, 1.5, 0.9, 1.1), rows)
    if estate.to_move > len(estate.movers):
        yield say(f"The first {len(estate.movers)} of {estate.to_move}.", small=True)


def _patterns(estate: Estate) -> Iterable[Block]:
    lines = [
        words(strong(title), f": missing at {missing} of {known} services that know")
        for title, missing, known in estate.practices
    ]
    lines += [
        words(strong(title), f": near today at {count} {'service' if count == 1 else 'services'}")
        for title, count in estate.pitfalls
    ]
    yield bullets(lines) if lines else say("Nothing is known of practices and pitfalls yet.")


def _cover(estate: Estate) -> Iterable[Block]:
    rows = tuple(
        (
            words(strong(way.title)),
            words(str(way.rotas)),
            words(str(way.operations)),
            words(str(way.people)),
            words(way.price),
        )
        for way in estate.ways
    )
    head = ("Cover", "Rotas of teams and domains", "Operations' rota", "People", "A year")
    yield Table(head, (1.2, 1.2, 1.0, 0.7, 0.9), rows)
    if estate.cover:
        yield say(estate.cover)
    yield say(
        "A rota belongs to a team or a domain. Peaks are left out, and exposures are never added "
        "up.",
        small=True,
    )


def _reasons(movers: Sequence[Mover]) -> Iterable[Block]:
    if movers:
        yield Heading(1, "Why these move first")
    for each in movers:
        yield Heading(2, each.service)
        yield say(strong(f"{each.change}. "), " ".join(each.reasons))
        yield bullets(words(flip) for flip in each.flips)


def _domains(domains: Sequence[DomainRow]) -> Iterable[Block]:
    if not domains:
        return
    yield Heading(1, "Domains, the greatest share to look at first")
    rows = tuple(
        (
            words(strong(row.title)),
            *(words(str(count)) for count in (row.total, row.assessed, row.misfits, row.missed)),
        )
        for row in domains
    )
    head = ("Domain", "Services", "Assessed", "Run otherwise than recommended", "Miss a target")
    yield Table(head, (1.5, 0.7, 0.7, 1.2, 0.8), rows)
