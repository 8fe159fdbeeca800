from datetime import timedelta
from typing import Any

import pytest

from assessments.current import playbook
from assessments.models import Assessment, GuestCheck, Result, Scope, Service
from assessments.queries.results import recall
from assessments.scoring.assess import assess
from assessments.scoring.reading import read
from assessments.writes.submission import submit
from tests import factories
from tests.factories import BEDROOM, ECOMMERCE, full_answers

pytestmark = pytest.mark.django_db

LATER = factories.AT + timedelta(hours=1)
LINK = "https://wiki.example.org"


@pytest.fixture
def submitted(cast):
    """The result of submitting those answers."""

    def make(answers=None, **fields):
        given = full_answers() if answers is None else answers
        opened = factories.assessment(cast.service, given, **fields)
        return submit(assessment=opened, by=cast.owner, at=LATER)

    return make


def entry(result, question) -> dict:
    return next(each for each in result.answers if each["question"] == question)


# --- What is frozen


def test_the_inputs_come_to_the_document(submitted):
    result = submitted()
    assert recall(result) == assess(playbook(), read(playbook(), result.inputs))


def test_the_document_survives_the_database(submitted):
    result = Result.objects.get(pk=submitted().pk)
    assert recall(result) == assess(playbook(), read(playbook(), result.inputs))


def test_no_peak_is_recorded_in_words_and_is_no_exposure_to_the_core(submitted):
    result = submitted(full_answers() | {"peak-exposure": "none"})
    recorded = entry(result, "peak-exposure")
    assert (recorded["option"], recorded["option_text"]) == ("none", "There is no peak event")
    assert result.inputs_hash == submitted(full_answers() | {"peak-exposure": ""}).inputs_hash


def test_the_version_and_the_hash_of_what_went_in_are_kept(submitted):
    result = submitted()
    assert result.playbook_version == playbook().version
    assert result.inputs_hash == recall(result).inputs_hash


def test_it_is_told_who_submitted_and_when(submitted, cast):
    result = submitted()
    assert (result.submitted_by, result.submitted_at) == (cast.owner, LATER)


def test_the_result_belongs_to_the_service_and_its_organisation(submitted, cast):
    result = submitted()
    assert (result.service, result.organisation) == (cast.service, cast.organisation)


def test_the_result_becomes_the_service_s_current_one(submitted, cast):
    result = submitted()
    cast.service.refresh_from_db()
    assert cast.service.current_result == result


def test_a_later_result_takes_the_place_of_an_earlier_one(submitted, cast):
    submitted()
    later = submitted()
    cast.service.refresh_from_db()
    assert cast.service.current_result == later


def test_the_service_s_history_tells_nothing_of_it(submitted):
    submitted()
    assert not Service.history.filter(history_type="~").exists()


def test_the_assessment_is_closed(submitted):
    assessment = Assessment.objects.get(pk=submitted().assessment_id)
    assert (assessment.submitted_at, assessment.last_saved_at) == (LATER, LATER)


def test_who_closed_it_is_in_its_history(submitted, cast):
    row = submitted().assessment.history.get(history_type="~")
    assert (row.history_user, row.history_date) == (cast.owner, LATER)


# --- The columns


def test_the_columns_repeat_the_document(submitted):
    result = submitted()
    outcome = recall(result)
    assert result.model == outcome.recommendation.model
    assert result.misfit == outcome.misfit.model
    assert (result.deployment_met, result.availability_met, result.restore_met) == (
        outcome.against_targets.deployment,
        outcome.against_targets.availability,
        outcome.against_targets.restore,
    )


def test_the_scores_are_those_of_the_document(submitted):
    result = submitted()
    scores = recall(result).scores
    assert result.deployment_throughput == scores["deployment-throughput"].score
    assert result.service_reliability == scores["service-reliability"].score
    assert result.learning_culture == scores["learning-culture"].score


def test_how_much_was_answered_is_summed_up(submitted):
    result = submitted(full_answers({"telemetry": "dont-know", "review-style": "does-not-apply"}))
    assert (result.answered, result.asked) == (32, 33)


def test_a_profile_alone_has_no_scores(submitted):
    result = submitted(BEDROOM)
    assert (result.deployment_throughput, result.answered, result.asked) == (None, 0, 34)


def test_the_present_model_is_kept_beside_the_recommended_one(submitted):
    result = submitted(full_answers({"present-model": "ops-run-it"}))
    assert (result.model, result.present_model, result.misfit) == (
        "you-build-it-you-run-it",
        "ops-run-it",
        True,
    )


