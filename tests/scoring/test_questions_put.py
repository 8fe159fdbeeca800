import pytest

from assessments.playbook.playbook import Playbook
from assessments.scoring.questions_put import COVER, is_put, why_not_counted
from assessments.scoring.result import NotCountedReason

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


def test_ten_questions_are_for_you_build_it_you_run_it_alone(playbook: Playbook) -> None:
    reasons = [
        why_not_counted(it, model="ops-run-it", called_for="operations", held=None)
        for it in playbook.scored_questions.values()
    ]
    assert (reasons.count(TEAM_ONLY), reasons.count(None)) == (10, 25)


@pytest.mark.parametrize("slug", ON_CALL)
@pytest.mark.parametrize("held", [None, "none"])
def test_questions_about_a_rota_do_not_count_without_one(
    playbook: Playbook, slug: str, held: str | None
) -> None:
    question = playbook.scored_questions[slug]
    reason = why_not_counted(
        question, model="you-build-it-you-run-it", called_for="none", held=held
    )
    assert reason == "no-out-of-hours-cover"


@pytest.mark.parametrize("slug", ON_CALL)
@pytest.mark.parametrize("held", ["best-effort", "operations", "domain", "team"])
def test_questions_about_a_rota_count_where_some_cover_is_held(
    playbook: Playbook, slug: str, held: str
) -> None:
    question = playbook.scored_questions[slug]
    reason = why_not_counted(
        question, model="you-build-it-you-run-it", called_for="none", held=held
    )
    assert reason is None


@pytest.mark.parametrize("slug", ON_CALL)
@pytest.mark.parametrize("called_for", ["domain", "team"])
def test_questions_about_a_rota_count_where_one_is_called_for(
    playbook: Playbook, slug: str, called_for: str
) -> None:
    question = playbook.scored_questions[slug]
    reason = why_not_counted(
        question,
        model="you-build-it-you-run-it",
        called_for=called_for,  # type: ignore[arg-type]
        held=None,
    )
    assert reason is None


@pytest.mark.parametrize("slug", ON_CALL)
def test_under_ops_run_it_the_model_is_the_reason(playbook: Playbook, slug: str) -> None:
    question = playbook.scored_questions[slug]
    reason = why_not_counted(question, model="ops-run-it", called_for="operations", held="none")
    assert reason == TEAM_ONLY
