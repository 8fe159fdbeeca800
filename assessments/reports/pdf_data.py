"""A document as plain data for the PDF's template: every text tidied, every link vouched for.

Texts that people typed come here as they are and leave as data only. Nothing in here knows
the engine that draws them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from assessments.reports.document.blocks import Document, Prose, Span, places
from assessments.reports.pdf_notes import note_blocks
from assessments.reports.pdf_text import address, printable, tidy

_NOT_DRAWN = ("page", "anchor", "name", "kind", "tone")
"""Keys of addresses, on the web and within the document, and of looks."""


def to_pdf_data(document: Document) -> dict[str, Any]:
    """Everything that the template draws, as texts, numbers, lists and dicts: a block is a dict
    whose "kind" says what else it holds. A span's `page` is an address on the web, its `anchor` a
    place in the document; either is None where there is none."""
    data: dict[str, Any] = _Plain(places(document.blocks)).of(document)
    return data


def texts_drawn(data: Any) -> Iterator[str]:
    """Every text of the data that may appear on a page."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            if key not in _NOT_DRAWN:
                yield from texts_drawn(value)
    elif isinstance(data, Sequence):
        for value in data:
            yield from texts_drawn(value)


class _Plain:
    """Turns the document's values into plain ones, given the places that exist in it."""

    def __init__(self, anchors: frozenset[str]) -> None:
        self._anchors = anchors

    def of(self, value: Any) -> Any:
        if isinstance(value, str):
            return tidy(value)
        if isinstance(value, Span):
            return self._span(value)
        if isinstance(value, Prose):
            blocks = note_blocks(value.markdown)
            return {"kind": "prose", "quoted": value.quoted, "blocks": blocks}
        if isinstance(value, tuple):
            return [self.of(item) for item in value]
        if is_dataclass(value):
            plain = {field.name: self.of(getattr(value, field.name)) for field in fields(value)}
            return {"kind": type(value).__name__.lower(), **plain}
        return value

    def _span(self, span: Span) -> dict[str, Any]:
        return {
            "text": printable(span.text),
            "bold": span.bold,
            "faint": span.faint,
            "tone": span.tone,
            "page": address(span.page or ""),
            "anchor": span.anchor if span.anchor in self._anchors else None,
            "name": span.name,
        }
