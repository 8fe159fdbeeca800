"""An XLSX workbook as text: its first sheet that holds something."""

from __future__ import annotations

import csv
import io
import zlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from itertools import dropwhile, islice
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from assessments.service_table.table import MOST_ROWS, NotATable

MOST_FILES = 1_000
MOST_UNPACKED = 20_000_000
"""Files in a workbook, and bytes of all of them unpacked: a small one can unfold without end."""

MOST_COLUMNS = 100

ENCRYPTED = 0x1
"""A flag of a file in a ZIP."""

LARGEST_PART = 1_000_000
"""Bytes unpacked of a part that is read whole, such as the fonts: all but sheets and their text."""

ROW_BY_ROW = ("xl/worksheets/", "xl/sharedStrings")

UNREADABLE = (
    BadZipFile,
    zlib.error,
    NotImplementedError,
    EOFError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
    SyntaxError,
)
"""What is raised where a ZIP, its XML (a SyntaxError) or what it says is not as it should be."""


def text_of(content: bytes) -> str:
    """The rows, cells parted by tabs, without the blank ones before the headings. Formulas give
    the value that was stored with them. Raises NotATable."""
    try:
        _check(content)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheets = (list(_rows(sheet)) for sheet in book.worksheets)
        rows = next(filter(None, sheets), [])
    except NotATable:
        raise
    except UNREADABLE as error:
        raise NotATable(
            _("The workbook cannot be read. Save it anew as .xlsx, without a password.")
        ) from error
    written = io.StringIO()
    csv.writer(written, delimiter="\t", lineterminator="\n").writerows(rows)
    return written.getvalue()


def _check(content: bytes) -> None:
    with ZipFile(io.BytesIO(content)) as archive:
        files = archive.infolist()
    if any(each.flag_bits & ENCRYPTED for each in files):
        raise ValueError("encrypted")
    whole = [each.file_size for each in files if not each.filename.startswith(ROW_BY_ROW)]
    unpacked = sum(each.file_size for each in files)
    if len(files) > MOST_FILES or unpacked > MOST_UNPACKED or sum(whole) > LARGEST_PART:
        raise NotATable(
            _("The workbook is too large unpacked. Leave in it the sheet of services alone.")
        )


def _rows(sheet: Any) -> Iterator[list[str]]:
    """From the headings on, one row more than may be imported at most, so that reading ends."""
    sheet.reset_dimensions()  # what it says of its own size need not be so
    cells = (_texts(row) for row in sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS))
    begun = dropwhile(lambda row: not any(row), islice(cells, 2 * MOST_ROWS))
    return islice(begun, MOST_ROWS + 2)


def _texts(row: Iterable[object]) -> list[str]:
    texts = [_text(cell) for cell in row]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time.min:
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)
