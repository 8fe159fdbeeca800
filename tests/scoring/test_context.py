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
    there = surveyed(answers={"review-style": "does-not-apply"})
    assert (there.answers, there.chosen) == ({"review-style": Answer("does-not-apply")}, {})


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, True),
        ({"review-style": "dont-know"}, True),
        ({"review-style": "who-erred"}, True),
        ({"review-style": "does-not-apply"}, False),
    ],
)
def test_only_what_does_not_apply_is_not_asked(
    surveyed: Surveyed, answers: dict[str, str], asked: bool
) -> None:
    assert ("review-style" in surveyed(answers=answers).asked) is asked


@pytest.mark.parametrize("slug", ["on-call-rota", "on-call-pay", "on-call-funding"])
@pytest.mark.parametrize(
    ("cover", "asked"),
    [({}, True), ({"out-of-hours-cover": "team"}, True), ({"out-of-hours-cover": "none"}, False)],
)
def test_being_on_call_does_not_apply_only_where_alerts_wait(
    surveyed: Surveyed, slug: str, cover: dict[str, str], asked: bool
) -> None:
    assert (slug in surveyed(answers={**cover, slug: "does-not-apply"}).asked) is asked


def test_unanswered_has_no_points(surveyed: Surveyed) -> None:
    assert "telemetry" not in surveyed().points


def test_the_worst_option_has_zero_points(surveyed: Surveyed) -> None:
    assert surveyed(answers={"telemetry": "stays"}).points["telemetry"] == 0


@pytest.mark.parametrize(("base", "points"), [("bare", 0), ("operations", 2)])
def test_a_question_judged_by_the_model_has_its_points_by_that(
    surveyed: Surveyed, base: str, points: int
) -> None:
    there = surveyed(base, answers={"change-approval": "each-by-a-board"})
    assert there.points["change-approval"] == points


@pytest.mark.parametrize(
    ("answers", "cover"),
    [
        ({}, None),
        ({"out-of-hours-cover": "dont-know"}, "dont-know"),
        ({"out-of-hours-cover": "none"}, "none"),
        ({"out-of-hours-cover": "team"}, "team"),
    ],
)
def test_the_cover_is_the_answer_given(
    surveyed: Surveyed, answers: dict[str, str], cover: str | None
) -> None:
    assert surveyed(answers=answers).cover == cover


@pytest.mark.parametrize(
    ("cover", "called_for", "less"),
    [
        ("none", "domain", True),
        ("best-effort", "domain", True),
        ("dont-know", "domain", True),
        ("domain", "team", True),
        ("domain", "domain", False),
        ("team", "domain", False),
        ("none", "none", False),
        ("operations", "team", False),
        (None, "team", False),
    ],
)
def test_a_cover_answered_may_be_less_than_what_is_called_for(
    surveyed: Surveyed, cover: str | None, called_for: str, less: bool
) -> None:
    assert surveyed(answers={"out-of-hours-cover": cover}).covers_less_than(called_for) is less


def test_full_marks_say_nothing_against_the_service(surveyed: Surveyed) -> None:
    there = surveyed(answers={"telemetry": "both-through-pipeline"})
    assert there.full_marks == {"telemetry"}
    assert not there.speaking


def test_under_ops_run_it_nothing_about_a_team_running_it_has_full_marks(
    surveyed: Surveyed,
) -> None:
    there = surveyed("operations", answers={"first-responder": "team-named-person"})
    assert not there.full_marks
    assert list(there.speaking) == ["first-responder"]


@pytest.mark.parametrize("slug", ["on-call-rota", "on-call-pay"])
def test_what_tells_of_operations_people_says_nothing_of_the_team(
    surveyed: Surveyed, slug: str
) -> None:
    worst = {"on-call-rota": "goodwill", "on-call-pay": "unpaid"}[slug]
    there = surveyed(answers={"out-of-hours-cover": "operations", slug: worst})
    assert list(there.speaking) == ["out-of-hours-cover"]


@pytest.mark.parametrize(
    ("exposure", "kept"), [("low", None), ("medium", "none"), ("high", "none")]
)
def test_who_could_carry_a_rota_is_forgotten_where_none_is_called_for(
    surveyed: Surveyed, exposure: str, kept: str | None
) -> None:
    said = {"rota-people": "none", "sibling-teams": "none"}
    profile = surveyed(profile={"exposure": {"band": exposure}, **said}).profile
    assert (profile.rota_people, profile.sibling_teams) == (kept, kept)


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
