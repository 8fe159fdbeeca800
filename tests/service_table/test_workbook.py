"""Workbooks as text: what people save, and what is made to harm."""

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from assessments.service_table import workbook
from assessments.service_table.reading import read, text_of
from assessments.service_table.table import MOST_ROWS, NotATable


def saved(*sheets):
    """A workbook of those sheets, each a list of rows."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def rows(content):
    return [(row.service, row.team) for row in read(text_of(content)).rows]


def repacked(content, **changed):
    """The workbook with files of it changed."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            new.writestr(name, changed.get(name.rpartition("/")[2].split(".")[0], old.read(name)))
    return written.getvalue()


def test_a_sheet_is_read_with_its_headings():
    content = saved([["Team", "Service"], ["Rooms", "Basket"], [None, None], ["Vans", "Routes"]])
    assert rows(content) == [("Basket", "Rooms"), ("Routes", "Vans")]


def test_headings_may_stand_below_blank_rows_and_beside_blank_columns():
    content = saved([[], [None], ["", "Service", "Team"], ["", "Basket", "Rooms"]])
    assert rows(content) == [("Basket", "Rooms")]


def test_the_first_sheet_that_holds_something_is_read():
    assert rows(saved([], [["Service", "Team"], ["Basket", "Rooms"]])) == [("Basket", "Rooms")]


def test_cells_of_all_kinds_become_text():
    kinds = [12.0, 1.5, date(2026, 1, 31), datetime(2026, 1, 31, 9, 30), True, "a\tb\nc"]  # noqa: DTZ001
    text = text_of(saved([kinds]))
    assert text == '12\t1.5\t2026-01-31\t2026-01-31T09:30:00\tTrue\t"a\tb\nc"\n'


def test_a_workbook_without_rows_is_an_empty_table():
    with pytest.raises(NotATable, match="empty"):
        read(text_of(saved([])))


def test_reading_ends_after_as_many_rows_as_may_be_imported():
    many = [["Service", "Team"], *(["S", "T"] for _each in range(MOST_ROWS + 50))]
    text = text_of(saved(many))
    assert len(text.splitlines()) == MOST_ROWS + 2


@pytest.mark.parametrize(
    "content",
    [b"PK", b"PK\x03\x04 and so on", saved([["a"]])[:200], b"PK" + b"\0" * 100],
    ids=["two letters", "a beginning", "cut short", "nothing"],
)
def test_what_is_no_workbook_is_refused_with_what_to_do(content):
    with pytest.raises(NotATable, match="Save it anew"):
        text_of(content)


def test_a_zip_of_something_else_is_refused():
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("holiday.txt", "sun")
    with pytest.raises(NotATable, match="Save it anew"):
        text_of(written.getvalue())


def test_one_that_unfolds_without_end_is_refused_before_it_does(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_UNPACKED", 10_000)
    with pytest.raises(NotATable, match="too large unpacked"):
        text_of(saved([["a" * 20_000]]))


def test_one_of_many_files_is_refused(monkeypatch):
    monkeypatch.setattr(workbook, "MOST_FILES", 3)
    with pytest.raises(NotATable, match="too large unpacked"):
        text_of(saved([["a"]]))


def test_parts_that_are_read_whole_are_bounded_each(monkeypatch):
    monkeypatch.setattr(workbook, "LARGEST_PART", 10_000)
    with pytest.raises(NotATable, match="too large unpacked"):
        text_of(repacked(saved([["a"]]), styles=b" " * 20_000))


def test_a_text_that_is_not_there_is_refused():
    sheet = b"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<sheetData><row r="1"><c r="A1" t="s"><v>77</v></c></row></sheetData></worksheet>"""
    with pytest.raises(NotATable, match="Save it anew"):
        text_of(repacked(saved([["a"]]), sheet1=sheet))


LAUGHS = b"""<?xml version="1.0"?>
<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">
<c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>"""


def test_entities_are_never_unfolded():
    with pytest.raises(NotATable, match="Save it anew"):
        text_of(repacked(saved([["a"]]), sheet1=LAUGHS))


def test_text_that_is_no_utf_8_is_refused_with_what_to_do():
    with pytest.raises(NotATable, match="text in UTF-8"):
        text_of("Service;Team\nCafé;Rooms".encode("utf-16"))


def test_a_mark_before_utf_8_is_no_part_of_the_text():
    assert text_of(b"\xef\xbb\xbfService") == "Service"
