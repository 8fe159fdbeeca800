"""A whole result in words."""

from dataclasses import replace

import pytest

from assessments.reports.builder import build_report
from assessments.scoring.result import (
    FiredRule,
    JudgedPitfall,
    LackingPractice,
    ObservedDrawback,
    PrincipleInPlay,
    RaisedCaution,
)
from tests.reports.samples import (
    BEDROOM,
    BOTH,
    ECOMMERCE,
    options,
    outcome,
    playbook,
    recorded,
    report,
)

NOT_LIVE = {**BEDROOM, "present-model": "not-live"}
THIN = {"on-call-rota": "one-or-two-people"}


def told_of(result, answers=None, *, profile=BEDROOM, held=None):
    """The report of a result that was tampered with."""
    return build_report(held or playbook(), result, recorded(profile, answers), currency="GBP")


def score(told, slug="deployment-throughput"):
    return next(score for score in told.scores if score.slug == slug)


def test_the_service_is_named():
    assert report(service="Till").service == "Till"


def test_the_version_and_the_hash_are_kept():
    result = outcome()
    told = report()
    assert (told.playbook_version, told.inputs_hash) == (
        result.playbook_version,
        result.inputs_hash,
    )


def test_the_recommendation_is_told():
    assert report(BOTH).recommendation.model == "hybrid"


def test_the_bands_that_are_off_are_shown_as_off():
    told = build_report(
        playbook(), outcome(), recorded(), currency="GBP", bands_on=("low", "medium")
    )
    assert [row.on for row in told.recommendation.matrix.rows] == [False, False, True, True]


def test_today_s_deployments_are_marked_on_the_selector():
    told = report(BEDROOM, {"deployment-frequency": "monthly"})
    assert "Deployed today: monthly." in told.recommendation.matrix.summary


def test_it_says_how_much_was_answered():
    told = report(BEDROOM, {"telemetry": options(0)["telemetry"]})
    assert told.basis == "1 of 32 scored questions answered"


def test_each_target_stands_beside_what_is_needed():
    assert [(t.label, t.target) for t in report().against_targets] == [
        ("Deployment frequency", "Daily or more"),
        ("Availability", "99.0%"),
        ("Time to restore", "Within 100 minutes"),
    ]


def test_each_target_stands_beside_today_in_the_answer_s_words():
    answers = {"availability-attained": "under-95"}
    assert report(BEDROOM, answers).against_targets[1].today == "Below 95%"


def test_a_target_that_is_missed_is_said_to_be():
    told = report(BEDROOM, {"availability-attained": "under-95"}).against_targets[1]
    assert (told.status, told.status_title) == ("missed", "Missed")


def test_a_target_that_is_met_is_said_to_be():
    told = report(BEDROOM, {"deployment-frequency": "daily-or-more"}).against_targets[0]
    assert told.status_title == "Met"


def test_a_target_that_nobody_answered_about_is_not_known():
    told = report().against_targets[2]
    assert (told.today, told.status_title) == ("Not answered", "Not known")


def test_there_is_a_score_for_each_dimension():
    assert [score.title for score in report().scores] == [
        section.title for section in playbook().dimensions
    ]


def test_a_score_that_rests_on_nothing_is_none():
    assert score(report()).score is None


def test_a_score_says_what_it_rests_on():
    assert score(report(BEDROOM, options(9))).basis == "10 of 10 answered"


def test_a_score_names_what_each_answer_brought():
    told = score(report(BEDROOM, {"deployment-frequency": "daily-or-more"}))
    assert [(c.answer.question, c.points, c.of, c.weight) for c in told.contributions] == [
        ("deployment-frequency", 4, 4, 1)
    ]


def test_a_score_says_why_each_answer_weighs_as_it_does():
    (told,) = score(report(BEDROOM, {"deployment-frequency": "daily-or-more"})).contributions
    assert told.weight_reason == playbook().questions["deployment-frequency"].weight_reason


def test_a_question_that_is_not_counted_is_told_with_the_reason():
    told = score(report(ECOMMERCE, options(0)))
    reasons = {left_out.question: left_out.reason for left_out in told.not_counted}
    assert reasons["deployment-ownership"] == "Counts only under You Build It You Run It"


def test_a_question_that_is_not_counted_is_told_in_its_words():
    left_out = score(report(ECOMMERCE, options(0))).not_counted[0]
    assert left_out.text == playbook().questions[left_out.question].text


def test_a_dimension_that_is_gone_keeps_its_name():
    result = outcome()
    scores = {"team-morale": result.scores["learning-culture"]}
    told = told_of(replace(result, scores=scores))
    assert [score.title for score in told.scores] == ["Team morale"]


def test_a_service_that_is_not_live_is_started_under_the_recommended_model():
    assert report(NOT_LIVE).misfit.verdict == (
        "It is not live yet: start it under You Build It You Run It."
    )


def test_a_service_under_another_model_is_better_run_otherwise():
    assert report(BEDROOM).misfit.verdict == (
        "Today it is run under Ops Run It; it is better run under You Build It You Run It."
    )


def test_a_service_under_its_model_is_said_to_be():
    assert report(ECOMMERCE).misfit.verdict == (
        "It is already run under the recommended model, Ops Run It."
    )


def test_answers_usual_in_another_model_are_told_by_model():
    answers = report(BEDROOM, options(0)).misfit.answers
    assert list(answers) == ["Ops Run It"]


def test_answers_usual_in_another_model_keep_their_order():
    answers = options(0)
    misfit = outcome(BEDROOM, answers).misfit.answers
    told = report(BEDROOM, answers).misfit.answers["Ops Run It"]
    assert [answer.question for answer in told] == [answer.question for answer in misfit]


