from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st


def test_a_text_is_read(reading):
    assert reading(why="It matters.").table.text("why") == "It matters."


def test_a_text_wrapped_in_the_file_comes_on_one_line(reading):
    assert reading(why=" It\n  matters\t a  lot.\n").table.text("why") == "It matters a lot."


def test_a_no_break_space_stays(reading):
    assert reading(why="99.9\u00a0%").table.text("why") == "99.9\u00a0%"


def test_a_text_left_out_is_a_fault(reading):
    read = reading()
    assert read.table.text("why") == ""
    assert read.faults() == ["why: is missing: expected a text"]


def test_a_text_that_need_not_be_there_may_be_left_out(reading):
    read = reading()
    assert read.table.text("help", required=False) == ""
    assert read.faults() == []


@pytest.mark.parametrize("empty", ["", "  ", "\n\t\n", "\u00a0"])
@pytest.mark.parametrize("required", [True, False])
def test_an_empty_text_is_a_fault(reading, empty, required):
    read = reading(why=empty)
    read.table.text("why", required=required)
    assert read.faults() == ["why: is empty: expected a text"]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (1, "the number 1"),
        (True, "true"),
        (1.5, "the number 1.5"),
        ([], "a list"),
        ({}, "a table"),
        (date(2026, 11, 23), "a date or time"),
    ],
)
def test_anything_but_a_text_is_a_fault(reading, value, found):
    read = reading(why=value)
    read.table.text("why")
    assert read.faults() == [f"why: expected a text, found {found}"]


def test_paragraphs_are_parted_by_one_blank_line(reading):
    body = "\nOne,\nwrapped.\n\n\n  \nTwo.\n"
    assert reading(body=body).table.paragraphs("body") == "One, wrapped.\n\nTwo."


def test_paragraphs_left_out_are_a_fault(reading):
    read = reading()
    assert read.table.paragraphs("body") == ""
    assert read.faults() == ["body: is missing: expected a text"]


def test_paragraphs_of_nothing_but_blanks_are_a_fault(reading):
    read = reading(body="\n\n \n\n")
    read.table.paragraphs("body")
    assert read.faults() == ["body: is empty: expected a text"]


@given(st.text())
def test_reading_paragraphs_twice_changes_nothing_more(reading, text):
    once = reading(body=text).table.paragraphs("body")
    assert reading(body=once).table.paragraphs("body") == once


@pytest.mark.parametrize("number", [0, 4])
def test_a_whole_number_may_lie_on_the_edge_of_its_range(reading, number):
    assert reading(points=number).table.whole("points", range(5)) == number


@pytest.mark.parametrize("number", [-1, 5])
def test_a_whole_number_beyond_its_range_is_a_fault(reading, number):
    read = reading(points=number)
    assert read.table.whole("points", range(5)) is None
    assert read.faults() == [
        f"points: expected a whole number from 0 to 4, found the number {number}"
    ]


@pytest.mark.parametrize(
    ("value", "found"), [(True, "true"), (2.0, "the number 2.0"), ("2", "the text '2'")]
)
def test_what_is_no_whole_number_is_a_fault(reading, value, found):
    read = reading(points=value)
    assert read.table.whole("points", range(5)) is None
    assert read.faults() == [f"points: expected a whole number from 0 to 4, found {found}"]


def test_a_whole_number_that_need_not_be_there_may_be_left_out(reading):
    read = reading()
    assert read.table.whole("weight", range(1, 10), required=False) is None
    assert read.faults() == []


@pytest.mark.parametrize("value", [True, False])
def test_true_and_false_are_read(reading, value):
    assert reading(required=value).table.flag("required") is value


@pytest.mark.parametrize(("value", "found"), [(1, "the number 1"), ("yes", "the text 'yes'")])
def test_what_is_neither_true_nor_false_is_a_fault(reading, value, found):
    read = reading(required=value)
    assert read.table.flag("required") is False
    assert read.faults() == [f"required: expected true or false, found {found}"]


KINDS = ("leading", "trailing")


def test_one_of_the_fixed_words_is_read(reading):
    assert reading(kind="trailing").table.choice("kind", KINDS) == "trailing"


def test_another_word_is_a_fault_that_suggests_the_nearest(reading):
    read = reading(kind="trialing")
    assert read.table.choice("kind", KINDS) is None
    assert read.faults() == [
        "kind: expected one of leading, trailing; found 'trialing'; did you mean 'trailing'?"
    ]


def test_a_fixed_word_left_out_is_a_fault_that_names_them_all(reading):
    read = reading()
    assert read.table.choice("kind", KINDS) is None
    assert read.faults() == ["kind: is missing: expected one of leading, trailing"]


def test_a_fixed_word_that_need_not_be_there_may_be_left_out(reading):
    read = reading()
    assert read.table.choice("kind", KINDS, required=False) is None
    assert read.faults() == []
