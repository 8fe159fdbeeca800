"""The Markdown says what the PDF says, and nothing else."""

import io
import re
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assessments.reports.document.facts import OwnWords
from assessments.reports.markdown import escaped, to_markdown
from assessments.reports.pdf import draw
from assessments.reports.pdf_data import to_pdf_data
from tests.reports.document.test_sheet import INVERSE, NOT_LIVE
from tests.reports.samples import (
    BEDROOM,
    BOTH,
    ECOMMERCE,
    document,
    facts,
    options,
    pdf_input,
    report,
)

WORDS = OwnWords("Ada Coach", "We spent **two hours** together.\n\n- One", "1. Begin with the rota")
COVER = facts(took_part=("Ana Lopes", "Bo Chen"), submitted_by="Ana Lopes", words=WORDS)
NOTED: dict[str, Any] = {
    "telemetry": {"note": "Since **June**, see below", "evidence": ("https://example.org/b",)}
}

VARIANTS = ["sheet", "decision", "everything"]
PROFILES = {
    "YBIYRI": BEDROOM,
    "Ops Run It": ECOMMERCE,
    "hybrid": BOTH,
    "inverse": INVERSE,
    "not live": NOT_LIVE,
}

_READER = MarkdownIt().enable("table")


def read_out(markdown):
    """The text as whoever renders the Markdown sees it."""
    html = _READER.render(markdown)
    plain = re.sub(r"<[^>]+>", " ", html)
    for entity, sign in (("&quot;", '"'), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        plain = plain.replace(entity, sign)
    return plain


def words(text):
    """Letters and figures only, so that hyphens and spaces at a line's end do not count."""
    return re.findall(r"\w+", text.casefold())


def said_on_paper(told, variant):
    """The words of the PDF without its margins."""
    reader = pypdf.PdfReader(io.BytesIO(draw(pdf_input(told, variant, cover=COVER)).content))
    pages = []
    for page in reader.pages:
        lines = page.extract_text().splitlines()
        pages += [
            line for line in lines if not re.search(r"^Page \d+ of|playbook \d{4}\.\d+", line)
        ]
    return words(" ".join(pages))


def drawn_texts(data):
    """The texts of the data that stand on a page: not its margins nor its names of looks."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in ("page", "anchor", "name", "kind", "tone", "cells", "matrix", "widths"):
                continue
            yield from drawn_texts(value)
    elif isinstance(data, list):
        for one in data:
            yield from drawn_texts(one)
    elif isinstance(data, str):
        yield data


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("profile", PROFILES)
def test_every_text_of_the_pdf_is_in_the_markdown(profile, variant):
    told = report(PROFILES[profile], options(0), **NOTED)
    made = document(told, variant, cover=COVER)
    held = " ".join(words(read_out(to_markdown(made))))
    texts = {" ".join(words(text)) for text in drawn_texts(to_pdf_data(made)["blocks"])}
    assert {text for text in texts if text not in held} == set()


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("profile", PROFILES)
def test_every_word_of_the_markdown_is_on_the_pdf_s_pages(profile, variant):
    told = report(PROFILES[profile], options(0), **NOTED)
    on_paper = said_on_paper(told, variant)
    glued = "".join(on_paper)
    markdown = read_out(to_markdown(document(told, variant, cover=COVER)))
    assert {word for word in words(markdown) if word not in glued} == set()


@pytest.mark.parametrize("variant", VARIANTS)
def test_lines_of_the_markdown_are_on_the_pages_as_they_are(variant):
    told = report(BEDROOM, options(0), **NOTED)
    glued = "".join(said_on_paper(told, variant))
    markdown = to_markdown(document(told, variant, cover=COVER))
    headings = re.findall(r"^#+ (.*)$", markdown, re.MULTILINE)
    lost = [one for one in headings if "".join(words(read_out(one))) not in glued]
    assert lost == []


def test_an_answer_not_in_the_report_is_in_neither():
    told = report(BEDROOM, options(0))
    assert "Since" not in to_markdown(document(told, "everything"))


def test_a_note_stays_as_it_was_typed():
    told = report(BEDROOM, options(0), **NOTED)
    assert "> Since **June**, see below" in to_markdown(document(told))


def test_links_lead_to_the_web():
    told = report(BEDROOM, options(0), **NOTED)
    assert "[https://example.org/b](<https://example.org/b>)" in to_markdown(document(told))


def test_an_address_that_runs_something_is_no_link():
    told = report(telemetry={"evidence": ("javascript:alert(1)",)})
    markdown = to_markdown(document(told))
    assert "javascript:alert(1)" in markdown
    assert "](<javascript" not in markdown


def test_there_is_room_for_what_was_decided():
    markdown = to_markdown(document(report(), "sheet"))
    assert "- **Decision:**\n- **Name:**\n- **Date:**\n- **Review on:**" in markdown


def test_a_table_is_a_table():
    html = _READER.render(to_markdown(document(report(), "sheet")))
    assert "<th>Aim for</th>" in html


@pytest.mark.parametrize(
    "name",
    [
        "*Till*",
        "_a_ b",
        "# Till",
        "1. Till",
        "- Till",
        "[a](b)",
        "<b>Till</b>",
        "`x`",
        "a|b",
        "&lt;",
    ],
)
def test_a_name_is_shown_as_it_is(name):
    html = _READER.renderInline(escaped(name))
    assert read_out_inline(html) == name


def read_out_inline(html):
    plain = html
    for entity, sign in (("&quot;", '"'), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        plain = plain.replace(entity, sign)
    return plain


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.text(alphabet="ab 1.)*_`<>[]()#+-=|~&;\\!\"'", min_size=1, max_size=30))
def test_any_name_is_one_paragraph_that_shows_it(name):
    html = _READER.render("x " + escaped(name))
    assert read_out_inline(html).strip() == f"<p>x {' '.join(name.split())}".rstrip() + "</p>"
