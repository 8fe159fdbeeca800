"""A document as plain data for the PDF's template: every text tidied, every link vouched for.

Texts that people typed come here as they are and leave as data only. Nothing in here knows
the engine that draws them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, assert_never

from assessments.reports.document.blocks import (
    Bar,
    Blanks,
    Block,
    Bullets,
    Callout,
    Contents,
    Document,
    Heading,
    Kept,
    OnePage,
    Own,
    Paragraph,
    Prose,
    Selector,
    Span,
    Table,
    Text,
    places,
)
from assessments.reports.matrix import Cell, Matrix
from assessments.reports.pdf_notes import note_blocks
from assessments.reports.pdf_text import address, printable, tidy

Plain: TypeAlias = dict[str, Any]

_NOT_DRAWN = ("page", "anchor", "name", "kind", "tone", "logo")
"""Keys of addresses, on the web and within the document, of looks, and of a picture's bytes."""


def to_pdf_data(document: Document) -> Plain:
    """Everything that the template draws, as texts, numbers, lists and dicts: a block is a dict
    whose "kind" says what else it holds. A span's `page` is an address on the web, its `anchor` a
    place in the document; either is None where there is none."""
    return _Plain(places(document.blocks)).document(document)


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
    """Writes a document out, given the places that exist in it. Field by field, so that the type
    checker follows; a field that is renamed fails there and not in the PDF."""

    def __init__(self, anchors: frozenset[str]) -> None:
        self._anchors = anchors

    def document(self, document: Document) -> Plain:
        return {
            "title": tidy(document.title),
            "description": tidy(document.description),
            "keywords": [tidy(word) for word in document.keywords],
            "short_name": tidy(document.short_name),
            "date": tidy(document.date),
            "footer": tidy(document.footer),
            "size": document.size,
            "logo": None if document.logo is None else list(document.logo),
            "blocks": self._blocks(document.blocks),
        }

    def _blocks(self, blocks: Iterable[Block]) -> list[Plain]:
        return [self._block(block) for block in blocks]

    def _block(self, block: Block) -> Plain:
        kind = type(block).__name__.lower()
        return {"kind": kind, **self._fields(block)}

    def _fields(self, block: Block) -> Plain:
        match block:
            case Heading(level, text, name):
                return {"level": level, "text": tidy(text), "name": name}
            case Paragraph(text, small, sticky):
                return {"text": self._text(text), "small": small, "sticky": sticky}
            case Table():
                return self._table(block)
            case Bar(score):
                return {"score": score}
            case Selector(matrix, legend):
                return {"matrix": _matrix(matrix), "legend": [tidy(line) for line in legend]}
            case Prose(markdown, quoted):
                return {"quoted": quoted, "blocks": note_blocks(markdown)}
            case Blanks(labels):
                return {"labels": [tidy(label) for label in labels]}
            case Contents():
                return {}
            case _:
                return self._holding(block)

    def _holding(self, block: Bullets | Callout | Own | OnePage | Kept) -> Plain:
        match block:
            case Bullets(items, numbered, small):
                told = [self._blocks(item) for item in items]
                return {"items": told, "numbered": numbered, "small": small}
            case Callout(tone, blocks, title):
                return {"tone": tone, "blocks": self._blocks(blocks), "title": tidy(title)}
            case Own(whose, pieces):
                return {"whose": tidy(whose), "pieces": [self._blocks(one) for one in pieces]}
            case OnePage(blocks) | Kept(blocks):
                return {"blocks": self._blocks(blocks)}
            case _:
                assert_never(block)

    def _table(self, table: Table) -> Plain:
        return {
            "head": [tidy(cell) for cell in table.head],
            "widths": list(table.widths),
            "rows": [[self._text(cell) for cell in row] for row in table.rows],
            "whole": table.whole,
        }

    def _text(self, text: Text) -> list[Plain]:
        return [self._span(span) for span in text]

    def _span(self, span: Span) -> Plain:
        return {
            "text": printable(span.text),
            "bold": span.bold,
            "faint": span.faint,
            "tone": span.tone,
            "page": address(span.page or ""),
            "anchor": span.anchor if span.anchor in self._anchors else None,
            "name": span.name,
        }


def _matrix(matrix: Matrix) -> Plain:
    return {
        "columns": [
            {
                "demand": column.demand,
                "title": tidy(column.title),
                "deployment": tidy(column.deployment),
                "narrow": column.narrow,
            }
            for column in matrix.columns
        ],
        "rows": [
            {
                "band": row.band,
                "title": tidy(row.title),
                "availability": row.availability,
                "on": row.on,
                "cells": [_cell(cell) for cell in row.cells],
            }
            for row in matrix.rows
        ],
        "summary": tidy(matrix.summary),
    }


def _cell(cell: Cell) -> Plain:
    return {
        "demand": cell.demand,
        "deployment": cell.deployment,
        "model": cell.model,
        "model_title": cell.model_title,
        "parts": list(cell.parts),
        "today": cell.today,
        "narrow": cell.narrow,
    }
