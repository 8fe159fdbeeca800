"""The comparison that the golden cases rest on must be able to fail."""

import pytest

from tests.scoring.golden_cases import differences, document_of


def test_a_key_that_is_not_expected_is_not_compared() -> None:
    assert list(differences({"a": 1}, {"a": 1, "b": 2})) == []


def test_a_different_value_is_told_with_its_path() -> None:
    assert list(differences({"a": {"b": 1}}, {"a": {"b": 2}})) == [".a.b: expected 1, found 2"]


def test_a_missing_key_is_told() -> None:
    assert list(differences({"a": 1}, {})) == [" has no a"]


def test_true_is_not_one() -> None:
    assert list(differences({"a": 1}, {"a": True})) == [".a: expected 1, found True"]


def test_nothing_is_written_as_null() -> None:
    assert list(differences({"a": "null"}, {"a": None})) == []


def test_something_is_not_nothing() -> None:
    assert list(differences({"a": "null"}, {"a": 0})) == [".a: expected 'null', found 0"]


def test_a_list_of_another_length_is_told() -> None:
    assert list(differences([], [1])) == [": expected 0 entries, found [1]"]


def test_a_list_is_compared_in_order() -> None:
    assert list(differences([1, 2], [2, 1])) == [
        "[0]: expected 1, found 2",
        "[1]: expected 2, found 1",
    ]


def test_a_table_picks_the_entries_of_a_list_by_name() -> None:
    assert list(differences({"x": {"a": 1}}, [{"slug": "y"}, {"slug": "x", "a": 1}])) == []


def test_a_table_misses_an_entry_that_a_list_lacks() -> None:
    assert list(differences({"x": {"a": 1}}, [{"slug": "y"}])) == [" has no x"]


def test_a_case_takes_answers_away_from_its_base() -> None:
    document = document_of({"based_on": "exemplary", "without": ["telemetry"]})
    assert "telemetry" not in document["answers"]


def test_a_case_leaves_its_base_as_it_is() -> None:
    document_of({"based_on": "bare", "profile": {"composition": "both"}})
    assert document_of({"based_on": "bare"})["profile"]["composition"] == "digital"


def test_a_case_cannot_take_away_what_its_base_lacks() -> None:
    with pytest.raises(KeyError):
        document_of({"based_on": "bare", "without": ["telemetry"]})