def test_nothing_runs_yet_so_nothing_misfits(submitted):
    assert submitted(full_answers({"present-model": "not-live"})).misfit is None


def test_a_service_of_both_parts_has_two_rows_of_targets(submitted):
    both: dict[str, Any] = {
        "composition": "both",
        "foundational-exposure": 810_000,
        "foundational-demand": "low",
        "present-model": "hybrid",
    }
    result = submitted(full_answers(both))
    columns = ("part", "model", "availability", "deployment", "out_of_hours", "accepted_loss")
    assert result.model == "hybrid"
    assert list(result.parts.values_list(*columns)) == [
        ("digital", "you-build-it-you-run-it", "99.0", "daily", "domain", 336_000),
        ("foundational", "ops-run-it", "99.9", "monthly", "operations", 136_080),
    ]


def test_the_rows_of_targets_belong_to_the_organisation(submitted, cast):
    assert submitted().parts.get().organisation == cast.organisation


def test_a_band_alone_accepts_no_loss_in_money(submitted):
    assert submitted({**BEDROOM, "exposure": "low"}).parts.get().accepted_loss is None


# --- The answers in the words of the day


def test_the_answers_stand_in_the_questionnaire_s_order(submitted):
    asked = [each["question"] for each in submitted().answers]
    assert asked == [slug for slug in playbook().questions if slug in asked]


def test_every_question_put_is_there_answered_or_not(submitted):
    assert len(submitted(BEDROOM).answers) == 8 + 34


def test_an_answer_is_kept_with_its_words_its_note_and_its_links(submitted):
    noted = {"option": "stays", "note": "Hm.", "evidence": [LINK]}
    question = playbook().scored_questions["telemetry"]
    assert entry(submitted(full_answers({"telemetry": noted})), "telemetry") == {
        "question": "telemetry",
        "section": "service-reliability",
        "text": question.text,
        "option": "stays",
        "option_text": question.options[0].text,
        "note": "Hm.",
        "evidence": [LINK],
        "carried_over": False,
    }


def test_an_amount_is_kept(submitted):
    exposure = entry(submitted(), "exposure")
    assert (exposure["amount"], exposure["option"]) == (200_000, "")


def test_what_was_not_answered_is_kept_empty(submitted):
    telemetry = entry(submitted(BEDROOM), "telemetry")
    assert (telemetry["option"], telemetry["option_text"]) == ("", "")


def test_what_nobody_confirmed_is_marked(submitted):
    carried = {"telemetry": {"option": "stays", "carried_over": True}}
    assert entry(submitted(full_answers(carried)), "telemetry")["carried_over"]


def test_questions_that_were_not_put_are_not_there(submitted):
    result = submitted(full_answers({"present-model": "not-live"}))
    assert "time-to-restore" not in {each["question"] for each in result.answers}


def test_a_quick_check_keeps_what_it_asked(submitted):
    result = submitted(scope=Scope.QUICK)
    scored = {e["question"] for e in result.answers if e["section"] != "profile"}
    assert (result.scope, scored) == (Scope.QUICK, set(playbook().quick_check))


def test_a_quick_check_counts_against_the_full_set(submitted):
    result = submitted(scope=Scope.QUICK)
    assert (result.answered, result.asked) == (8, 34)


def test_how_it_runs_today_is_kept_too(submitted):
    assert entry(submitted(full_answers(ECOMMERCE)), "chaos-days")["option"]


# --- Guests, and cost


def test_a_guest_s_result_belongs_to_nobody_yet():
    check = factories.guest_check()
    result = factories.submitted_result(check)
    assert (result.organisation, result.service) == (check.organisation, None)
    assert result.submitted_by is None
    assert result.parts.get().organisation == check.organisation


def test_submitting_keeps_a_guest_s_check_from_expiring():
    factories.submitted_result(factories.guest_check(), at=LATER)
    assert GuestCheck.objects.get().last_saved_at == LATER


def test_submitting_costs_the_same_however_much_is_answered(cast, django_assert_num_queries):
    opened = factories.assessment(cast.service, full_answers())
    with django_assert_num_queries(13):
        submit(assessment=opened, by=cast.owner, at=LATER)


@pytest.mark.django_db
def test_a_result_keeps_the_currency_of_its_day():
    service = factories.service(factories.team(factories.organisation(currency="EUR")))
    result = factories.submitted_result(service)
    service.organisation.currency = "USD"
    service.organisation.save()
    result.refresh_from_db()
    assert result.currency == "EUR"
