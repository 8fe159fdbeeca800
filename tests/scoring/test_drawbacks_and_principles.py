from collections.abc import Callable

import pytest

from assessments.playbook.playbook import Playbook
from assessments.scoring.result import Chosen, Result


@pytest.mark.parametrize(
    ("base", "present", "shown"),
    [
        ("bare", "ops-run-it", True),
        ("bare", "you-build-it-you-run-it", False),
        ("bare", "not-live", False),
        ("operations", "ops-run-it", True),
        ("operations", "you-build-it-you-run-it", True),
        ("operations", "not-live", True),
        ("estate", "hybrid", False),
        ("estate", "ops-run-it", True),
    ],
)
def test_drawbacks_are_shown_where_ops_run_it_is_needed_or_in_use(
    outcome: Callable[..., Result], base: str, present: str, shown: bool
) -> None:
    result = outcome(base, profile={"present-model": present}, answers={"telemetry": "stays"})
    assert bool(result.drawbacks) is shown


def test_without_an_answer_that_points_at_one_no_drawback_is_shown(
    outcome: Callable[..., Result],
) -> None:
    assert outcome("operations").drawbacks == ()


def test_every_drawback_can_be_observed(playbook: Playbook) -> None:
    pointed_at = {slug for _, option in playbook.options() for slug in option.points_at}
    assert pointed_at == set(playbook.drawbacks)


def test_a_principle_is_in_play_under_either_model(outcome: Callable[..., Result]) -> None:
    for base in ("bare", "operations"):
        assert outcome(base, answers={"incident-loss": "in-the-review"}).principles


def test_a_principle_names_the_answers_that_put_it_at_stake(
    outcome: Callable[..., Result],
) -> None:
    principle = outcome(answers={"incident-loss": "in-the-review"}).principles[0]
    assert (principle.slug, principle.because) == (
        "operating-models-are-insurance-for-business-outcomes",
        (Chosen("incident-loss", "in-the-review"),),
    )


def test_what_is_not_known_puts_no_principle_at_stake(outcome: Callable[..., Result]) -> None:
    assert outcome(answers={"incident-loss": "dont-know"}).principles == ()
