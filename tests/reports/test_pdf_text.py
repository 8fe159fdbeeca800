"""What of a person's text can be drawn on paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.reports.pdf_text import LONGEST_TEXT, address, tidy

# Texts


@pytest.mark.parametrize("text", ["", "Bedroom", "Zoë's café", "a\nb", "你好", "\U0001f600"])
def test_a_decent_text_stays_as_it_is(text):
    assert tidy(text) == text


@pytest.mark.parametrize(
    "text",
    ["a\x00b", "a\x1bb", "a\x7fb", "a\u202eb", "a\ufeffb", "a\u00adb", "a\ud800b", "a\u200bb"],
)
def test_what_cannot_be_drawn_is_left_out(text):
    assert tidy(text) == "ab"


def test_every_kind_of_line_end_is_one():
    assert tidy("a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_a_tab_becomes_a_space():
    assert tidy("a\tb") == "a b"


def test_space_around_a_text_goes():
    assert tidy("\n a \n") == "a"


def test_the_joiners_of_scripts_and_emoji_stay():
    family = "\U0001f468\u200d\U0001f469"
    assert tidy(family) == family


def test_a_text_is_cut_at_the_longest_that_is_ever_stored():
    assert len(tidy("ab " * LONGEST_TEXT)) <= LONGEST_TEXT


def test_no_more_than_the_longest_is_looked_at():
    assert tidy("a " * LONGEST_TEXT + "\x00") == tidy("a " * LONGEST_TEXT)


@given(st.text())
def test_a_tidied_text_has_nothing_left_to_tidy(text):
    plain = tidy(text)
    assert tidy(plain) == plain


# Addresses


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "http://example.org/a?b=c#d",
        "HTTPS://example.org",
        "mailto:someone@example.org",
        "https://例え.jp/ü",
    ],
)
def test_an_address_on_the_web_or_of_mail_is_one(text):
    assert address(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "javascript:alert(1)",
        "JavaScript://example.org/%0aalert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org",
        "//example.org",
        "example.org",
        "https:",
        "https://",
        "mailto:",
        "https://exa mple.org",
        "https://example.org/\nx",
        "java\tscript:alert(1)",
        "https://[::1",
        " https://example.org",
        "https://example.org\u202e",
    ],
)
def test_nothing_else_is_an_address(text):
    assert address(text) is None
