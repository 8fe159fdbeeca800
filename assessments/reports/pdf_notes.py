"""A note as plain data for the PDF's template: its Markdown read, never handed on as markup."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assessments.prose.blocks import Block, Code, Items, Paragraph, Quote, Run, to_blocks
from assessments.reports.pdf_text import address, printable

Drawn = dict[str, Any]


def note_blocks(text: str) -> list[Drawn]:
    """The note's blocks, each a dict whose "kind" says what else it holds; none if empty."""
    return _blocks(to_blocks(printable(text)))


def _blocks(blocks: Sequence[Block]) -> list[Drawn]:
    return [_block(block) for block in blocks]


def _block(block: Block) -> Drawn:
    match block:
        case Paragraph(runs):
            return {"kind": "paragraph", "runs": [_run(run) for run in runs]}
        case Items(items, numbers):
            drawn = [_blocks(item) for item in items]
            return {"kind": "items", "numbers": numbers, "items": drawn}
        case Quote(within):
            return {"kind": "quote", "blocks": _blocks(within)}
        case Code(text):
            return {"kind": "code", "lines": text.split("\n")}


def _run(run: Run) -> Drawn:
    return {
        "lines": run.text.split("\n"),
        "bold": run.bold,
        "italic": run.italic,
        "code": run.code,
        "page": address(run.href or ""),
    }
