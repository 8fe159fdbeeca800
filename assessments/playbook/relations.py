"""How the playbook's entries hang together: every relation, to be read from either end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from assessments.playbook.entries import EntryKind
from assessments.playbook.playbook import Playbook

Key = tuple[EntryKind, str]
"""An entry: its kind and its slug."""

RelationKind = Literal[
    "made-of", "belongs", "works", "guards", "guards-together", "risks", "serves"
]
"""What the first entry is to the second: made of it, seen with it (a model's pitfalls and
drawbacks), putting it to work (a principle), guarding against it alone or as one of a group,
bringing it about when adopted carelessly, serving it (a model)."""

Edge = tuple[RelationKind, Key, Key]


def edges(book: Playbook) -> Iterator[Edge]:
    """Every relation between two entries, each once."""
    for practice in book.practices.values():
        here: Key = ("practice", practice.slug)
        for pitfall in practice.guards:
            yield "guards", here, ("pitfall", pitfall)
        for pitfall in _guarded_by_group(book, practice.slug):
            yield "guards-together", here, ("pitfall", pitfall)
        for pitfall in practice.risks:
            yield "risks", here, ("pitfall", pitfall)
        for principle in practice.principles:
            yield "works", here, ("principle", principle)
        for model in practice.serves:
            yield "serves", here, ("model", model)
    for pitfall in book.pitfalls:
        yield "belongs", ("pitfall", pitfall), ("model", "you-build-it-you-run-it")
    for drawback in book.drawbacks:
        yield "belongs", ("drawback", drawback), ("model", "ops-run-it")
    yield "made-of", ("model", "hybrid"), ("model", "you-build-it-you-run-it")
    yield "made-of", ("model", "hybrid"), ("model", "ops-run-it")


def _guarded_by_group(book: Playbook, slug: str) -> tuple[str, ...]:
    """The pitfalls that a practice keeps off only as one of its group."""
    practice = book.practices[slug]
    return tuple(p for p in book.groups[practice.group].guards if p not in practice.guards)
