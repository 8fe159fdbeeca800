from collections.abc import Callable
from typing import Any

import pytest

from assessments.playbook.playbook import Playbook
from assessments.scoring.first_steps import MOST, SERVES_TARGET
from assessments.scoring.result import (
    GuardedPitfall,
    MissedTarget,
    RaisedCaution,
    Result,
)
from assessments.scoring.vocabulary import TargetName

Outcome = Callable[..., Result]
DOMAIN = "select-domain-out-of-hours-schedule-for-medium-availability-targets"
CHANGES = "pre-approve-low-risk-repeatable-changes"
ACCOUNTABILITY = "make-product-team-budget-holders-accountable-for-business-outcomes"


def steps(result: Result) -> list[str]:
    return [step.practice for step in result.first]


def because(result: Result, practice: str) -> tuple[object, ...]:
    return next(step.because for step in result.first if step.practice == practice)


def test_every_practice_that_serves_a_target_is_in_the_playbook(playbook: Playbook) -> None:
    assert {it for served in SERVES_TARGET.values() for it in served} <= playbook.practices.keys()


def test_where_everything_is_in_place_there_is_nothing_to_start_with(outcome: Outcome) -> None:
    assert outcome("exemplary").first == ()


def test_where_nothing_is_known_nothing_names_a_step(outcome: Outcome) -> None:
    result = outcome()
    assert (result.first, result.unexplained) == ((), ())


@pytest.mark.parametrize("base", ["bare", "operations", "uncovered", "estate"])
def test_there_are_never_more_than_three(playbook: Playbook, outcome: Outcome, base: str) -> None:
    worst = {slug: question.options[0].slug for slug, question in playbook.scored_questions.items()}
    assert len(outcome(base, answers=worst).first) <= MOST


def test_a_cover_below_the_exposure_comes_before_anything_else(outcome: Outcome) -> None:
    answers = {"out-of-hours-cover": "none", "change-approval": "each-by-a-board"}
    result = outcome("exemplary", answers=answers)
    assert steps(result)[0] == DOMAIN
    assert because(result, DOMAIN) == (RaisedCaution("cover-below-exposure"),)


def test_under_ops_run_it_incident_management_serves_a_cover_below(outcome: Outcome) -> None:
    answers = {"out-of-hours-cover": "none", "major-incident": "not-involved"}
    result = outcome("operations", answers=answers)
    assert because(result, "integrate-into-incident-management-as-is") == (
        RaisedCaution("cover-below-exposure"),
    )


def test_a_step_names_the_pitfalls_then_the_targets_then_the_cautions(outcome: Outcome) -> None:
    answers = {"deployment-frequency": "monthly", "change-approval": "each-by-a-board"}
    assert because(outcome("exemplary", answers=answers), CHANGES) == (
        GuardedPitfall("change-management-treacle"),
        MissedTarget("deployment"),
    )


@pytest.mark.parametrize("target", ["deployment", "availability", "restore"])
def test_a_target_that_no_practice_at_hand_serves_is_unexplained(
    outcome: Outcome, target: TargetName
) -> None:
    missed = {
        "deployment": {"deployment-frequency": "monthly"},
        "availability": {"availability-attained": "under-95"},
        "restore": {"time-to-restore": "longer"},
    }[target]
    result = outcome("exemplary", answers=missed)
    assert (result.unexplained, result.first) == ((target,), ())


def test_a_practice_merely_missing_waits_while_a_target_is_unexplained(outcome: Outcome) -> None:
    lone = {"chaos-days": "over-a-year-ago"}
    missed = {"availability-attained": "under-95"}
    assert steps(outcome("exemplary", answers=lone)) == ["run-regular-chaos-days"]
    assert steps(outcome("exemplary", answers={**lone, **missed})) == []


def test_a_step_may_have_no_reason_but_that_it_is_missing(outcome: Outcome) -> None:
    result = outcome("exemplary", answers={"chaos-days": "over-a-year-ago"})
    assert because(result, "run-regular-chaos-days") == ()


@pytest.mark.parametrize("answer", ["within-a-day", "dont-know"])
def test_measuring_is_a_step_only_where_a_figure_is_not_known(
    outcome: Outcome, answer: str
) -> None:
    answers = {"deployment-lead-time": answer, "deployment-frequency": answer}
    if answer != "dont-know":
        answers["deployment-frequency"] = "daily-or-more"
    result = outcome("exemplary", answers=answers)
    assert ("measure-deployment-throughput" in steps(result)) is (answer == "dont-know")


def test_choosing_the_model_is_the_decision_and_no_step(
    playbook: Playbook, outcome: Outcome
) -> None:
    result = outcome("exemplary", profile={"present-model": "ops-run-it"})
    assert not [it for it in steps(result) if "select-you-build-it" in it]


@pytest.mark.parametrize("present", ["ops-run-it", "not-live"])
def test_accountability_that_waits_for_a_take_over_is_urgent(
    outcome: Outcome, present: str
) -> None:
    answers = {
        "reliability-accountability": "operations",
        "change-approval": "each-by-a-board",
        "telemetry": "stays",
    }
    result = outcome("exemplary", profile={"present-model": present}, answers=answers)
    assert steps(result)[0] == ACCOUNTABILITY


@pytest.mark.parametrize("cover", ["best-effort", "domain", "team"])
def test_where_no_rota_is_called_for_none_is_built(outcome: Outcome, cover: str) -> None:
    answers: dict[str, Any] = {
        "out-of-hours-cover": cover,
        "on-call-rota": "goodwill",
        "on-call-pay": "unpaid",
        "on-call-funding": "operations",
    }
    found = steps(outcome("uncovered", answers=answers))
    assert found[0] == "select-no-out-of-hours-schedule-for-lower-availability-targets"
    assert not {"craft-a-sustainable-on-call-schedule"} & set(found)
    assert not {"ensure-fair-remuneration-for-on-call-developers"} & set(found)
    assert not {"fund-on-call-costs-from-product-team-budgets"} & set(found)
