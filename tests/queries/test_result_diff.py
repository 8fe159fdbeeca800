from dataclasses import replace
from typing import Any

import pytest

from assessments.current import playbook
from assessments.queries.result_diff import ModelMove, compare
from assessments.reports.answer_snapshot import AnswerSnapshot
from assessments.scoring.assess import assess
from assessments.scoring.reading import read
from tests.factories import full_answers

PROFILE = {
    "composition": "digital",
    "exposure": {"amount": 200_000},
    "feature-demand": "very-high",
    "present-model": "you-build-it-you-run-it",
}
BOTH = {
    "composition": "both",
    "foundational-exposure": {"amount": 810_000},
    "foundational-demand": "low",
}
ANSWERS = {slug: full_answers()[slug] for slug in playbook().scored_questions}


def outcome(profile=(), answers=(), *, only=None):
    """The result of a full set of good answers, with changes."""
    given = {**ANSWERS, **dict(answers)} if only is None else only
    document = {"service": "Bedroom", "profile": {**PROFILE, **dict(profile)}, "answers": given}
    return assess(playbook(), read(playbook(), document))


def record(question="telemetry", option="stays", **fields) -> AnswerSnapshot:
    kept: dict[str, Any] = {"section": "", "text": "Why?", "amount": None, "note": ""}
    kept |= {"evidence": (), "option_text": "", "carried_over": False, **fields}
    return AnswerSnapshot(question=question, option=option, **kept)


def test_between_a_result_and_itself_nothing_moves():
    assert compare(outcome(), outcome()).is_nothing


# --- Model and targets


def test_a_changed_model_is_told_both_ways_round():
    moved = compare(outcome(), outcome({"feature-demand": "low"}))
    assert moved.model == ModelMove("you-build-it-you-run-it", "ops-run-it")


def test_an_unchanged_model_is_not_told():
    assert compare(outcome(), outcome({"exposure": {"amount": 5}})).model is None


def test_a_part_tells_which_targets_moved():
    (move,) = compare(outcome(), outcome({"exposure": {"amount": 5}})).parts
    assert (move.part, move.model_changed) == ("digital", False)
    assert move.targets == ("availability", "out_of_hours")


def test_a_part_tells_that_its_model_moved():
    (move,) = compare(outcome(), outcome({"feature-demand": "low"})).parts
    assert (move.model_changed, move.targets) == (True, ("deployment", "out_of_hours"))


def test_a_part_with_the_same_targets_did_not_move():
    assert compare(outcome(), outcome({"exposure": {"amount": 199_000}})).parts == ()


def test_a_part_that_has_come_had_nothing_before():
    (move,) = compare(outcome(), outcome(BOTH)).parts
    assert (move.part, move.before, move.targets) == ("foundational", None, ())
    assert move.model_changed


@pytest.mark.parametrize(("after", "among"), [({"feature-demand": "low"}, 1), (BOTH, 2)])
def test_a_part_tells_whether_it_is_the_only_one(after, among):
    (move,) = compare(outcome(), outcome(after)).parts
    assert move.among == among


def test_a_part_that_has_gone_has_nothing_after():
    (move,) = compare(outcome(BOTH), outcome()).parts
    assert (move.part, move.after) == ("foundational", None)


# --- Scores


def test_every_dimension_is_told_with_its_difference():
    worse = outcome(answers={"review-style": "no-write-up"})
    deltas = {move.dimension: move.delta for move in compare(outcome(), worse).scores}
    assert deltas == {
        "deployment-throughput": 0,
        "service-reliability": 0,
        "learning-culture": -11,
    }


def test_scores_by_different_rules_have_no_difference():
    moved = compare(replace(outcome(), rules=1), outcome())
    assert not moved.same_rules
    assert [score.delta for score in moved.scores] == [None, None, None]


def test_between_results_by_different_rules_there_is_something_to_say():
    assert not compare(replace(outcome(), rules=1), outcome()).is_nothing


def test_a_score_of_nothing_has_no_difference():
    moves = compare(outcome(only={}), outcome()).scores
    assert {(move.before, move.delta) for move in moves} == {(None, None)}


def test_a_score_out_of_nothing_is_a_movement():
    before, after = outcome(only={}), outcome(only={"chaos-days": "dont-know"})
    assert compare(before, after).is_nothing
    assert not compare(before, outcome(only={"chaos-days": "never"})).is_nothing


def test_a_dimension_that_one_playbook_did_not_know_has_no_score_there():
    older = replace(outcome(), scores={})
    assert {move.before for move in compare(older, outcome()).scores} == {None}


# --- Practices and pitfalls


def test_practices_newly_in_place_are_told():
    before = outcome(answers={"change-audit": "pieced-together"})
    moved = compare(before, outcome())
    assert moved.practices_gained == ("automate-change-auditing",)
    assert moved.practices_lost == ()


def test_practices_no_longer_in_place_are_told():
    after = outcome(answers={"change-audit": "pieced-together"})
    assert compare(outcome(), after).practices_lost == ("automate-change-auditing",)


def test_a_pitfall_tells_its_risk_before_and_after():
    after = outcome(answers={"major-incident": "not-involved"})
    moves = {move.pitfall: move for move in compare(outcome(), after).pitfalls}
    assert moves["no-major-incident-management"].after == "high"


def test_a_pitfall_of_the_same_risk_did_not_move():
    after = outcome(answers={"major-incident": "not-involved"})
    moved = {move.pitfall for move in compare(outcome(), after).pitfalls}
    assert "embedded-specialists" not in moved


def test_a_pitfall_that_one_playbook_did_not_know_had_no_risk():
    older = replace(outcome(), pitfalls=())
    assert {move.before for move in compare(older, outcome()).pitfalls} == {None}


# --- Answers


def answers_moved(before, after):
    return compare(outcome(), outcome(), before, after).answers


def test_an_answer_that_changed_is_told_both_ways_round():
    before, after = record(), record(option="alert-only")
    (move,) = answers_moved([before], [after])
    assert (move.question, move.text, move.before, move.after) == (
        "telemetry",
        "Why?",
        before,
        after,
    )


def test_an_amount_that_changed_is_told():
    amounts = [record("exposure", "", amount=1)], [record("exposure", "", amount=2)]
    assert len(answers_moved(*amounts)) == 1


@pytest.mark.parametrize("field", [{"note": "Hm."}, {"evidence": ("https://a.org",)}])
def test_another_note_or_link_is_no_other_answer(field):
    assert answers_moved([record()], [record(**field)]) == ()


def test_a_question_newly_answered_had_no_answer():
    (move,) = answers_moved([], [record()])
    assert move.before is None


def test_a_question_no_longer_put_has_no_answer():
    (move,) = answers_moved([record()], [])
    assert (move.after, move.text) == (None, "Why?")


def test_unanswered_and_not_put_is_the_same():
    assert answers_moved([record(option="")], []) == ()


def test_the_later_wording_and_order_are_used():
    before = [record("gone"), record("b", text="Old?"), record("a")]
    after = [record("a", "x"), record("b", "x", text="New?")]
    moves = answers_moved(before, after)
    assert [(move.question, move.text) for move in moves] == [
        ("a", "Why?"),
        ("b", "New?"),
        ("gone", "Why?"),
    ]
