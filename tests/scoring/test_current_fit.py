from collections.abc import Callable

import pytest

from assessments.playbook.playbook import Playbook
from assessments.scoring.result import MisfitAnswer, Result


@pytest.mark.parametrize(
    ("base", "present", "misfit"),
    [
        ("bare", "you-build-it-you-run-it", False),
        ("bare", "ops-run-it", True),
        ("operations", "ops-run-it", False),
        ("operations", "you-build-it-you-run-it", True),
        ("estate", "hybrid", False),
        ("estate", "ops-run-it", True),
        ("estate", "you-build-it-you-run-it", True),
        ("bare", "not-live", None),
        ("estate", "not-live", None),
    ],
)
def test_another_model_than_the_recommended_one_is_a_misfit(
    outcome: Callable[..., Result], base: str, present: str, misfit: bool | None
) -> None:
    assert outcome(base, profile={"present-model": present}).misfit.model is misfit


def test_a_hybrid_run_where_one_model_is_recommended_is_a_misfit(
    outcome: Callable[..., Result],
) -> None:
    assert outcome("estate", profile={"foundational-demand": "high"}).misfit.model is True


def test_misfit_answers_come_in_the_questionnaire_s_order(outcome: Callable[..., Result]) -> None:
    answers = {"first-responder": "operations-bridge", "change-approval": "each-by-a-board"}
    assert [it.question for it in outcome(answers=answers).misfit.answers] == [
        "change-approval",
        "first-responder",
    ]


def test_an_answer_typical_of_no_model_is_no_misfit(outcome: Callable[..., Result]) -> None:
    assert outcome(answers={"telemetry": "stays"}).misfit.answers == ()


def test_a_misfit_names_the_model_the_answer_is_typical_of(outcome: Callable[..., Result]) -> None:
    found = outcome("operations", answers={"deployment-ownership": "developers-always"}).misfit
    assert found.answers == (
        MisfitAnswer("deployment-ownership", "developers-always", "you-build-it-you-run-it"),
    )


def test_the_three_targets_are_compared_with_questions_of_the_playbook(
    playbook: Playbook,
) -> None:
    compared = {"deployment-frequency", "availability-attained", "time-to-restore"}
    assert compared <= playbook.scored_questions.keys()


@pytest.mark.parametrize(
    ("restore", "status"),
    [
        ("under-1-minute", "met"),
        ("under-100-minutes", "met"),
        ("under-8-hours", "missed"),
        ("longer", "missed"),
        ("dont-know", "unknown"),
        ("does-not-apply", "unknown"),
    ],
)
def test_a_target_is_met_by_full_marks_alone(
    outcome: Callable[..., Result], restore: str, status: str
) -> None:
    assert outcome(answers={"time-to-restore": restore}).against_targets.restore == status
