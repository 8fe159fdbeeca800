import pytest

from assessments.playbook.playbook import Playbook
from assessments.playbook.questions import Model, ProfileQuestion, ScoredQuestion
from assessments.scoring.questions_put import (
    COVER,
    is_operations_rota,
    is_profile_put,
    is_put,
    why_not_counted,
)
from assessments.scoring.vocabulary import NotCountedReason

ON_CALL = ["on-call-rota", "on-call-pay", "on-call-funding"]
TEAM_ONLY: NotCountedReason = "you-build-it-you-run-it-only"


def test_the_question_about_cover_is_in_the_playbook(playbook: Playbook) -> None:
    assert COVER in playbook.scored_questions


@pytest.mark.parametrize(
    "slug",
    [
        "deployment-frequency",
        "deployment-lead-time",
        "availability-attained",
        "time-to-restore",
        "improvement-lead-time",
        "improvement-frequency",
    ],
)
def test_trailing_questions_are_put_only_to_what_is_live(playbook: Playbook, slug: str) -> None:
    question = playbook.scored_questions[slug]
    assert [is_put(question, live=live, higher_peak=False) for live in (True, False)] == [
        True,
        False,
    ]


def test_the_question_about_the_peak_is_put_only_where_it_is_higher(playbook: Playbook) -> None:
    question = playbook.scored_questions["peak-readiness"]
    assert [is_put(question, live=True, higher_peak=higher) for higher in (True, False)] == [
        True,
        False,
    ]


def test_before_it_is_live_twenty_eight_questions_are_put(playbook: Playbook) -> None:
    questions = playbook.scored_questions.values()
    assert sum(is_put(it, live=False, higher_peak=False) for it in questions) == 28


def test_all_thirty_five_may_be_put(playbook: Playbook) -> None:
    questions = playbook.scored_questions.values()
    assert sum(is_put(it, live=True, higher_peak=True) for it in questions) == 35


def reason(
    question: ScoredQuestion,
    model: Model = "you-build-it-you-run-it",
    *,
    rota: bool = True,
    operations: bool = False,
) -> NotCountedReason | None:
    return why_not_counted(question, model=model, rota_called_for=rota, operations_rota=operations)


def test_ten_questions_are_for_you_build_it_you_run_it_alone(playbook: Playbook) -> None:
    reasons = [
        reason(it, "ops-run-it", rota=False, operations=True)
        for it in playbook.scored_questions.values()
    ]
    assert (reasons.count(TEAM_ONLY), reasons.count(None)) == (10, 25)


@pytest.mark.parametrize("slug", ON_CALL)
@pytest.mark.parametrize("operations", [True, False])
def test_questions_about_a_rota_do_not_count_unless_one_is_called_for(
    playbook: Playbook, slug: str, operations: bool
) -> None:
    question = playbook.scored_questions[slug]
    assert reason(question, rota=False, operations=operations) == "no-rota-called-for"


@pytest.mark.parametrize("slug", ON_CALL)
def test_questions_about_a_rota_count_where_one_is_called_for(
    playbook: Playbook, slug: str
) -> None:
    assert reason(playbook.scored_questions[slug]) is None


@pytest.mark.parametrize(
    ("slug", "found"),
    [
        ("on-call-rota", "operations-rota"),
        ("on-call-pay", "operations-rota"),
        ("on-call-funding", None),
    ],
)
def test_what_tells_of_operations_people_does_not_count_for_the_team(
    playbook: Playbook, slug: str, found: str | None
) -> None:
    assert reason(playbook.scored_questions[slug], operations=True) == found


@pytest.mark.parametrize("slug", ON_CALL)
def test_under_ops_run_it_the_model_is_the_reason(playbook: Playbook, slug: str) -> None:
    question = playbook.scored_questions[slug]
    assert reason(question, "ops-run-it", rota=False, operations=True) == TEAM_ONLY


@pytest.mark.parametrize(
    ("cover", "present", "operations"),
    [
        ("operations", "you-build-it-you-run-it", True),
        ("operations", "not-live", True),
        ("team", "ops-run-it", False),
        ("none", "ops-run-it", False),
        ("best-effort", "ops-run-it", False),
        ("dont-know", "ops-run-it", True),
        (None, "ops-run-it", True),
        (None, "you-build-it-you-run-it", False),
        ("dont-know", "hybrid", False),
        (None, None, False),
    ],
)
def test_whose_rota_it_is_follows_from_the_cover_else_from_who_answers_by_day(
    cover: str | None, present: str | None, operations: bool
) -> None:
    assert is_operations_rota(cover, present) is operations


@pytest.mark.parametrize(
    ("slug", "both", "rota", "put"),
    [
        ("composition", False, False, True),
        ("out-of-hours-loss", False, False, True),
        ("foundational-demand", False, True, False),
        ("foundational-demand", True, False, True),
        ("rota-people", True, False, False),
        ("rota-people", False, True, True),
        ("sibling-teams", True, False, False),
        ("sibling-teams", False, True, True),
    ],
)
def test_a_question_of_the_profile_is_put_where_it_matters(
    playbook: Playbook, slug: str, both: bool, rota: bool, put: bool
) -> None:
    question = playbook.questions[slug]
    assert isinstance(question, ProfileQuestion)
    assert is_profile_put(question, both=both, rota_called_for=rota) is put


def test_what_is_ever_left_out_of_a_score_is_conditional(playbook: Playbook) -> None:
    models: tuple[Model, ...] = ("you-build-it-you-run-it", "ops-run-it")
    ever = {
        it.slug
        for it in playbook.scored_questions.values()
        for model in models
        for rota in (True, False)
        for operations in (True, False)
        if reason(it, model, rota=rota, operations=operations)
    }
    assert ever == {it.slug for it in playbook.conditional}
