"""How the playbook's entries hang together: every relation, to be read from either end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessments.playbook.entries import EntryKind
from assessments.playbook.playbook import Playbook

Key = tuple[EntryKind, str]
Kind = Literal["guards", "guards-together", "risks", "works", "serves", "belongs", "made-of"]
Edge = tuple[Kind, Key, Key]

HEADINGS: dict[Kind, tuple[str | Promise, str | Promise]] = {
    "made-of": (_("Made of"), _("Part of")),
    "belongs": (_("Comes with"), _("What can go wrong with it")),
    "works": (_("Principles at work"), _("Practices that put it to work")),
    "guards": (_("Guards against"), _("Guarded against by")),
    "guards-together": (
        _("Guards against, together with its group"),
        _("Guarded against by most of a group, to which these belong"),
    ),
    "risks": (
        _("Can bring about, if adopted carelessly"),
        _("A careless start on these brings it"),
    ),
    "serves": (_("Models it serves"), _("Practices that serve it")),
}
"""Each relation's heading on the page it starts from, and on the one it points at; in the order
in which a page has them."""


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
