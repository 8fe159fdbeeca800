"""A document as a search shows it: its words marked, and where they stand in its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.functional import Promise

from assessments.queries.search.documents import GAP, Document
from assessments.queries.search.index import Place

EXTRACT = 200
"""Characters of an extract."""

LEAD_IN = 60
"""Characters of it, at most, before the first word that was looked for."""

Places = Sequence[Sequence[Place]]
"""Of each word that was looked for, where it stands."""


@dataclass(frozen=True)
class Piece:
    """A stretch of text. In pieces, so that a template escapes it as any other text."""

    text: str
    marked: bool


Pieces = tuple[Piece, ...]


@dataclass(frozen=True)
class Extract:
    """A stretch of a paragraph, under the heading that it stands under; `cut` at its ends."""

    title: str | Promise
    pieces: Pieces
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True)
class Hit:
    """A document that was found. `also` and `extract` stand in only for a word that neither
    title nor summary shows."""

    kind: str
    address: str
    title: Pieces
    summary: Pieces
    also: tuple[Pieces, ...]
    extract: Extract | None


def hit_of(document: Document, places: Places) -> Hit:
    """The document with its words marked."""
    unseen = [each for each in places if not _in(each, "title", "summary")]
    in_text = [each for each in unseen if _in(each, "text")]
    return Hit(
        kind=document.kind,
        address=document.address,
        title=_marked(document.title, 0, _spans(places, "title")),
        summary=_marked(document.summary, 0, _spans(places, "summary")),
        also=tuple(_names(document, places)) if len(in_text) < len(unseen) else (),
        extract=_extract(document, in_text, places) if in_text else None,
    )


def _in(places: Iterable[Place], *fields: str) -> bool:
    return any(place.field in fields for place in places)


def _spans(places: Places, field: str) -> list[tuple[int, int]]:
    return sorted(
        {(place.start, place.end) for each in places for place in each if place.field == field}
    )


def _marked(text: str, start: int, spans: Iterable[tuple[int, int]]) -> Pieces:
    """A text in pieces. The text begins at `start`, from which its spans are not counted."""
    pieces, done = [], 0
    for first, last in spans:
        if start + done <= first and last <= start + len(text):
            pieces.append(Piece(text[done : first - start], marked=False))
            pieces.append(Piece(text[first - start : last - start], marked=True))
            done = last - start
    return (*pieces, Piece(text[done:], marked=False))


def _names(document: Document, places: Places) -> Iterator[Pieces]:
    """The other names by which it was found."""
    start = 0
    for name in document.also.split(", "):
        pieces = _marked(name, start, _spans(places, "also"))
        if len(pieces) > 1:
            yield pieces
        start += len(name) + len(", ")


def _extract(document: Document, wanted: Places, places: Places) -> Extract:
    """The stretch of one paragraph that holds the most of the words wanted, the first of
    several; the other words are marked in it too."""

    def held(stretch: _Stretch) -> int:
        first, last = stretch.begin + stretch.start, stretch.begin + stretch.stop
        return sum(_within(each, first, last) for each in wanted)

    best = max(_stretches(document, _spans(wanted, "text")), key=held)
    text = best.paragraph[best.start : best.stop]
    pieces = _marked(text, best.begin + best.start, _spans(places, "text"))
    return Extract(best.title, pieces, best.start > 0, best.stop < len(best.paragraph))


class _Stretch(NamedTuple):
    """From `start` to `stop` of a paragraph that begins at `begin` of the document's text."""

    title: str | Promise
    paragraph: str
    begin: int
    start: int
    stop: int


def _stretches(document: Document, spans: Sequence[tuple[int, int]]) -> Iterator[_Stretch]:
    """One around each word that was looked for."""
    begin = 0
    for part in document.parts:
        for paragraph in part.paragraphs:
            for first, _ in spans:
                if begin <= first < begin + len(paragraph):
                    around = _window(paragraph, first - begin)
                    yield _Stretch(part.title, paragraph, begin, *around)
            begin += len(paragraph) + len(GAP)


def _within(places: Iterable[Place], first: int, last: int) -> bool:
    return any(
        place.field == "text" and first <= place.start and place.end <= last for place in places
    )


def _window(text: str, at: int) -> tuple[int, int]:
    """Where an extract around a word of a text starts and stops: between words."""
    if len(text) <= EXTRACT:
        return 0, len(text)
    start = 0 if at <= LEAD_IN else text.find(" ", at - LEAD_IN, at) + 1 or at
    if len(text) - start <= EXTRACT:
        return start, len(text)
    stop = text.rfind(" ", at, start + EXTRACT)
    return start, stop if stop > 0 else start + EXTRACT
