"""A guest's check holds so much text and no more; nothing else is kept from being saved."""

import pytest

from assessments.models import MOST_GUEST_TEXT
from assessments.writes import guests_text
from tests import factories
from tests.writes.saving import BLAME, change, given, put, save

pytestmark = pytest.mark.django_db

OTHER = "failure-design"
LINKS = ("https://example.org/1", "https://example.org/2")


@pytest.fixture
def sheet(monkeypatch):
    """A guest's, of 100 characters in all, half of which are taken."""
    monkeypatch.setattr(guests_text, "MOST_GUEST_TEXT", 100)
    sheet = factories.sheet(factories.assessment(factories.guest_check()))
    answer = {"note": "x" * 8, "evidence": list(LINKS)}
    factories.answer_row(sheet, "telemetry", answer).save()
    return sheet


def refused(saved):
    return {(question, field) for question, faults in saved.faults.items() for field in faults}


def test_ten_of_the_longest_notes_fit():
    assert MOST_GUEST_TEXT == 10 * 4_000


def test_what_fits_is_saved(sheet):
    assert save(sheet, change(note="x" * 50)).faults == {}
    assert given(sheet).note == "x" * 50


def test_what_no_longer_fits_is_refused_with_what_to_do(sheet):
    [told] = save(sheet, change(note="x" * 51)).faults["review-style"]["note"]
    assert "holds 100 characters of notes and links together; with this it would have 101" in told
    assert "Shorten this or another note" in told


def test_the_choice_beside_it_is_saved(sheet):
    save(sheet, change(option=BLAME, note="x" * 51))
    assert (given(sheet).option, given(sheet).note) == (BLAME, "")


def test_links_count_too(sheet):
    more = (*LINKS, "https://example.org/3")
    assert refused(save(sheet, change(evidence=more))) == {("review-style", "evidence")}


def test_of_several_notes_those_that_fit_are_saved(sheet):
    saved = save(sheet, change(note="x" * 30), change(question=OTHER, note="x" * 30))
    assert refused(saved) == {(OTHER, "note")}
    assert given(sheet).note == "x" * 30


def test_a_shorter_text_always_fits(sheet, monkeypatch):
    before = put(sheet, note="x" * 40)
    monkeypatch.setattr(guests_text, "MOST_GUEST_TEXT", 10)
    assert save(sheet, change(before, option=BLAME, note="x" * 39)).faults == {}


def test_a_choice_alone_costs_no_query_more(sheet, django_assert_num_queries):
    only_choice: guests_text.Changed = {"review-style": (change(option=BLAME).given, ("choice",))}
    with django_assert_num_queries(0):
        assert guests_text.faults_of_guests_text(sheet, only_choice) == {}


def test_an_organisation_s_assessment_holds_more(monkeypatch):
    monkeypatch.setattr(guests_text, "MOST_GUEST_TEXT", 100)
    sheet = factories.sheet(factories.assessment(factories.cast().service))
    assert save(sheet, change(note="x" * 101)).faults == {}