def test_where_nothing_is_out_of_place_no_model_is_named():
    assert report().misfit.answers == {}


def test_the_plan_has_three_phases():
    assert len(report().plan) == 3


def test_the_summary_names_the_first_steps():
    told = report(BEDROOM, options(0))
    assert len(told.first_steps) == 3
    assert all(step.practice.start for step in told.first_steps)


def test_a_result_by_rules_1_begins_with_the_first_practices_that_lack():
    told = told_of(replace(outcome(BEDROOM, options(0)), rules=1, first=()))
    lacking = [it.link.slug for phase in told.plan for it in phase.adopt]
    assert [step.practice.link.slug for step in told.first_steps] == lacking[:3]


def test_the_nearest_pitfalls_come_first():
    risks = [pitfall.risk for pitfall in report(BEDROOM, options(1)).pitfalls]
    order = ["high", "some", "unknown", "none", "does-not-apply"]
    assert risks == sorted(risks, key=order.index)


def test_every_pitfall_is_told():
    told = {pitfall.link.slug for pitfall in report().pitfalls}
    assert told == set(playbook().pitfalls)


def test_a_pitfall_has_its_risk_in_words():
    told = report(BEDROOM, options(1)).pitfalls[0]
    assert (told.risk, told.risk_title) == ("high", "High risk")


def test_a_pitfall_that_is_gone_keeps_its_name():
    result = replace(outcome(), pitfalls=(JudgedPitfall("boredom", "high", "now", ()),))
    assert [told.link.title for told in told_of(result).pitfalls] == ["Boredom"]


@pytest.mark.parametrize(
    ("cause", "text"),
    [
        (
            LackingPractice("run-regular-chaos-days"),
            "Missing: Run regular Chaos Days",
        ),
        (
            FiredRule("all-governance-practices-missing"),
            "All three governance practices are missing",
        ),
        (RaisedCaution("rota-beyond-exposure"), "A rota beyond what the exposure calls for"),
    ],
)
def test_a_pitfall_s_cause_is_told_in_words(cause, text):
    pitfalls = (JudgedPitfall("excessive-bau", "some", "now", (cause,)),)
    told = told_of(replace(outcome(), pitfalls=pitfalls))
    assert [cause.text for cause in told.pitfalls[0].because] == [text]


def test_a_practice_that_causes_a_pitfall_can_be_found():
    lacking = (
        JudgedPitfall("excessive-bau", "some", "now", (LackingPractice("measure-learning"),)),
    )
    told = told_of(replace(outcome(), pitfalls=lacking))
    assert told.pitfalls[0].because[0].practice == "measure-learning"


def test_an_answer_that_causes_a_pitfall_can_be_found():
    told = report(BEDROOM, {**THIN, "out-of-hours-cover": "domain"})
    by_slug = {pitfall.link.slug: pitfall for pitfall in told.pitfalls}
    answer = by_slug["limited-on-call-schedule"].because[0].answer
    assert answer
    assert answer.question == "on-call-rota"


def test_drawbacks_are_told_with_what_counters_them_and_the_price():
    told = report(ECOMMERCE, options(0)).drawbacks[0]
    entry = playbook().drawbacks[told.link.slug]
    assert (told.counter, told.price) == (entry.counter, entry.price)


def test_drawbacks_name_the_answers_that_point_at_them():
    assert all(told.because for told in report(ECOMMERCE, options(0)).drawbacks)


def test_a_drawback_that_is_gone_keeps_its_name():
    result = replace(outcome(), drawbacks=(ObservedDrawback("dust", ()),))
    assert [told.link.title for told in told_of(result).drawbacks] == ["Dust"]


def test_principles_in_play_are_told_with_their_summary():
    told = report(BEDROOM, options(0)).principles[0]
    assert told.summary == playbook().principles[told.link.slug].summary


def test_principles_name_the_answers_that_put_them_at_stake():
    assert all(told.because for told in report(BEDROOM, options(0)).principles)


def test_a_principle_that_is_gone_keeps_its_name():
    result = replace(outcome(), principles=(PrincipleInPlay("greed", ()),))
    assert [told.link.title for told in told_of(result).principles] == ["Greed"]


def test_all_answers_are_told_by_section():
    told = report(BEDROOM, options(0))
    asked = [tuple(a.question for a in section.answers) for section in told.answers]
    assert asked == [section.questions for section in playbook().sections]


def test_open_questions_are_told_too():
    said = {answer.option_text for answer in report(NOT_LIVE).answers[1].answers}
    assert said == {"Not answered"}


def test_answers_carried_over_are_counted():
    told = report(BEDROOM, telemetry={"carried_over": True}, chaos_days={"carried_over": True})
    assert told.carried_over == 2


def test_a_thin_rota_of_operations_is_a_caution_and_no_advice():
    told = report(ECOMMERCE, THIN)
    assert told.advice == ()
    assert any("Operations' own" in caution.text for caution in told.recommendation.cautions)


def test_by_rules_1_a_thin_rota_of_operations_is_advice():
    told = told_of(replace(outcome(ECOMMERCE, THIN), rules=1), THIN, profile=ECOMMERCE)
    assert "Operations' own rota" in told.advice[0]


def test_a_thin_rota_of_a_product_team_is_a_pitfall_and_no_advice():
    assert report(BEDROOM, THIN).advice == ()


def test_no_rota_known_is_no_advice():
    assert report(ECOMMERCE).advice == ()
