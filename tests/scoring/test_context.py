from collections.abc import Callable

import pytest

from assessments.playbook.playbook import Playbook
from assessments.scoring.context import Context, build_context
from assessments.scoring.inputs import Answer, Exposure, Inputs, Profile

Surveyed = Callable[..., Context]


@pytest.fixture
def surveyed(playbook: Playbook, inputs_of: Callable[..., Inputs]) -> Surveyed:
    return lambda *args, **different: build_context(playbook, inputs_of(*args, **different))


def test_answers_come_in_the_playbook_s_order(surveyed: Surveyed) -> None:
    answers = {"telemetry": "stays", "change-audit": "typed-by-hand"}
    assert list(surveyed(answers=answers).answers) == ["change-audit", "telemetry"]


def test_an_answer_to_a_question_that_was_not_put_is_left_out(surveyed: Surveyed) -> None:
    assert surveyed(answers={"peak-readiness": "nothing"}).answers == {}


def test_a_trailing_answer_is_left_out_before_it_is_live(surveyed: Surveyed) -> None:
    there = surveyed(profile={"present-model": "not-live"}, answers={"time-to-restore": "longer"})
    assert there.answers == {}


def test_what_is_not_known_is_an_answer_and_not_chosen(surveyed: Surveyed) -> None:
    there = surveyed(answers={"telemetry": "dont-know"})
    assert (there.answers, there.chosen) == ({"telemetry": Answer("dont-know")}, {})


def test_what_does_not_apply_is_an_answer_and_not_chosen(surveyed: Surveyed) -> None:
    there = surveyed(answers={"telemetry": "does-not-apply"})
    assert (there.answers, there.chosen) == ({"telemetry": Answer("does-not-apply")}, {})


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, True),
        ({"telemetry": "dont-know"}, True),
        ({"telemetry": "stays"}, True),
        ({"telemetry": "does-not-apply"}, False),
    ],
)
def test_only_what_does_not_apply_is_not_asked(
    surveyed: Surveyed, answers: dict[str, str], asked: bool
) -> None:
    assert surveyed(answers=answers).is_asked("telemetry") is asked


def test_unanswered_has_no_points(surveyed: Surveyed, playbook: Playbook) -> None:
    assert surveyed().points(playbook.scored_questions["telemetry"]) is None


def test_the_worst_option_has_zero_points(surveyed: Surveyed, playbook: Playbook) -> None:
    there = surveyed(answers={"telemetry": "stays"})
    assert there.points(playbook.scored_questions["telemetry"]) == 0


@pytest.mark.parametrize(("base", "points"), [("bare", 0), ("operations", 2)])
def test_a_question_judged_by_the_model_has_its_points_by_that(
    surveyed: Surveyed, playbook: Playbook, base: str, points: int
) -> None:
    there = surveyed(base, answers={"change-approval": "each-by-a-board"})
    assert there.points(playbook.scored_questions["change-approval"]) == points


@pytest.mark.parametrize(
    ("answers", "held"),
    [
        ({}, None),
        ({"out-of-hours-cover": "dont-know"}, None),
        ({"out-of-hours-cover": "none"}, "none"),
        ({"out-of-hours-cover": "team"}, "team"),
    ],
)
def test_the_cover_held_is_known_only_from_an_option(
    surveyed: Surveyed, answers: dict[str, str], held: str | None
) -> None:
    assert surveyed(answers=answers).held == held


def test_a_service_is_live_under_any_model(surveyed: Surveyed) -> None:
    assert surveyed().live


def test_a_service_that_is_not_live_is_not(surveyed: Surveyed) -> None:
    assert not surveyed(profile={"present-model": "not-live"}).live


def test_an_option_that_a_question_no_longer_has_is_no_option(playbook: Playbook) -> None:
    profile = Profile("digital", Exposure(amount=1), "high", "not-live")
    there = build_context(
        playbook, Inputs("old", profile, answers={"telemetry": Answer("retired")})
    )
    assert there.chosen == {}
