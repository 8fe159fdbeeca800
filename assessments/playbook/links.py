"""What links to what in the content, as a plain table for its authors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import fill

from assessments.playbook.entries import EntryKind
from assessments.playbook.option_effects import Saying, read_by_rule, sayings
from assessments.playbook.playbook import Playbook
from assessments.playbook.relations import Key, RelationKind, edges

WIDTH = 100
"""The columns that a line may fill."""

_SAID: Mapping[Saying, tuple[str, str]] = {
    "shows": ("shows", "shown by"),
    "shows-in-part": ("shows in part", "shown in part by"),
    "calls-for": ("calls for", "called for by"),
    "sets-off": ("sets off", "set off by"),
    "hints-at": ("hints at", "hinted at by"),
    "at-stake": ("puts at stake", "put at stake by"),
    "points-at": ("points at", "pointed at by"),
    "typical": ("usual in", "usual answers"),
}
_SEE = ("read on in", "explained by")
_RULE = ("a rule reads for", "a rule reads")
_RELATED: Mapping[RelationKind, tuple[str, str]] = {
    "made-of": ("made of", "part of"),
    "belongs": ("comes with", "brings"),
    "works": ("puts to work", "put to work by"),
    "guards": ("guards against", "guarded by"),
    "guards-together": ("its group guards", "guarded by group"),
    "risks": ("risks", "risked by"),
    "serves": ("serves", "served by"),
}
"""How a line begins, read from the first end and from the second."""

_PAIRS = (*_SAID.values(), _RULE, *_RELATED.values(), _SEE)
_ORDER = [label for pair in _PAIRS for label in pair]
_LABEL = max(map(len, _ORDER))

Block = dict[str, dict[str, list[str]]]
"""What an entry or question is linked to: label, slug at the other end, and options if any."""


def table(book: Playbook, only: str = "") -> str:
    """The links of every entry, every question and every term, or those of one slug.

    "" for a slug that there is not.
    """
    blocks = _blocks(book)
    wanted = (heading for heading in blocks if not only or heading[1] == only)
    return "\n\n".join("\n".join(_lines(heading, blocks[heading])) for heading in wanted)


def slugs(book: Playbook) -> tuple[str, ...]:
    """Every slug that the table can be asked for."""
    return tuple(slug for _, slug in _headings(book))


def _headings(book: Playbook) -> Iterator[tuple[str, str]]:
    kinds: dict[EntryKind, Mapping[str, object]] = {
        "model": book.models,
        "principle": book.principles,
        "practice": book.practices,
        "pitfall": book.pitfalls,
        "drawback": book.drawbacks,
    }
    for kind, entries in kinds.items():
        yield from ((kind, slug) for slug in entries)
    yield from (("question", slug) for slug in book.questions)
    yield from (("term", slug) for slug in book.terms)


def _blocks(book: Playbook) -> dict[tuple[str, str], Block]:
    blocks: dict[tuple[str, str], Block] = {heading: {} for heading in _headings(book)}
    for (forward, backward), start, end, option in _links(book):
        for here, label, there in ((start, forward, end), (end, backward, start)):
            options = blocks[here].setdefault(label, {}).setdefault(there[1], [])
            options.extend([option] if option else [])
    return blocks


def _links(
    book: Playbook,
) -> Iterator[tuple[tuple[str, str], tuple[str, str], tuple[str, str], str]]:
    """Every link: its labels, its two ends, and the option that makes it, if one does."""
    for question, option in book.options():
        for saying, key in sayings(option):
            yield _SAID[saying], ("question", question.slug), key, option.slug
    for heading in _entries(book):
        for slug in read_by_rule(book, heading):
            yield _RULE, ("question", slug), heading, ""
    for kind, first, second in edges(book):
        yield _RELATED[kind], first, second, ""
    for slug, term in book.terms.items():
        for see in term.see:
            yield _SEE, ("term", slug), see, ""


def _entries(book: Playbook) -> Iterator[Key]:
    yield from (("practice", slug) for slug in book.practices)
    yield from (("pitfall", slug) for slug in book.pitfalls)


def _lines(heading: tuple[str, str], block: Block) -> Iterator[str]:
    yield " ".join(heading)
    for label in sorted(block, key=_ORDER.index):
        for place, (slug, options) in enumerate(block[label].items()):
            begin = f"  {'' if place else label:<{_LABEL}}  "
            yield fill(
                f"{slug}: {', '.join(options)}" if options else slug,
                WIDTH,
                initial_indent=begin,
                subsequent_indent=" " * (len(begin) + 2),
                break_long_words=False,
                break_on_hyphens=False,
            )
    if not block:
        yield "  nothing is linked to it"
