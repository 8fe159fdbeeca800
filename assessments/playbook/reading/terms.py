"""Files of the glossary's terms."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import get_args

from assessments.playbook.entries import EntryKind
from assessments.playbook.faults import FaultList, did_you_mean, quoted
from assessments.playbook.reading.index import Index
from assessments.playbook.reading.table import Table
from assessments.playbook.terms import See, SeeKind, Term, words_of

WORDS = range(10, 61)
"""How many words a meaning has: more belongs on the page of an entry."""

SEE_KINDS: tuple[SeeKind, ...] = (*get_args(EntryKind), "question")


def read_term(table: Table, slug: str, index: Index) -> Term:
    """A file of terms/."""
    term = Term(
        slug=slug,
        title=_form(table, "title", table.text("title")),
        also=tuple(_form(table, "also", form) for form in table.words("also")),
        meaning=table.text("meaning"),
        see=tuple(_see(table, index)),
    )
    count = len(term.meaning.split())
    if term.meaning and count not in WORDS:
        remedy = "tell more" if count < WORDS.start else "shorten it"
        table.fault(
            "meaning", f"expected {WORDS.start} to {WORDS.stop - 1} words, found {count}: {remedy}"
        )
    return term


def check_terms(terms: Mapping[str, Term], faults: FaultList) -> None:
    """Note each form that two terms claim, or that one has twice: a text could mean either."""
    claimed: dict[tuple[str, ...], str] = {}
    for slug, term in terms.items():
        for form in filter(words_of, term.forms):
            owner = claimed.get(words_of(form))
            if owner is None:
                claimed[words_of(form)] = slug
            else:
                whose = "itself" if owner == slug else f"terms/{owner}.toml"
                faults.add(f"terms/{slug}.toml", "", f"has {quoted(form)} like {whose}: remove one")


def _form(table: Table, key: str, form: str) -> str:
    if form and not words_of(form):
        table.fault(key, f"expected words, found {quoted(form)}: correct it")
    return form


def _see(table: Table, index: Index) -> list[See]:
    found: list[See] = []
    for named in table.words("see"):
        said, _, slug = named.partition(":")
        kind = next((each for each in SEE_KINDS if each == said), None)
        if kind is None:
            hint = did_you_mean(said, SEE_KINDS)
            expected = f"expected kind:slug with a kind of {', '.join(SEE_KINDS)}"
            table.fault("see", f"{expected}; found {quoted(named)}{hint}")
        elif table.knows("see", slug, _known(index, kind)):
            found.append((kind, slug))
    return found


def _known(index: Index, kind: SeeKind) -> Collection[str]:
    return index.names[f"{kind}s"]
