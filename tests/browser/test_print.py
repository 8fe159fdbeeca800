"""What the browser prints of the pages that people print, read back."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from assessments.models import User
from tests.browser import world
from tests.browser.pages import SELECTED

SHOP = "/o/oak-and-ember"
SIX = "&".join(
    f"service={{{name}}}"
    for name in ("bedroom", "payments", "kitchen_planner", "wishlist", "loyalty", "basket")
)
SIDE_BY_SIDE = f"{SHOP}/compare/side-by-side/?{SIX}"
RESULT = f"{SHOP}/assessments/{{bedroom_result}}/result/"
PRINTED = [
    (RESULT, 2),
    (f"{RESULT}plan/", 6),
    (f"{RESULT}risks/", 3),
    (f"{RESULT}scores/", 2),
    (f"{RESULT}answers/", 9),
    (f"{SHOP}/compare/", 4),
    (SIDE_BY_SIDE, 9),
    (f"{SHOP}/services/{{bedroom}}/", 2),
    (f"{SHOP}/assessments/{{bedroom_result}}/review/", 5),
    (f"{SHOP}/assessments/{{draft}}/section/profile/", 5),
    (f"{SHOP}/people/", 1),
    (f"{SHOP}/invitations/", 1),
    (f"{SHOP}/links/", 1),
    (f"{SHOP}/guidance/", 2),
    (f"{SHOP}/", 1),
    ("/playbook/models/", 11),
    ("/playbook/glossary/", 7),
    ("/playbook/pitfall/responsible-but-unaccountable/", 3),
    (f"/selector/?{SELECTED}", 5),
]
"""Pages that are printed, and on how many sheets at most."""

PRESSED = ("Skip to content", "Sign out", "On this page", "Put side by side", "Explore: what if?")
READ = """() => {
  document.querySelectorAll(".visually-hidden").forEach((each) => each.remove());
  return document.querySelector("main").innerText;
}"""


def squeezed(text: str) -> str:
    """Without white space, since a line's end is none of the text's, and without ligatures."""
    return re.sub(r"\s+", "", normalize("NFKC", text))


@pytest.fixture
def filled(page, sign_in) -> world.World:
    filled = world.furnished()
    sign_in(page, User.objects.get(name="Olu Adeyemi"))
    return filled


def printed(page: Page, path: str, filled: world.World) -> PdfReader:
    page.goto(path.format(**filled))
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def headings(page: Page, path: str, selector: str, filled: world.World) -> list[str]:
    page.goto(path.format(**filled))
    found = page.locator(selector).all_inner_texts()
    return [squeezed(each).strip("▲▼") for each in found]


def outside(pdf: PdfReader) -> list[str]:
    """Texts that begin beyond the edge of their sheet."""
    found = []
    for sheet in pdf.pages:
        width = float(sheet.mediabox.width)

        def note(text: str, page: Any, line: Any, *_rest: Any, width: float = width) -> None:
            at = line[4] * page[0] + page[4]
            if text.strip() and not 0 < at < width:
                found.append(text)

        sheet.extract_text(visitor_text=note)
    return found


def faults_of(page: Page, path: str, most: int, filled: world.World) -> Iterator[str]:
    pdf = printed(page, path, filled)
    texts = [squeezed(sheet.extract_text()) for sheet in pdf.pages]
    page.emulate_media(media="print")
    shown = page.evaluate(READ)
    page.emulate_media(media="null")
    missing = [word for word in shown.split() if squeezed(word) not in "".join(texts)]
    if missing:
        yield f"not printed: {missing}"
    if cut := outside(pdf):
        yield f"cut off: {cut}"
    if len(texts) > most:
        yield f"on {len(texts)} sheets"
    if min(len(each) for each in texts) < 60:
        yield "a sheet is all but empty"
    if pressed := [each for each in PRESSED if squeezed(each) in "".join(texts)]:
        yield f"for the screen alone: {pressed}"


def test_what_people_print_is_whole_and_on_few_sheets(page, filled):
    found = [
        f"{path}: {fault}"
        for path, most in PRINTED
        for fault in faults_of(page, path, most, filled)
    ]
    assert not found, "\n".join(found)


def test_many_columns_are_printed_across_and_named_on_every_sheet(page, filled):
    for path in (f"{SHOP}/compare/", SIDE_BY_SIDE, "/playbook/models/"):
        sheets = printed(page, path, filled).pages
        assert all(sheet.mediabox.width > sheet.mediabox.height for sheet in sheets)
    names = headings(page, SIDE_BY_SIDE, "thead th a", filled)
    texts = [squeezed(each.extract_text()) for each in printed(page, SIDE_BY_SIDE, filled).pages]
    assert len(names) == 6
    assert all(name in text for name in names for text in texts)


def test_compare_keeps_every_column_and_every_score(page, filled):
    path = f"{SHOP}/compare/"
    columns = headings(page, path, "table.compare thead a", filled)
    sheets = [squeezed(each.extract_text()) for each in printed(page, path, filled).pages]
    listed = [sheet for sheet in sheets if columns[-1] in sheet]
    assert len(columns) == 12
    assert len(listed) > 1
    assert all(each in sheet for each in columns for sheet in listed)
    rows = page.locator("table.compare tbody tr").all()
    assert len(rows) == 15
    for row in rows:
        name, *_rest = row.locator("th").inner_text().split("\n")
        scores = "".join(row.locator("td.compare__scores").all_inner_texts())
        assert any(squeezed(name) in each and squeezed(scores) in each for each in listed)


def test_of_what_is_folded_what_to_adopt_is_printed_and_what_someone_unfolds(page, filled):
    sheets = printed(page, f"{RESULT}plan/", filled).pages
    text = squeezed("".join(each.extract_text() for each in sheets))
    in_place = squeezed(page.locator(".folded .item p").first.text_content() or "")
    assert squeezed("How to start:") in text
    assert in_place not in text
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    unfolded = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert in_place in squeezed("".join(each.extract_text() for each in unfolded.pages))
