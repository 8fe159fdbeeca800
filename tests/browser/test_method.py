"""The method on paper: what the browser prints, read back."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader

A4 = (595, 842)
LEGIBLE = 8.5
"""In points: the smallest that may be printed."""


@pytest.fixture
def printed(page) -> PdfReader:
    page.goto("/playbook/method/")
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def test_it_prints_on_one_sheet_of_a4(printed):
    sheets = [
        (round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in printed.pages
    ]
    assert sheets == [A4]


def test_everything_printed_is_large_enough_to_read(printed):
    sizes = set()

    def note(text: str, page: Any, line: Any, _font: Any, size: float) -> None:
        if text.strip():
            sizes.add(round(size * abs(line[3]) * abs(page[3]), 1))

    printed.pages[0].extract_text(visitor_text=note)
    assert min(sizes) >= LEGIBLE


def test_first_and_last_of_the_page_are_printed_and_what_is_for_the_screen_is_not(printed):
    text = " ".join(printed.pages[0].extract_text().split())
    assert "The method on one page" in text
    assert "CC BY-NC 4.0" in text
    assert "print command" not in text
