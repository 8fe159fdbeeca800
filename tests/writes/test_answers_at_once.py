from datetime import timedelta

import pytest

from assessments.answer_input import AnswerInput
from tests import factories
from tests.writes.saving import (
    BLAME,
    CAUSE,
    FACTORS,
    LATER,
    LINK,
    QUESTION,
    change,
    given,
    put,
    save,
    stored,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(cast):
    return factories.assessment(cast.service, factories.BEDROOM)


@pytest.fixture
def sheet(opened):
    return factories.sheet(opened)


# --- Two people at once


def test_two_people_may_change_different_fields(sheet):
    shown = put(sheet)
    save(sheet, change(shown, option=CAUSE))
    saved = save(sheet, change(shown, option=BLAME, note="Mine."))
    assert (given(sheet), saved.conflicts) == (AnswerInput(CAUSE, None, "Mine."), ())


def test_a_choice_that_someone_else_has_changed_is_not_overwritten(sheet):
    shown = put(sheet)
    save(sheet, change(shown, option=CAUSE))
    save(sheet, change(shown, option=FACTORS))
    assert stored(sheet).option == CAUSE


def test_a_conflict_tells_both_sides(sheet, cast):
    shown = put(sheet)
    save(sheet, change(shown, option=CAUSE), by=cast.owner)
    (conflict,) = save(sheet, change(shown, option=FACTORS)).conflicts
    assert (conflict.question, conflict.field) == (QUESTION, "choice")
    assert (conflict.theirs.option, conflict.yours.option) == (CAUSE, FACTORS)


def test_a_conflict_tells_who_saved_and_when(sheet, cast):
    shown = put(sheet)
    save(sheet, change(shown, option=CAUSE), by=cast.owner)
    (conflict,) = save(sheet, change(shown, option=FACTORS)).conflicts
    assert (conflict.saved_by, conflict.saved_at) == (cast.owner, LATER)


def test_a_note_that_someone_else_has_changed_is_not_overwritten(sheet):
    shown = put(sheet, note="Before.")
    save(sheet, change(shown, option=BLAME, note="Theirs."))
    saved = save(sheet, change(shown, option=BLAME, note="Mine."))
    assert [c.field for c in saved.conflicts] == ["note"]
    assert stored(sheet).note == "Theirs."


def test_links_that_someone_else_has_changed_are_not_overwritten(sheet):
    shown = put(sheet)
    save(sheet, change(shown, option=BLAME, evidence=(LINK,)))
    saved = save(sheet, change(shown, option=BLAME, evidence=("https://mine.org",)))
    assert [c.field for c in saved.conflicts] == ["evidence"]
    assert stored(sheet).evidence == [LINK]


def test_a_conflict_in_one_field_does_not_keep_the_others_from_being_written(sheet):
    shown = put(sheet)
    save(sheet, change(shown, option=CAUSE))
    saved = save(sheet, change(shown, option=FACTORS, note="Mine."))
    assert (saved.saved, given(sheet)) == ({QUESTION}, AnswerInput(CAUSE, None, "Mine."))


def test_a_first_answer_can_be_in_conflict_too(sheet):
    save(sheet, change(option=BLAME))
    saved = save(sheet, change(option=CAUSE))
    assert (len(saved.conflicts), stored(sheet).option) == (1, BLAME)


def test_two_people_who_choose_the_same_are_of_one_mind(sheet):
    shown = put(sheet)
    save(sheet, change(shown, option=CAUSE))
    saved = save(sheet, change(shown, option=CAUSE))
    assert (saved.saved, saved.conflicts) == (frozenset(), ())


def test_a_form_that_shows_the_other_answer_may_overwrite_it(sheet):
    shown = put(sheet)
    save(sheet, change(shown, option=CAUSE))
    save(sheet, change(AnswerInput(CAUSE), option=FACTORS))
    assert stored(sheet).option == FACTORS


# --- Carried over


def test_an_answer_is_confirmed_as_it_is(sheet):
    shown = put(sheet, carried_over=True)
    saved = save(sheet, change(shown, option=BLAME, confirm=True))
    assert (saved.saved, stored(sheet).carried_over) == ({QUESTION}, False)


def test_a_changed_answer_is_no_longer_carried_over(sheet):
    shown = put(sheet, carried_over=True)
    save(sheet, change(shown, option=CAUSE))
    assert not stored(sheet).carried_over


def test_confirming_what_is_confirmed_writes_nothing(sheet):
    shown = put(sheet)
    assert save(sheet, change(shown, option=BLAME, confirm=True)).saved == frozenset()


def test_confirming_no_answer_writes_nothing(sheet):
    assert save(sheet, change(confirm=True)).saved == frozenset()


def test_an_answer_in_conflict_is_not_confirmed(sheet):
    put(sheet, carried_over=True)
    save(sheet, change(AnswerInput(FACTORS), option=CAUSE, confirm=True))
    assert stored(sheet).carried_over


# --- History and cost


def test_every_write_leaves_a_row_in_the_history(sheet, cast):
    save(sheet, change(option=BLAME), by=cast.owner)
    save(sheet, change(AnswerInput(BLAME), option=CAUSE), by=None, at=LATER + timedelta(hours=1))
    rows = stored(sheet).history.order_by("history_date")
    assert [(row.history_type, row.option, row.history_user) for row in rows] == [
        ("+", BLAME, cast.owner),
        ("~", CAUSE, None),
    ]


def test_the_history_is_dated_by_the_save(sheet):
    save(sheet, change(option=BLAME))
    assert stored(sheet).history.get().history_date == LATER


def test_a_first_answer_costs_four_queries(sheet, django_assert_num_queries):
    with django_assert_num_queries(4):
        save(sheet, change(option=BLAME))


def test_a_changed_answer_costs_four_queries(sheet, django_assert_num_queries):
    shown = put(sheet)
    with django_assert_num_queries(4):
        save(sheet, change(shown, option=CAUSE))


def test_a_guest_s_answer_costs_one_more(django_assert_num_queries):
    sheet = factories.sheet(factories.assessment(factories.guest_check()))
    with django_assert_num_queries(5):
        save(sheet, change(option=BLAME))


def test_a_whole_section_costs_no_more_than_one_answer(sheet, django_assert_num_queries):
    answers = factories.full_answers()
    scored = [slug for slug in answers if slug not in factories.BEDROOM]
    with django_assert_num_queries(4):
        save(sheet, *(change(question=slug, option=answers[slug]) for slug in scored))


# --- What one sent before, without an answer to it


@pytest.mark.parametrize("arrived", ["", "It", "It takes"])
def test_what_one_typed_on_is_written_whatever_of_it_had_arrived(sheet, arrived):
    put(sheet, note=arrived)
    sent = tuple(AnswerInput(BLAME, note=note) for note in ("It", "It takes"))
    saved = save(sheet, change(AnswerInput(BLAME), option=BLAME, note="It takes time", sent=sent))
    assert (saved.conflicts, given(sheet).note) == ((), "It takes time")


def test_what_one_took_back_is_taken_back_where_it_had_arrived(sheet):
    put(sheet, note="It takes")
    shown, sent = AnswerInput(BLAME), (AnswerInput(BLAME, note="It takes"),)
    save(sheet, change(shown, option=BLAME, note="", sent=sent))
    assert given(sheet).note == ""


def test_what_somebody_else_saved_meanwhile_is_a_conflict_all_the_same(sheet):
    put(sheet, note="Theirs")
    sent = (AnswerInput(BLAME, note="It"),)
    saved = save(sheet, change(AnswerInput(BLAME), option=BLAME, note="It takes", sent=sent))
    assert [conflict.field for conflict in saved.conflicts] == ["note"]
    assert given(sheet).note == "Theirs"


def test_fields_that_one_sent_as_they_were_shown_are_not_taken_for_a_change(sheet):
    put(sheet, note="Theirs")
    sent = (AnswerInput(CAUSE),)
    save(sheet, change(AnswerInput(BLAME), option=FACTORS, sent=sent))
    assert given(sheet) == AnswerInput(FACTORS, note="Theirs")
