"""The playbook's entries for its pages: read from the one frozen playbook, put together once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from django.utils.functional import Promise

from assessments.current import playbook
from assessments.playbook.entries import Entry, EntryKind, PracticeGroup
from assessments.playbook.relations import Key, edges
from assessments.playbook.releases import RENAMED_AS, Release
from assessments.queries.option_effects import Asked, asked_about
from assessments.queries.passages import BESIDE, TOLD, Passage, passages
from assessments.queries.relations import HEADINGS


@dataclass(frozen=True)
class Ref:
    """An entry as others point at it."""

    kind: EntryKind
    slug: str
    title: str
    summary: str


@dataclass(frozen=True)
class Relation:
    """The entries in one relation to an entry, under a heading."""

    title: str | Promise
    refs: tuple[Ref, ...]


@dataclass(frozen=True)
class EntryPage:
    """What an entry's page shows: `told` one below the other, `facts` set apart; `address` is
    the playbook's own page."""

    ref: Ref
    entry: Entry
    address: str
    told: tuple[Passage, ...]
    facts: tuple[Passage, ...]
    relations: tuple[Relation, ...]
    asked: tuple[Asked, ...]
    group: PracticeGroup | None


@dataclass(frozen=True)
class GroupOfPractices:
    """Practices adopted together."""

    group: PracticeGroup
    practices: tuple[Ref, ...]


@dataclass(frozen=True)
class Contents:
    """The table of contents; `phases` holds the groups of each phase of adoption."""

    models: tuple[Ref, ...]
    principles: tuple[Ref, ...]
    phases: Mapping[int, tuple[GroupOfPractices, ...]]
    pitfalls: tuple[Ref, ...]
    drawbacks: tuple[Ref, ...]


def entry_page(kind: str, slug: str) -> EntryPage | None:
    """The page of an entry, None where the playbook has no such entry."""
    return _pages().get((kind, slug))


def entry_pages() -> tuple[EntryPage, ...]:
    """The page of every entry, kind by kind."""
    return tuple(_pages().values())


def renamed_entry(kind: str, slug: str) -> str | None:
    """What an entry of an earlier version is called now, None where it is not known."""
    renamed_as = next((kinds for each, kinds in RENAMED_AS.items() if each == kind), None)
    now = playbook().now_called(renamed_as, slug) if renamed_as else slug
    return now if now != slug and (kind, now) in _pages() else None


def releases() -> tuple[Release, ...]:
    """The versions of the playbook's content, the newest first."""
    return playbook().releases


def entry_at(address: str) -> Ref | None:
    """The entry whose page in the playbook is at that address, the first of several."""
    return next((page.ref for page in _pages().values() if page.address == address), None)


def touched_by(question: str) -> tuple[Ref, ...]:
    """The principles, practices and pitfalls that a question's answers bear on, in the playbook's
    order: the way back from `EntryPage.asked`, and the principles of the practices."""
    return _touched()[question]


@cache
def _touched() -> Mapping[str, tuple[Ref, ...]]:
    book, pages = playbook(), _pages()
    found: dict[str, set[Key]] = {slug: set() for slug in book.questions}
    for (kind, slug), page in pages.items():
        principles = book.practices[slug].principles if kind == "practice" else ()
        for asked in page.asked:
            found[asked.question].add((page.ref.kind, slug))
            found[asked.question].update(("principle", each) for each in principles)
    return {
        question: tuple(
            page.ref
            for key, page in pages.items()
            if key in keys and page.ref.kind in ("principle", "practice", "pitfall")
        )
        for question, keys in found.items()
    }


@cache
def contents() -> Contents:
    """Every entry, in the playbook's order."""

    def refs(kind: EntryKind) -> tuple[Ref, ...]:
        return tuple(page.ref for page in _pages().values() if page.ref.kind == kind)

    groups = sorted(playbook().groups.values(), key=lambda group: group.phase)
    return Contents(
        models=refs("model"),
        principles=refs("principle"),
        phases={
            phase: tuple(
                GroupOfPractices(
                    group, tuple(_pages()["practice", slug].ref for slug in group.practices)
                )
                for group in of_phase
            )
            for phase, of_phase in groupby(groups, key=lambda group: group.phase)
        },
        pitfalls=refs("pitfall"),
        drawbacks=refs("drawback"),
    )


@cache
def _pages() -> Mapping[tuple[str, str], EntryPage]:
    book = playbook()
    kinds: dict[EntryKind, Mapping[str, Entry]] = {
        "model": book.models,
        "principle": book.principles,
        "practice": book.practices,
        "pitfall": book.pitfalls,
        "drawback": book.drawbacks,
    }
    refs: dict[Key, Ref] = {
        (kind, slug): Ref(kind, slug, entry.title, entry.summary)
        for kind, entries in kinds.items()
        for slug, entry in entries.items()
    }
    related = _related(refs)
    return {
        key: EntryPage(
            ref=ref,
            entry=kinds[ref.kind][ref.slug],
            address=book.url(kinds[ref.kind][ref.slug].page),
            told=passages(ref.kind, kinds[ref.kind][ref.slug], TOLD),
            facts=passages(ref.kind, kinds[ref.kind][ref.slug], BESIDE),
            relations=tuple(Relation(title, tuple(to)) for title, to in related[key].items()),
            asked=asked_about(book, key),
            group=next((g for g in book.groups.values() if ref.slug in g.practices), None),
        )
        for key, ref in refs.items()
    }


def _related(refs: Mapping[Key, Ref]) -> dict[Key, dict[str | Promise, list[Ref]]]:
    """Each entry's relations by heading, both ways."""
    found: dict[Key, dict[str | Promise, list[Ref]]] = {key: {} for key in refs}
    for here, heading, there in _both_ways():
        found[here].setdefault(heading, []).append(refs[there])
    return found


def _both_ways() -> Iterator[tuple[Key, str | Promise, Key]]:
    order = list(HEADINGS)
    for kind, start, end in sorted(edges(playbook()), key=lambda edge: order.index(edge[0])):
        forward, backward = HEADINGS[kind]
        yield start, forward, end
        yield end, backward, start
