"""A table as an XLSX workbook of one sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from assessments.tables.table import Table

MOST_ROWS = 1_048_575
"""What a sheet holds under its line of headings."""

WIDTH = 22
"""Of a column, in characters: names, models and days stand whole in it."""

NUMBERS_AND_DAYS: tuple[type[Any], ...] = (int, float, date)

EVERY = 1_000
"""Rows between two words on how far it is."""


def write_workbook(table: Table, title: str, to: IO[bytes], tell: Callable[[int], None]) -> None:
    """Write a table row by row: memory holds one row, and a file beside it the sheet. Text is text
    whatever it begins with, and days are days. `tell` is told every so often how many rows there
    are."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for column in range(1, len(table.headings) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = WIDTH
    sheet.append([_cell(sheet, each, bold=True) for each in table.headings])
    for number, row in enumerate(table.rows, 1):
        sheet.append([_cell(sheet, each) for each in row])
        if number % EVERY == 0:
            tell(number)
    book.save(to)


def _cell(sheet: WriteOnlyWorksheet, value: Any, *, bold: bool = False) -> Cell:
    if value is None or isinstance(value, NUMBERS_AND_DAYS):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", str(value)))
    cell.data_type = "s"  # not "f", which "=1+1" would be
    if bold:
        cell.font = Font(bold=True)
    return cell
