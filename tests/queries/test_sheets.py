import pytest

from assessments.answer_input import AnswerInput, fingerprints
from assessments.current import playbook
from assessments.models import Scope
from assessments.queries.sheets import fetch_sheet
from assessments.reports.result_labels import RESERVED_OPTIONS
from assessments.scoring.assess import assess
from assessments.scoring.reading import read
from tests import factories
from tests.factories import BEDROOM, ECOMMERCE, full_answers

pytestmark = pytest.mark.django_db

FOUR_OF_THE_PROFILE = 4


@pytest.fixture
def service():
    return factories.service(factories.team(factories.organisation()))


@pytest.fixture
def state(service):
    """The state that answers make."""

    def make(answers=None, **fields):
        return fetch_sheet(factories.sheet(factories.assessment(service, answers, **fields)))

    return make


def slugs(items) -> list[str]:
    return [item.question.slug for item in items]


# --- What is asked


def test_an_empty_sheet_asks_what_does_not_hang_on_the_profile(state):
    left_out = set(playbook().questions) - set(state().items)
    assert left_out == {
        "foundational-exposure",
        "foundational-demand",
        "rota-people",
        "sibling-teams",
        "peak-readiness",
    }


def test_questions_come_in_the_questionnaire_s_order(state):
    asked = list(state().items)
    assert asked == [slug for slug in playbook().questions if slug in asked]


def test_the_quick_check_asks_the_profile_and_eight_questions(state):
    quick = state(BEDROOM, scope=Scope.QUICK)
    scored = [slug for slug, item in quick.items.items() if not item.is_profile]
    assert sorted(scored) == sorted(playbook().quick_check)


def test_a_service_that_is_not_live_is_not_asked_about_outcomes(state):
    assert state({"present-model": "not-live"}).item("time-to-restore") is None


def test_a_section_is_found_by_its_slug(state):
    assert state().section("learning-culture").section == playbook().sections[3]


def test_there_is_nothing_under_another_slug(state):
    sheet = state()
    assert (sheet.section("nonsense"), sheet.item("nonsense")) == (None, None)


def test_how_it_runs_today_stands_apart(state):
    ops = state(ECOMMERCE).section("learning-culture")
    assert slugs(ops.apart) == [
        "chaos-days",
        "rework-visibility",
        "operational-knowledge",
        "outcome-feedback",
    ]
    assert not set(slugs(ops.apart)) & set(slugs(ops.items))


def test_it_is_told_why_a_question_stands_apart(state):
    assert state(ECOMMERCE).item("chaos-days").not_counted == "you-build-it-you-run-it-only"


@pytest.mark.parametrize("answers", [full_answers(), full_answers(ECOMMERCE)])
@pytest.mark.parametrize("present", ["not-live", "ops-run-it"])
@pytest.mark.parametrize("peak", [{}, {"peak-exposure": 10**9}])
def test_what_is_asked_is_what_the_scoring_core_counts(state, answers, present, peak):
    sheet = state({**answers, **peak, "present-model": present})
    result = assess(playbook(), read(playbook(), sheet.inputs))
    for section in sheet.sections[1:]:
        score = result.scores[section.section.slug]
        assert score.asked == section.progress.asked
        assert {n.question: n.reason for n in score.not_counted} == {
            item.question.slug: item.not_counted for item in section.apart
        }


# --- Progress


def test_an_empty_sheet_has_everything_before_it(state):
    progress = state().progress
    assert (progress.answered, progress.asked) == (0, FOUR_OF_THE_PROFILE + 34)


def test_optional_questions_stand_outside_progress(state):
    assert state(BEDROOM).section("profile").progress.asked == FOUR_OF_THE_PROFILE


def test_answering_an_optional_question_changes_no_progress(state):
    assert state({"peak-exposure": 5}).progress.answered == 0


def test_both_parts_ask_one_more_of_the_profile(state):
    profile = state({"composition": "both"}).section("profile")
    assert (profile.progress.answered, profile.progress.asked) == (1, FOUR_OF_THE_PROFILE + 1)


def test_questions_that_stand_apart_are_outside_progress(state):
    assert state(full_answers(ECOMMERCE)).section("learning-culture").progress.asked == 5


