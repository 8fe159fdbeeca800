"""A document as Markdown to be edited: the same blocks as the PDF's, in the same order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assessments.reports.document.blocks import (
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
    parts_of,
)
from assessments.reports.matrix import Cell, Row
from assessments.reports.pdf_text import address, printable, tidy

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])|&(?=#?\w+;)|^(?=[#+=-])|^(\d+)(?=[.)](?:\s|$))")
"""What Markdown would read as a mark: anywhere, before an entity's name, or first in a line."""

_MARKS = {"digital": "●", "foundational": "◆"}


def to_markdown(document: Document) -> str:
    """The document's text. What people typed as plain text is escaped; their Markdown stays."""
    return _Drawing(document).of(document.blocks).strip() + "\n"


def escaped(text: str) -> str:
    """Plain text in one line, as Markdown that shows it as it is."""
    one_line = " ".join(printable(text).split())

    def escape(found: re.Match[str]) -> str:
        if found[2]:
            return f"{found[2]}\\"
        return f"\\{found[0]}"

    return _SPECIAL.sub(escape, one_line)


class _Drawing:
    def __init__(self, document: Document) -> None:
        self._chapters = [
            part.text
            for part in parts_of(document.blocks)
            if isinstance(part, Heading) and part.level == 1
        ]

    def of(self, blocks: Iterable[Block]) -> str:
        """The blocks with an empty line between."""
        return "\n\n".join(filter(None, (self._block(block) for block in blocks)))

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return f"{'#' * block.level} {escaped(block.text)}"
            case Paragraph():
                return _line(block.text)
            case Bullets():
                return self._bullets(block)
            case Table():
                return _table(block.head, [[_line(cell) for cell in row] for row in block.rows])
            case Blanks():
                return "\n".join(f"- **{label}:**" for label in block.labels)
            case Selector():
                return _selector(block)
            case _:
                return self._holding(block)

    def _holding(self, block: Block) -> str:
        """What holds other blocks, or text of several lines."""
        match block:
            case Callout():
                title = f"**{escaped(block.title)}**\n\n" if block.title else ""
                return _quoted(title + self.of(block.blocks))
            case Prose():
                typed = "\n".join(line.rstrip() for line in printable(block.markdown).split("\n"))
                return _quoted(typed.strip("\n")) if block.quoted else typed.strip("\n")
            case Own():
                pieces = "\n\n".join(self.of(piece) for piece in block.pieces)
                return _quoted(f"**{escaped(block.whose)}**\n\n{pieces}")
            case OnePage() | Kept():
                return self.of(block.blocks)
            case Contents():
                return "\n".join(f"- {escaped(chapter)}" for chapter in self._chapters)
            case _:  # a bar: its figure stands beside it
                return ""

    def _bullets(self, block: Bullets) -> str:
        lines = []
        for number, item in enumerate(block.items, 1):
            mark = f"{number}. " if block.numbered else "- "
            lines.append(mark + self.of(item).replace("\n", "\n" + " " * len(mark)))
        text = "\n".join(lines)
        return "\n".join(line.rstrip() for line in text.split("\n"))


def _line(text: Text) -> str:
    return "".join(_span(span) for span in text).strip()


def _span(span: Span) -> str:
    """Marks must touch the words: the space around them stays outside."""
    text = printable(span.text)
    before = " " if text[:1].isspace() else ""
    after = " " if text[1:][-1:].isspace() else ""
    words = escaped(text)
    if not words:
        return before
    if page := address(span.page or ""):
        return f"{before}[{words}](<{page.replace('<', '%3C').replace('>', '%3E')}>){after}"
    if span.bold:
        words = f"**{words}**"
    return f"{before}{words}{after}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [[escaped(one) for one in head], ["---" for _ in head], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _selector(block: Selector) -> str:
    matrix = block.matrix
    head = ["Exposure, by demand", *(f"{one.title} {one.deployment}" for one in matrix.columns)]
    rows = [[_row(row), *(_cell(cell) for cell in row.cells)] for row in matrix.rows]
    legend = "\n".join(f"- {escaped(one)}" for one in block.legend)
    return "\n\n".join([_table(head, rows), escaped(tidy(matrix.summary)), legend])


def _row(row: Row) -> str:
    off = "" if row.on else " switched off"
    return escaped(f"{row.title} {row.availability}%{off}")


def _cell(cell: Cell) -> str:
    marks = [*(_MARKS[part] for part in cell.parts), *(["○"] if cell.today else [])]
    return " ".join([escaped(cell.model_title), *marks])
