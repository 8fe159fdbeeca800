import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.names import (
    LONGEST_COMPOSED,
    LONGEST_SEARCH_KEY,
    LONGEST_SORT_KEY,
    MOST_BYTES_IN_FILE_NAME,
    fold,
    in_file_name,
    is_typed,
    search_key,
    sort_key,
    tidy_name,
)

ACCENTS = "\u0300\u0327"
"""Two that change places as they are composed."""

# --- Stored


def test_a_very_long_row_of_accents_is_read_in_no_time_and_stays_too_long():
    assert len(tidy_name(f"a{ACCENTS * 250_000}")) > LONGEST_COMPOSED


def test_a_very_long_row_of_accents_is_folded_in_no_time():
    assert fold(f"a{ACCENTS * 250_000}") == "a"


@pytest.mark.parametrize(
    "typed",
    [
        "Check\u200bout",
        "Checkout\u200b",
        "\ufeffCheckout",
        "Check\u00adout",
        "\u200eCheckout\u200f",
        "\u202eCheckout\u202c",
        "\u2066Checkout\u2069",
        "Check\u2060out",
        "Check\u200dout",
        "Check\u200cout",
        "Checkout\ufe0f",
        "Checkout\U000e0041\U000e0042",
        "Check\u034fout",
        "Check\u3164out",
        "Check\x00out\x1b\x7f\x9c",
        "Check\ud800out",
        "Check\ufffcout",
    ],
)
def test_what_cannot_be_seen_is_left_out(typed):
    assert tidy_name(typed) == "Checkout"


@pytest.mark.parametrize(
    "typed",
    [
        "  Order   desk ",
        "Order\u00a0desk",
        "Order\tdesk",
        "Order\r\ndesk",
        "Order\u2028desk",
        "Order\u3000desk",
        "Order \u200b desk",
        "Order\u2800desk",
        "Order\u202fdesk",
    ],
)
def test_white_space_becomes_one_space(typed):
    assert tidy_name(typed) == "Order desk"


def test_letters_are_composed():
    assert tidy_name("Cafe\u0301") == "Café"


def test_letters_that_something_unseen_parted_are_composed():
    assert tidy_name("Cafe\u200b\u0301") == "Café"


@pytest.mark.parametrize(
    "typed", ["", "  ", "\u200e", "\u00ad\u200b", "\u0301", "\u2800", "\u3164", "\ufe0f", "\u3000"]
)
def test_a_name_without_a_sign_to_see_is_none(typed):
    assert tidy_name(typed) == ""


@pytest.mark.parametrize(
    "name",
    [
        "می‌خواهم",  # Persian: a non-joiner between letters
        "क्‍ष",  # Devanagari: a joiner after a virama
        "അവന്‍",  # Malayalam: a joiner at a word's end
        "👩🏽‍💻 Team",
        "❤️‍🔥",
        "🏳️‍🌈",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿 Edinburgh",
        "1️⃣ First line",
        "葛󠄀城",
        "ᠮᠣᠩᠭᠣᠯ᠋",
        "Zürich – “Men’s shop”",
        "注文窓口",
        "שולחן הזמנות",
        "\U0001fae8",  # an emoji that Python 3.11 does not know
        "؀١",  # a sign before a number
    ],
)
def test_what_a_script_or_an_emoji_needs_stays(name):
    assert tidy_name(name) == name


@given(st.text())
def test_tidying_twice_changes_nothing(text):
    assert tidy_name(tidy_name(text)) == tidy_name(text)


@given(st.text(alphabet="e\u0301\u200b\u200d\ufe0f👩💻ا\u094d \u00a0\U000e0041"))
def test_tidying_twice_changes_nothing_of_what_is_seldom_typed(text):
    assert tidy_name(tidy_name(text)) == tidy_name(text)


@given(st.text())
def test_a_tidied_name_is_composed(text):
    assert unicodedata.is_normalized("NFC", tidy_name(text))


