"""Markdown as neutral blocks, and as plain text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.prose.blocks import Code, Items, Paragraph, Quote, Run, to_blocks, to_plain


def paragraph(*runs):
    return Paragraph(tuple(Run(run) if isinstance(run, str) else run for run in runs))


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("one\ntwo", paragraph("one\ntwo")),
        ("**b**", paragraph(Run("b", bold=True))),
        ("a *i*", paragraph("a ", Run("i", italic=True))),
        ("***both***", paragraph(Run("both", bold=True, italic=True))),
        ("`c`", paragraph(Run("c", code=True))),
        ("[x](https://a.org) y", paragraph(Run("x", href="https://a.org"), " y")),
        ("[x](javascript:y)", paragraph("[x](javascript:y)")),
        ("- a\n- b", Items(((paragraph("a"),), (paragraph("b"),)))),
        ("0. a", Items(((paragraph("a"),),), numbers=(0,))),
        ("1. a\n3. b", Items(((paragraph("a"),), (paragraph("b"),)), numbers=(1, 3))),
        ("- a\n  1. b", Items(((paragraph("a"), Items(((paragraph("b"),),), numbers=(1,))),))),
        ("> a\n\n", Quote((paragraph("a"),))),
        ("```\na\n b\n```", Code("a\n b")),
        ("<b>", paragraph("<b>")),
    ],
)
def test_a_block_says_what_it_is(text, block):
    assert to_blocks(text) == (block,)


def test_blocks_follow_in_order():
    assert to_blocks("a\n\n> b\n\nc") == (paragraph("a"), Quote((paragraph("b"),)), paragraph("c"))


def test_nothing_gives_no_block():
    assert to_blocks(" \n ") == ()


def test_plain_text_has_the_words_alone():
    assert to_plain("**a** [b](https://c.org)\n\n- d\n- > e\n\n```\nf\n```") == "a b\nd\ne\nf"


def test_plain_text_keeps_the_numbers_of_items():
    assert to_plain("1. a\n3. b\n   c") == "1. a\n3. b\nc"


@given(st.text(alphabet="abc *_`>-+#[]()!<&\\~1.\n\t", max_size=200))
def test_no_letter_is_lost(text):
    assert re.findall("[abc]", to_plain(text)) == re.findall("[abc]", text)
