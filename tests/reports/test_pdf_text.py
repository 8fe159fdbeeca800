"""What of a person's text can be drawn on paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.reports.pdf_text import LONGEST_TEXT, address, breakable, tidy

ZERO_WIDTH_SPACE = "\u200b"

# Texts


@pytest.mark.parametrize("text", ["", "Bedroom", "Zoë's café", "a\nb", "你好", "\U0001f600"])
def test_a_decent_text_stays_as_it_is(text):
    assert tidy(text) == text


@pytest.mark.parametrize(
    "text", ["a\x00b", "a\x1bb", "a\x7fb", "a\u202eb", "a\ufeffb", "a\u00adb", "a\ud800b"]
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
    plain = tidy(text).replace(ZERO_WIDTH_SPACE, "")
    assert tidy(plain).replace(ZERO_WIDTH_SPACE, "") == plain


@given(st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N", "P"])))
def test_breaks_change_nothing_that_can_be_seen(text):
    assert breakable(text).replace(ZERO_WIDTH_SPACE, "") == text


@given(st.text(alphabet="abc/?&=-.", min_size=25, max_size=300))
def test_no_run_is_longer_than_a_narrow_column(text):
    assert max(map(len, breakable(text).split(ZERO_WIDTH_SPACE))) <= 12


def test_words_of_a_common_length_are_not_broken():
    assert ZERO_WIDTH_SPACE not in breakable("Donaudampfschifffahrt is long")


def test_an_address_breaks_after_its_signs():
    parts = breakable("https://example.org/some/where/far").split(ZERO_WIDTH_SPACE)
    assert parts[:4] == ["https:", "//example.", "org/", "some/"]


@pytest.mark.parametrize("mark", ["\u0301", "\ufe0f", "\u200d", "\U0001f3fd"])
def test_a_mark_is_never_parted_from_its_letter(mark):
    assert ZERO_WIDTH_SPACE + mark not in breakable(("e" + mark) * 40)


def test_what_a_joiner_joins_is_never_parted():
    assert "\u200d" + ZERO_WIDTH_SPACE not in breakable("\U0001f468\u200d" * 40)


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
