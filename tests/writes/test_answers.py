import pytest

from assessments.answer_input import AnswerInput
from assessments.writes.errors import SheetFrozen
from assessments.writes.submission import submit
from tests import factories
from tests.writes.saving import (
    BLAME,
    CAUSE,
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


# --- Writing


def test_a_first_answer_is_written_whole(sheet):
    save(sheet, change(option=BLAME, note="Once.", evidence=(LINK,)))
    assert given(sheet) == AnswerInput(BLAME, None, "Once.", (LINK,))


def test_an_amount_is_written_without_an_option(sheet):
    save(sheet, change(AnswerInput(amount=200_000), "exposure", amount=5))
    assert given(sheet, "exposure") == AnswerInput("", 5)


def test_a_band_takes_the_place_of_an_amount(sheet):
    save(sheet, change(AnswerInput(amount=200_000), "exposure", option="low"))
    assert given(sheet, "exposure") == AnswerInput("low", None)


def test_an_answer_can_be_taken_back(sheet):
    shown = put(sheet, note="kept")
    save(sheet, change(shown, option="", note="kept"))
    assert given(sheet) == AnswerInput("", note="kept")


def test_a_note_may_stand_alone(sheet):
    save(sheet, change(note="To be asked."))
    assert given(sheet) == AnswerInput("", note="To be asked.")


def test_what_is_written_is_tidied_first(sheet):
    save(sheet, change(note=" one\r\ntwo\x00 "))
    assert stored(sheet).note == "one\ntwo"


def test_many_answers_are_saved_together(sheet):
    saved = save(sheet, change(option=BLAME), change(question="telemetry", option="stays"))
    assert saved.saved == {QUESTION, "telemetry"}


def test_an_answer_belongs_to_its_sheet_s_organisation(sheet, cast):
    save(sheet, change(option=BLAME))
    assert stored(sheet).organisation == cast.organisation


def test_it_is_told_who_answered_and_when(sheet, cast):
    save(sheet, change(option=BLAME), by=cast.owner)
    assert (stored(sheet).saved_by, stored(sheet).saved_at) == (cast.owner, LATER)


def test_the_assessment_tells_when_it_was_last_saved(sheet, opened):
    save(sheet, change(option=BLAME))
    opened.refresh_from_db()
    assert opened.last_saved_at == sheet.assessment.last_saved_at == LATER


def test_all_answers_come_back_for_the_page_that_follows(sheet):
    saved = save(sheet, change(option=BLAME))
    assert saved.answers.keys() == {*factories.BEDROOM, QUESTION}


def test_an_untouched_form_writes_nothing(sheet, opened):
    shown = put(sheet)
    saved = save(sheet, change(shown, option=BLAME))
    opened.refresh_from_db()
    assert (saved.saved, opened.last_saved_at) == (frozenset(), factories.AT)


def test_an_untouched_form_still_gets_the_answers(sheet):
    assert save(sheet, change()).answers.keys() == factories.BEDROOM.keys()


def test_fields_that_a_form_does_not_have_are_left_alone(sheet):
    shown = put(sheet, note="kept", evidence=[LINK])
    save(sheet, change(shown, option=CAUSE, note=None, evidence=None))
    assert given(sheet) == AnswerInput(CAUSE, None, "kept", (LINK,))


def test_a_choice_that_a_form_does_not_have_is_left_alone(sheet):
    shown = put(sheet)
    save(sheet, change(shown, option=None, note="new"))
    assert given(sheet) == AnswerInput(BLAME, None, "new")


def test_a_guest_s_answers_are_in_the_guest_s_organisation_and_nobody_s_name():
    check = factories.guest_check()
    sheet = factories.sheet(factories.assessment(check))
    save(sheet, change(option=BLAME))
    assert (stored(sheet).organisation, stored(sheet).saved_by) == (check.organisation, None)


def test_a_guest_s_check_is_kept_from_expiring():
    check = factories.guest_check()
    save(factories.sheet(factories.assessment(check)), change(option=BLAME))
    check.refresh_from_db()
    assert check.last_saved_at == LATER


# --- What cannot be


def messages(saved, question=QUESTION) -> str:
    return " ".join(message for each in saved.faults[question].values() for message in each)


def test_faults_are_told_by_question_and_field(sheet):
    saved = save(
        sheet, change(option="nonsense"), change(question="telemetry", evidence=("http://[",))
    )
    assert {slug: [*faults] for slug, faults in saved.faults.items()} == {
        QUESTION: ["choice"],
        "telemetry": ["evidence"],
    }


def test_a_fault_in_one_answer_keeps_no_other_from_being_written(sheet):
    save(sheet, change(option=BLAME), change(question="telemetry", option="nonsense"))
    assert given(sheet) == AnswerInput(BLAME)
    assert not sheet.answers.filter(question="telemetry").exists()


@pytest.mark.parametrize(
    ("faulty", "written"),
    [
        ({"option": "nonsense"}, AnswerInput("", note="n", evidence=(LINK,))),
        ({"note": "x" * 4_001}, AnswerInput(BLAME, evidence=(LINK,))),
        ({"evidence": ("see the wiki",)}, AnswerInput(BLAME, note="n")),
    ],
)
def test_a_fault_in_one_field_keeps_no_other_from_being_written(sheet, faulty, written):
    save(sheet, change(**{"option": BLAME, "note": "n", "evidence": (LINK,), **faulty}))
    assert given(sheet) == written


def test_a_faulty_field_keeps_what_was_stored(sheet):
    shown = put(sheet, note="kept", evidence=[LINK])
    save(sheet, change(shown, option=CAUSE, note="kept", evidence=("see the wiki",)))
    assert given(sheet) == AnswerInput(CAUSE, note="kept", evidence=(LINK,))


def test_a_choice_that_cannot_be_confirms_nothing(sheet):
    shown = put(sheet, carried_over=True)
    save(sheet, change(shown, confirm=True, option="nonsense"))
    assert stored(sheet).carried_over


def test_faulty_links_do_not_keep_an_answer_from_being_confirmed(sheet):
    shown = put(sheet, carried_over=True)
    save(sheet, change(shown, confirm=True, option=BLAME, evidence=("see the wiki",)))
    assert not stored(sheet).carried_over


def test_the_message_is_for_people(sheet):
    assert messages(save(sheet, change(option="nonsense"))) == "Pick one of the options."


def test_a_question_that_does_not_exist_is_a_fault(sheet):
    saved = save(sheet, change(question="nonsense", option="x", note="y"))
    assert "no such question" in messages(saved, "nonsense")
    assert not sheet.answers.filter(question="nonsense").exists()


def test_a_band_that_the_organisation_has_off_is_a_fault(sheet):
    saved = save(sheet, change(AnswerInput(amount=200_000), "exposure", option="very-high"))
    assert "switched off" in messages(saved, "exposure")


def test_a_band_that_the_organisation_has_on_can_be_picked(sheet, cast):
    cast.organisation.high_ceiling = 500_000
    cast.organisation.save()
    sheet = factories.sheet(sheet.assessment)
    save(sheet, change(AnswerInput(amount=200_000), "exposure", option="very-high"))
    assert stored(sheet, "exposure").option == "very-high"


def test_a_band_switched_off_since_does_not_keep_a_note_from_being_saved(sheet):
    sheet.answers.filter(question="exposure").update(option="very-high", amount=None)
    shown = AnswerInput("very-high")
    save(sheet, change(shown, "exposure", option="very-high", note="Reviewed."))
    assert stored(sheet, "exposure").note == "Reviewed."


def test_a_service_of_one_part_is_no_hybrid(sheet):
    shown = AnswerInput.of(stored(sheet, "present-model"))
    saved = save(sheet, change(shown, "present-model", option="hybrid"))
    assert "both parts" in messages(saved, "present-model")


def test_a_service_of_one_part_may_be_run_either_way(sheet):
    shown = AnswerInput.of(stored(sheet, "present-model"))
    save(sheet, change(shown, "present-model", option="ops-run-it"))
    assert stored(sheet, "present-model").option == "ops-run-it"


def test_a_service_of_unknown_parts_is_no_hybrid(cast):
    sheet = factories.sheet(factories.assessment(cast.service))
    saved = save(sheet, change(question="present-model", option="hybrid"))
    assert "both parts" in messages(saved, "present-model")


def test_a_service_of_both_parts_may_be_a_hybrid(cast):
    sheet = factories.sheet(factories.assessment(cast.service, {"composition": "both"}))
    save(sheet, change(question="present-model", option="hybrid"))
    assert stored(sheet, "present-model").option == "hybrid"


def test_both_parts_and_a_hybrid_may_be_answered_together(cast):
    sheet = factories.sheet(factories.assessment(cast.service))
    save(
        sheet,
        change(question="composition", option="both"),
        change(question="present-model", option="hybrid"),
    )
    assert stored(sheet, "present-model").option == "hybrid"


def test_a_hybrid_does_not_keep_the_composition_from_changing(cast):
    sheet = factories.sheet(
        factories.assessment(cast.service, {"composition": "both", "present-model": "hybrid"})
    )
    save(sheet, change(AnswerInput("both"), "composition", option="digital"))
    assert stored(sheet, "composition").option == "digital"


# --- Frozen


def test_a_submitted_sheet_takes_no_answers(sheet):
    submit(assessment=sheet.assessment, by=None, at=LATER)
    with pytest.raises(SheetFrozen):
        save(sheet, change(option=BLAME))


def test_a_sheet_submitted_meanwhile_takes_no_answers(sheet):
    submit(assessment=factories.sheet(sheet.assessment).assessment, by=None, at=LATER)
    with pytest.raises(SheetFrozen):
        save(sheet, change(option=BLAME))
    assert not sheet.answers.filter(question=QUESTION).exists()


def test_a_sheet_discarded_meanwhile_takes_no_answers(sheet, opened):
    opened.delete()
    with pytest.raises(SheetFrozen):
        save(sheet, change(option=BLAME))


def test_a_guest_s_sheet_claimed_meanwhile_takes_no_answers(cast):
    assessment = factories.assessment(factories.guest_check())
    sheet = factories.sheet(assessment)
    type(assessment).objects.filter(pk=assessment.pk).update(
        guest_check=None,
        organisation=cast.organisation,
        service=factories.service(cast.team, "Claimed"),
    )
    with pytest.raises(SheetFrozen):
        save(sheet, change(option=BLAME))