@pytest.mark.parametrize("option", ["dont-know", "does-not-apply"])
def test_not_knowing_and_not_applying_are_answers(state, option):
    assert state({"review-style": option}).item("review-style").is_answered


def test_a_does_not_apply_that_cannot_hold_counts_as_unanswered(state):
    assert not state({"telemetry": "does-not-apply"}).item("telemetry").is_answered


def test_a_note_alone_is_no_answer(state):
    assert not state({"telemetry": {"note": "To be asked."}}).item("telemetry").is_answered


def test_nothing_an_hour_is_an_answer(state):
    assert state({"exposure": 0}).item("exposure").is_answered


def test_an_option_that_is_gone_is_no_answer(state):
    assert not state({"telemetry": "withdrawn"}).item("telemetry").is_answered


def test_an_answer_to_a_question_that_is_gone_is_passed_over(state):
    assert "withdrawn" not in state({"withdrawn": "x"}).items


def test_carried_over_answers_count_and_are_told(state):
    progress = state({"telemetry": {"option": "stays", "carried_over": True}}).progress
    assert (progress.answered, progress.unconfirmed) == (1, 1)


def test_a_carried_over_note_alone_has_nothing_to_confirm(state):
    row = {"telemetry": {"note": "Old.", "carried_over": True}}
    assert state(row).unconfirmed == ()


def test_what_is_to_be_confirmed_is_listed(state):
    sheet = state({"telemetry": {"option": "stays", "carried_over": True}})
    assert slugs(sheet.unconfirmed) == ["telemetry"]


def test_an_optional_answer_to_confirm_is_counted_as_it_is_listed(state):
    sheet = state({"peak-exposure": {"option": "high", "carried_over": True}})
    assert slugs(sheet.unconfirmed) == ["peak-exposure"]
    assert sheet.progress.unconfirmed == 1
    assert sheet.progress.answered == 0


def test_a_full_sheet_is_complete(state):
    assert state(full_answers()).progress.is_complete


def test_a_full_sheet_with_an_answer_to_confirm_is_not(state):
    answers = full_answers({"telemetry": {"option": "stays", "carried_over": True}})
    assert not state(answers).progress.is_complete


def test_open_questions_are_those_without_an_answer(state):
    answers = full_answers({"telemetry": "", "review-style": "dont-know"})
    assert slugs(state(answers).open) == ["telemetry"]


def test_optional_questions_are_never_open(state):
    answers = full_answers({**ECOMMERCE, "chaos-days": ""})
    assert state(answers).open == ()


def test_one_resumes_at_the_first_section_with_something_left(state):
    assert state().resume_at.section.slug == "profile"


def test_one_resumes_after_the_sections_that_are_done(state):
    assert state(full_answers({"telemetry": ""})).resume_at.section.slug == "service-reliability"


def test_a_full_sheet_has_nowhere_to_resume(state):
    assert state(full_answers()).resume_at is None


# --- Items


def test_an_item_holds_what_its_form_needs(state):
    item = state({"telemetry": {"option": "stays", "note": "Hm."}}).item("telemetry")
    assert item.given == AnswerInput("stays", None, "Hm.")
    assert item.shown == fingerprints(item.answer)


def test_an_unanswered_item_is_empty(state):
    item = state().item("telemetry")
    assert (item.given, item.option_text, item.is_unknown) == (AnswerInput(), "", False)


@pytest.mark.parametrize("option", ["dont-know", "does-not-apply"])
def test_reserved_options_have_words(state, option):
    assert state({"telemetry": option}).item("telemetry").option_text == RESERVED_OPTIONS[option]


def test_an_option_is_told_in_its_words(state):
    stays = playbook().scored_questions["telemetry"].options[0]
    assert state({"telemetry": "stays"}).item("telemetry").option_text == stays.text


def test_not_knowing_is_told_apart(state):
    assert state({"telemetry": "dont-know"}).item("telemetry").is_unknown


# --- Cost


def test_a_sheet_costs_one_query(service, django_assert_num_queries):
    sheet = factories.sheet(factories.assessment(service, full_answers()))
    with django_assert_num_queries(1):
        state = fetch_sheet(sheet)
        assert state.inputs
        assert state.progress.is_complete
