import pickle
from datetime import date, time

import pytest

from assessments.playbook.faults import (
    Fault,
    FaultList,
    PlaybookFaults,
    described,
    did_you_mean,
    quoted,
)


@pytest.fixture
def faults():
    return FaultList()


def test_a_fault_reads_as_file_place_and_message():
    fault = Fault("questions/telemetry.toml", "why", "is missing: expected a text")
    assert str(fault) == "questions/telemetry.toml: why: is missing: expected a text"


def test_a_fault_of_a_whole_file_names_no_place():
    fault = Fault("questions/telemetry.toml", "", "is not TOML")
    assert str(fault) == "questions/telemetry.toml: is not TOML"


def test_a_fault_cannot_be_changed():
    fault = Fault("playbook.toml", "", "is not TOML")
    with pytest.raises(AttributeError):
        fault.message = "is fine"  # type: ignore[misc]


def test_an_empty_list_settles_in_silence(faults):
    faults.settle()


def test_all_faults_are_raised_together(faults):
    faults.add("a.toml", "title", "is missing")
    faults.add("a.toml", "body", "is missing")
    with pytest.raises(PlaybookFaults) as raised:
        faults.settle()
    assert raised.value.faults == (
        Fault("a.toml", "title", "is missing"),
        Fault("a.toml", "body", "is missing"),
    )


def test_the_faults_of_a_file_stand_together_in_the_order_they_were_found(faults):
    for file, where in (("b.toml", "1"), ("a.toml", "2"), ("b.toml", "3"), ("a.toml", "4")):
        faults.add(file, where, "is missing")
    with pytest.raises(PlaybookFaults) as raised:
        faults.settle()
    places = [(fault.file, fault.where) for fault in raised.value.faults]
    assert places == [("a.toml", "2"), ("a.toml", "4"), ("b.toml", "1"), ("b.toml", "3")]


def test_the_exception_reads_as_one_line_a_fault():
    error = PlaybookFaults((Fault("a.toml", "", "one"), Fault("b.toml", "x", "two")))
    assert str(error) == "a.toml: one\nb.toml: x: two"


def test_the_exception_survives_a_trip_to_another_process():
    error = PlaybookFaults((Fault("a.toml", "", "one"),))
    # A parallel test runner sends exceptions so.
    assert pickle.loads(pickle.dumps(error)).faults == error.faults


def test_a_folder_is_under_fault_when_one_of_its_files_is(faults):
    faults.add("questions/telemetry.toml", "why", "is missing")
    assert faults.under("questions")


def test_a_folder_is_not_under_fault_for_another_folders_file(faults):
    faults.add("questions/telemetry.toml", "why", "is missing")
    assert not faults.under("practices")


def test_a_place_is_at_fault_when_the_file_and_the_key_are_those(faults):
    faults.add("questions/telemetry.toml", "why", "is missing")
    assert faults.at("questions/telemetry.toml", "why")


@pytest.mark.parametrize(
    ("file", "where"), [("questions/telemetry.toml", "help"), ("playbook.toml", "why")]
)
def test_a_place_is_not_at_fault_for_its_neighbour(faults, file, where):
    faults.add("questions/telemetry.toml", "why", "is missing")
    assert not faults.at(file, where)


def test_a_misspelt_word_brings_the_nearest_known_one():
    assert did_you_mean("sumary", ["title", "summary"]) == "; did you mean 'summary'?"


def test_a_word_like_no_other_brings_no_suggestion():
    assert did_you_mean("zebra", ["title", "summary"]) == ""


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("plain", "'plain'"),
        ("two\nlines", r"'two\nlines'"),
        ("a" * 61, f"'{'a' * 60}…'"),
        ("a" * 60, f"'{'a' * 60}'"),
    ],
)
def test_a_quoted_word_stands_on_one_line_and_is_cut_where_it_is_long(word, shown):
    assert quoted(word) == shown


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "true"),
        (False, "false"),
        (7, "the number 7"),
        (-(10**13), "a very large number"),
        (1.5, "the number 1.5"),
        (float("nan"), "the number nan"),
        ("monthly", "the text 'monthly'"),
        (["monthly"], "a list"),
        ({"monthly": 4}, "a table"),
        (date(2026, 11, 23), "a date or time"),
        (time(9, 30), "a date or time"),
    ],
)
def test_a_value_is_described_in_an_authors_words(value, words):
    assert described(value) == words


def test_a_number_too_long_for_python_to_print_is_still_described():
    assert described(16**5000) == "a very large number"


@pytest.mark.parametrize(
    ("where", "below"), [("costs", True), ("costs.1", True), ("cost", False), ("seldom", False)]
)
def test_a_place_holds_the_faults_below_it(faults, where, below):
    faults.add("models/hybrid.toml", "costs.1.why", "is missing")
    assert faults.below("models/hybrid.toml", where) is below


def test_a_place_holds_no_faults_of_another_file(faults):
    faults.add("models/hybrid.toml", "costs.1.why", "is missing")
    assert not faults.below("models/ops-run-it.toml", "costs")
