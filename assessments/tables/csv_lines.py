"""A table as CSV that a spreadsheet opens without harm."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from assessments.tables.table import Row, Table

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads UTF-8 in the machine's old code page, and names lose their accents."""

FORMULA = re.compile(
    r"(^|[;\t\r\n])"
    r"(?=[^\S\t\r\n]*[-=+@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\t\r\n])"
)
"""Where a spreadsheet may see a formula begin: at the start, and wherever it may take a cell to
begin, since many separate by semicolons or tabs. Some read the full-width signs alike."""


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(table: Table) -> Iterator[str]:
    """Line by line, under the line of headings."""
    writer = csv.writer(_Echo())

    def line(cells: Row) -> str:
        blank = [None] * (len(table.headings) - len(cells))
        return str(writer.writerow([*map(harmless, cells), *blank]))

    yield BYTE_ORDER_MARK + line(table.headings)
    yield from map(line, table.rows)


def harmless(cell: object) -> object:
    """Text that a spreadsheet would run as a formula, marked as text by apostrophes."""
    return FORMULA.sub(r"\1'", cell) if isinstance(cell, str) else cell
