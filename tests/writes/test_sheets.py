"""Two people's sheets of one assessment: neither sees nor moves what is on the other."""

import pytest

from assessments.answer_input import AnswerInput
from assessments.models import Answer, Origin, Scope
from assessments.queries.content_versions import moves_of
from assessments.queries.sheets import fetch_sheet
from assessments.writes.assessments import start_assessment
from assessments.writes.content_versions import move_draft
from assessments.writes.errors import SheetFrozen
from assessments.writes.submission import submit
from tests import factories
from tests.newer_playbook import install, newer  # noqa: F401 - fixtures
from tests.writes.saving import (
    BLAME,
    CAUSE,
    FACTORS,
    LATER,
    QUESTION,
    change,
    given,
    save,
    stored,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(cast):
    return factories.assessment(
        cast.service, {**factories.full_answers(), QUESTION: {"option": CAUSE, "note": "Ours."}}
    )


@pytest.fixture
def hers(opened, cast):
    return factories.persons_sheet(opened, cast.owner, {QUESTION: {"option": CAUSE, "note": "H."}})


@pytest.fixture
def his(opened, cast):
    return factories.persons_sheet(opened, cast.colleague, {QUESTION: {"option": BLAME}})


def reworded(newer, install):  # noqa: F811 - the fixtures
    with newer.editing(f"questions/{QUESTION}.toml") as question:
        question["text"] = "What is written down after an incident?"
    install()


def test_a_sheet_holds_its_own_answers_only(opened, hers, his):
    assert [fetch_sheet(sheet).items[QUESTION].given.note for sheet in (hers, his)] == ["H.", ""]
    assert fetch_sheet(factories.sheet(opened)).items[QUESTION].given.note == "Ours."


def test_what_is_saved_on_one_sheet_is_in_no_conflict_with_another(hers, his):
    saved = save(his, change(stored(his), option=FACTORS, note="Mine."))
    assert (saved.conflicts, saved.saved) == ((), {QUESTION})
    assert given(hers) == AnswerInput(CAUSE, None, "H.")


def test_a_move_to_newer_words_moves_one_sheet_only(opened, hers, his, newer, install):  # noqa: F811
    reworded(newer, install)
    move_draft(sheet=his, at=LATER)
    assert [move.answers[0].note for move in moves_of(his.moves)] == [""]
    hers.refresh_from_db()
    assert hers.moves == []
    assert given(hers) == AnswerInput(CAUSE, None, "H.")


def test_each_sheet_tells_its_own_notes_of_what_has_moved(hers, his, newer, install):  # noqa: F811
    reworded(newer, install)
    told = [fetch_sheet(sheet).moves[0].answers[0].note for sheet in (hers, his)]
    assert told == ["H.", ""]


def test_the_team_s_result_is_made_of_its_own_sheet(opened, hers, cast):
    result = submit(assessment=opened, by=cast.owner, at=LATER)
    (answer,) = (entry for entry in result.answers if entry["question"] == QUESTION)
    assert answer["note"] == "Ours."


def test_a_person_s_sheet_is_frozen_with_the_assessment(opened, hers, cast):
    submit(assessment=opened, by=cast.owner, at=LATER)
    hers.refresh_from_db()
    with pytest.raises(SheetFrozen):
        save(hers, change(note="Too late."))


def test_a_sheet_that_was_closed_a_moment_ago_is_frozen_too(opened, hers, cast):
    submit(assessment=type(opened).objects.get(), by=cast.owner, at=LATER)
    assert hers.assessment.is_open
    with pytest.raises(SheetFrozen):
        save(hers, change(note="Too late."))


# --- Where an answer comes from


def test_an_answer_is_typed(hers):
    save(hers, change(question="telemetry", option="stays"))
    assert hers.answers.get(question="telemetry").origin == Origin.TYPED


@pytest.fixture
def again(cast):
    factories.submitted_result(cast.service, factories.full_answers({QUESTION: CAUSE}))
    start_assessment(
        service=type(cast.service).objects.get(), scope=Scope.FULL, by=cast.owner, at=LATER
    )
    return Answer.objects.select_related("sheet__assessment").get(
        question=QUESTION, carried_over=True
    )


def test_an_answer_carried_over_stays_so_once_it_is_confirmed(again):
    assert again.origin == Origin.CARRIED_OVER
    save(again.sheet, change(AnswerInput.of(again), option=None, confirm=True))
    again.refresh_from_db()
    assert (again.origin, again.carried_over) == (Origin.CARRIED_OVER, False)


def test_a_note_to_an_answer_carried_over_leaves_its_origin(again):
    save(again.sheet, change(AnswerInput.of(again), option=None, note="Still."))
    again.refresh_from_db()
    assert again.origin == Origin.CARRIED_OVER


def test_an_answer_chosen_anew_is_typed(again):
    save(again.sheet, change(AnswerInput.of(again), option=BLAME))
    again.refresh_from_db()
    assert again.origin == Origin.TYPED
