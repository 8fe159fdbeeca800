"""Ordinary notes come out as they were written; what is surely meant as a mark is one."""

import html
import re

import pytest

from assessments.prose.blocks import to_plain
from assessments.prose.html import to_html
from tests.prose.notes import AS_WRITTEN


@pytest.mark.parametrize("text", AS_WRITTEN)
def test_an_ordinary_note_comes_out_as_it_was_written(text):
    drawn = to_html(text)
    assert html.unescape(re.sub(r"</?p>|<br>", "", drawn)) == text


@pytest.mark.parametrize("text", AS_WRITTEN)
def test_plain_text_has_an_ordinary_note_as_it_was_written(text):
    assert to_plain(text) == text


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("It is *so*, (*so*) and *so*'s.", ["<em>so</em>"] * 3),
        ("**Note:** it holds.", ["<strong>Note:</strong>"]),
        ("***both***", ["<em><strong>both</strong></em>"]),
        ("*99.9%* of all", ["<em>99.9%</em>"]),
        ("3 *big* ones", ["<em>big</em>"]),
        ("> He said\n> so", ["<blockquote>\n<p>He said<br>\nso</p>\n</blockquote>"]),
        ("- Team\n- 5 people", ["<li>Team</li>\n<li>5 people</li>"]),
        ("- 5 people\n- Team", ["<li>5 people</li>\n<li>Team</li>"]),
        ("- Team\n  of ours\n- 5 people", ["<li>5 people</li>"]),
        ("* 5 people", ["<li>5 people</li>"]),
        ("1. a\n\n1986. b", ['<li value="1986">']),
        ("[x](https://example.org/A_(b)_c)", ['href="https://example.org/A_(b)_c"']),
    ],
)
def test_what_is_surely_a_mark_is_drawn(text, drawn):
    found = to_html(text)
    for one in drawn:
        assert one in found
        found = found.replace(one, "", 1)


def test_a_figure_within_an_item_keeps_its_sign():
    assert "&gt; 99%" in to_html("- > 99% of calls\n- few")


def test_a_date_is_no_list_within_a_list():
    assert to_plain("1. 3. 2026") == "1. 3. 2026"
