"""People's own text in Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assessments.prose.escaping import escape_markdown

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shown(markdown):
    """The text of the one paragraph that a reader sees."""
    opened, inline, closed = MARKDOWN.parse(markdown)
    assert (opened.type, closed.type) == ("paragraph_open", "paragraph_close")
    assert {child.type for child in inline.children} <= {"text", "text_special"}
    return "".join(child.content for child in inline.children)


@pytest.mark.parametrize(
    "name",
    [
        "# Checkout",
        "*Bold*, _slanted_ and `code`",
        "[Checkout](https://example.org/)",
        "<b>Checkout</b>",
        "A | B",
        "- Checkout",
        "+ Checkout",
        "1. Checkout",
        "2) Checkout",
        "> Checkout",
        "Q&amp;A",
        "~~Gone~~",
        r"C:\*",
        "---",
        "===",
        "![a](b)",
        "https://example.org/",
    ],
)
def test_every_mark_is_shown_as_it_was_typed(name):
    assert shown(escape_markdown(name)) == name


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1))
def test_any_printable_text_is_shown_as_it_was_typed(text):
    assert shown(escape_markdown(text)) == text


def test_an_ordinary_name_reads_as_it_is():
    assert escape_markdown("Oak-and-ember (UK): 99.9%") == "Oak-and-ember (UK): 99.9%"


def test_lines_are_put_on_one():
    assert escape_markdown("Check\n\nout") == "Check out"


def test_an_address_is_not_turned_into_a_link_by_readers_that_do_so():
    assert escape_markdown("https://example.org/") == r"https\://example.org/"
