"""From a person's words to the documents that hold them, best first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lunr.stop_word_filter import WORDS as COMMON

from assessments.queries.search.hits import Hit, hit_of
from assessments.queries.search.index import Match, search_index, words_of

LONGEST = 100
"""Characters that a search may have."""

MOST = 20
"""Hits that are shown: who needs more needs other words."""

Fit = Literal["all", "some", "none", "nothing-asked"]


@dataclass(frozen=True)
class Found:
    """What a search finds. `fit`: each hit holds all of the words, or some, for want of better.
    `total` counts the hits, those not shown too."""

    fit: Fit
    hits: tuple[Hit, ...] = ()
    total: int = 0

    @property
    def more(self) -> int:
        """The hits that are not shown."""
        return self.total - len(self.hits)


def find(text: str) -> Found:
    """The documents that hold the words of a text, the last of which may be unfinished."""
    words = asked_words(text)
    if not words:
        return Found("nothing-asked")
    index = search_index()
    by_word = [index.matches(word, unfinished=word == words[-1]) for word in words]
    names = _ranked(by_word, " ".join(words_of(text)))
    if not names:
        return Found("none")
    fit: Fit = "all" if all(names[0] in matches for matches in by_word) else "some"
    hits = (
        hit_of(index.documents[name], [found[name].places for found in by_word if name in found])
        for name in names[:MOST]
    )
    return Found(fit, tuple(hits), len(names))


def asked_words(text: str) -> list[str]:
    """Each word once. Words in every text are left out, unless there is no other: then the last
    may be the beginning of one."""
    words = list(dict.fromkeys(words_of(text)))
    return [word for word in words if word not in COMMON] or words[-1:]


def _ranked(by_word: Sequence[Mapping[str, Match]], asked: str) -> list[str]:
    """The names of those with the most words, the best first: whoever begins to write a title
    wants what is called so, and a term only by its whole title."""
    held: dict[str, list[float]] = {}
    called: set[str] = set()
    for name, document in search_index().documents.items():
        scores = [matches[name].score for matches in by_word if name in matches]
        if scores:
            held[name] = scores
        title = " ".join(words_of(document.title))
        if title == asked or (title.startswith(asked) and document.kind != "term"):
            called.add(name)
    most = max(map(len, held.values()), default=0)
    kept = [name for name, scores in held.items() if len(scores) == most]
    return sorted(kept, key=lambda name: (name not in called, -sum(held[name])))