# --- Found, and told apart


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Écran tactile", "écran TACTILE"),
        ("Zürich", "ZURICH"),
        ("Zu\u0308rich", "zürich"),
        ("Straße", "STRASSE"),
        ("GROẞ", "groß"),
        ("Łódź", "lodz"),
        ("Ørsted", "orsted"),
        ("Æon", "aeon"),
        ("Ǿre", "ore"),
        ("Œuvre", "oeuvre"),
        ("Đà Nẵng", "da nang"),
        ("Þór", "thor"),
        ("İstanbul", "istanbul"),
        ("ISPARTA", "ısparta"),
        ("ΟΔΌΣ", "οδος"),
        ("Ёлка", "елка"),
        ("Ｃｈｅｃｋｏｕｔ", "checkout"),
        ("Men’s shop", "Men's shop"),
        ("“Beta” shop", '"beta" shop'),
        ("Check–out", "check-out"),
        ("Line ٣", "line 3"),
        ("می‌خواهم", "میخواهم"),
        ("Order\u00a0desk", "order  desk"),
    ],
)
def test_two_spellings_of_a_name_are_one(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Мой", "Мои"),
        ("かき", "かぎ"),
        ("कुल", "कल"),
        ("Checkout", "Check out"),
        ("Men's shop", "Mens shop"),
        ("C++", "C"),
        ("注文", "注目"),
    ],
)
def test_two_names_stay_two(one, other):
    assert fold(one) != fold(other)


def test_signs_that_stand_for_many_letters_fit_the_index():
    assert len(search_key("\ufdfa" * 100)) == LONGEST_SEARCH_KEY


def test_names_too_long_for_the_index_are_told_apart():
    assert search_key("\ufdfa" * 96 + " (2)") != search_key("\ufdfa" * 96 + " (3)")


# --- Put in order


def test_letters_sort_by_their_plain_form():
    names = ["Zebra", "Łódź", "Ärger", "Ørsted", "apple", "Öl", "Mango", "ßeta"]
    assert sorted(names, key=sort_key) == [
        *["apple", "Ärger", "Łódź", "Mango", "Öl", "Ørsted", "ßeta", "Zebra"]
    ]


def test_numbers_sort_by_their_value():
    names = ["Line 10", "Line 9", "Line 009a", "Line", "Line 100", "9 lives", "10 lives"]
    assert sorted(names, key=sort_key) == [
        *["9 lives", "10 lives", "Line", "Line 9", "Line 009a", "Line 10", "Line 100"]
    ]


def test_a_name_comes_before_longer_ones_that_begin_like_it():
    assert sorted(["Rooms 2", "Rooms", "Roomster"], key=sort_key) == [
        "Rooms",
        "Rooms 2",
        "Roomster",
    ]


def test_names_alike_but_for_accents_have_an_order():
    assert sort_key("Ecran") < sort_key("Écran") < sort_key("Ecrans")


def test_a_key_for_sorting_fits_the_index():
    assert len(sort_key("\ufdfa" * 100)) <= LONGEST_SORT_KEY


# --- Typed to confirm


@pytest.mark.parametrize(
    "typed",
    ["Men's shop", "men’s SHOP", "Mens shop", "“Men’s shop”", "Men´s  shop", "'Men‘s shop'"],
)
def test_case_and_quotation_marks_do_not_matter_to_a_confirmation(typed):
    assert is_typed(typed, "Men’s shop")


@pytest.mark.parametrize("typed", ["Check-out", "check–out", "CHECK‑OUT", "Check—out"])
def test_the_kind_of_a_dash_does_not_matter_to_a_confirmation(typed):
    assert is_typed(typed, "Check‐out")


@pytest.mark.parametrize("typed", ["Mens", "Men’s shops", "Men’sshop", ""])
def test_another_name_confirms_nothing(typed):
    assert not is_typed(typed, "Men’s shop")


# --- In a file's name


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Café für alle", "café-für-alle"),
        ("../../etc/passwd", "etc-passwd"),
        ("A\u202egpj.exe", "agpj.exe"),
        ("Rooms: beds & sofas", "rooms-beds-sofas"),
        ("हिन्दी सेवा", "हिन्दी-सेवा"),
        ("🚀", ""),
        ("v1.2 (beta)", "v1.2-beta"),
    ],
)
def test_a_file_s_name_keeps_letters_and_numbers(name, part):
    assert in_file_name(name) == part


def test_a_file_s_name_fits_the_file_system():
    assert len(in_file_name("𠀀" * 100).encode()) <= MOST_BYTES_IN_FILE_NAME
