"""The index of every document: made once, before a server takes requests, and then only read.

People's words never reach lunr's query language, whose `+`, `~`, `*` and `:` would surprise
them: each word becomes a clause of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from threading import Lock

from lunr import get_default_builder
from lunr.index import Index
from lunr.pipeline import Pipeline
from lunr.stemmer import PorterStemmer, stemmer
from lunr.stop_word_filter import WORDS as COMMON
from lunr.token import Token

from assessments.names import fold
from assessments.queries.search.documents import Document, documents

FIELDS: Mapping[str, int] = {"title": 10, "also": 8, "summary": 4, "text": 1}
"""What of a document is looked in, and how much a word there counts."""

WHOLE, BEGUN = 10, 2
"""What the word itself counts, beside a word that only begins like it."""

SHORTEST = 2
"""Letters of a word that is looked for."""

SHORTEST_MISTYPED = 5
"""Letters of a word that is forgiven a slip: in shorter ones too many words are alike."""

ALIKE = 0.8
"""How like a word must be to what was typed, from 0 to 1: two letters changed places in eight."""

_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+")


@dataclass(frozen=True)
class Place:
    """Where a word stands in a document's field."""

    field: str
    start: int
    end: int


@dataclass(frozen=True)
class Match:
    """How well a word fits a document, and where it stands in it."""

    score: float
    places: tuple[Place, ...]


@dataclass(frozen=True)
class SearchIndex:
    """The documents by name, lunr's index of them, and every word in it with its stem, sorted:
    stems alone would lose "remunerat" on the way to "remuneration"."""

    documents: Mapping[str, Document]
    index: Index
    vocabulary: tuple[tuple[str, str], ...]

    def matches(self, word: str, *, unfinished: bool) -> dict[str, Match]:
        """The documents that hold a word, in any of its forms; an `unfinished` one as the
        beginning of words too. If there is none, those that hold the words most like it."""
        beginnings = self._stems(word) if unfinished else ()
        found = self._ask(word, beginnings)
        if not found and len(word) >= SHORTEST_MISTYPED:
            found = self._ask(word, self._meant(word))
        return found

    def _meant(self, mistyped: str) -> set[str]:
        """The stems of the words most like it: whole words are compared, since a slip in a word's
        ending changes its stem."""
        stems = dict(self.vocabulary)
        return {stems[word] for word in get_close_matches(mistyped, stems, n=2, cutoff=ALIKE)}

    def _ask(self, word: str, beginnings: Iterable[str]) -> dict[str, Match]:
        query = self.index.create_query()
        query.term(word, boost=WHOLE)
        for stem in beginnings:
            query.term(stem, boost=BEGUN, use_pipeline=False)
        return {each["ref"]: _match(each) for each in self.index.query(query)}

    def _stems(self, beginning: str) -> set[str]:
        at = bisect_left(self.vocabulary, (beginning, ""))
        stems = set()
        while at < len(self.vocabulary) and self.vocabulary[at][0].startswith(beginning):
            stems.add(self.vocabulary[at][1])
            at += 1
        return stems


_MAKING = Lock()
"""lunr numbers what it builds from by a counter of its module, so two may not build at once."""


def search_index() -> SearchIndex:
    """The index of this process."""
    with _MAKING:
        return _made_once()


@cache
def _made_once() -> SearchIndex:
    return index_of(documents())


def index_of(found: Iterable[Document]) -> SearchIndex:
    """An index of those documents."""
    by_name = {document.name: document for document in found}
    builder = get_default_builder()
    for pipeline in (builder.pipeline, builder.search_pipeline):
        pipeline.before(stemmer, _stem)
        pipeline.remove(stemmer)
    builder.ref("name")
    for field, boost in FIELDS.items():
        builder.field(field, boost=boost)
    builder.metadata_whitelist = ["position"]
    seen: set[str] = set()
    for name, document in by_name.items():
        fields = {field: _spaced(getattr(document, field)) for field in FIELDS}
        builder.add({"name": name, **fields}, {"boost": document.counts})
        seen.update(*(text.split() for text in fields.values()))
    index = builder.build()
    stems = ((word, index.pipeline.run_string(word)[0]) for word in seen - COMMON)
    return SearchIndex(by_name, index, tuple(sorted(stems)))


def _stem(token: Token, _at: object = None, _tokens: object = None) -> Token:
    """Lunr's own has one stemmer, which works in itself, for all threads: each word gets one."""
    return token.update(PorterStemmer().stem)


Pipeline.register_function(_stem, "a-stemmer-a-word")


def words_of(text: str) -> Iterator[str]:
    """The words that can be looked for, folded."""
    yield from (word for word in _WORD.findall(fold(text)) if len(word) >= SHORTEST)


def _spaced(text: str) -> str:
    """The text with spaces for all that is no word: each word, folded, stays at its place."""
    spaced = [" "] * len(text)
    for found in _WORD.finditer(text):
        if len(found[0]) >= SHORTEST:
            spaced[found.start() : found.end()] = _in_place(found[0])
    return "".join(spaced)


def _in_place(word: str) -> str:
    """A word folded letter by letter: some letters have two for their plain one."""
    if word.isascii():
        return word.lower()
    return "".join(fold(letter)[:1] or letter for letter in word)


def _match(found: Mapping[str, object]) -> Match:
    fields = found["match_data"].metadata.values()  # type: ignore[attr-defined]
    return Match(
        found["score"],  # type: ignore[arg-type]
        tuple(
            Place(field, start, start + length)
            for each in fields
            for field, data in each.items()
            for start, length in data["position"]
        ),
    )
