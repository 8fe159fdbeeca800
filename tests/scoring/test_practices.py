from collections.abc import Callable

import pytest

from assessments.playbook.playbook import Playbook
from assessments.playbook.rule_slugs import MODEL_PRACTICES, ON_CALL_PRACTICES, PEAK_PRACTICE
from assessments.scoring.result import JudgedPractice, Result


def practice(result: Result, slug: str) -> JudgedPractice:
    return next(it for it in result.practices if it.slug == slug)


def test_the_peak_practice_is_in_the_playbook(playbook: Playbook) -> None:
    assert PEAK_PRACTICE in playbook.practices


def test_every_practice_is_judged_in_the_playbook_s_order(
    playbook: Playbook, outcome: Callable[..., Result]
) -> None:
    assert [it.slug for it in outcome().practices] == list(playbook.practices)


def test_a_practice_carries_its_phase_and_step(
    playbook: Playbook, outcome: Callable[..., Result]
) -> None:
    for judged in outcome().practices:
        entry = playbook.practices[judged.slug]
        assert (judged.phase, judged.step) == (entry.phase, entry.step)


@pytest.mark.parametrize("base", ["bare", "exemplary", "operations", "uncovered", "estate"])
def test_what_does_not_apply_or_the_profile_judges_has_nothing_on_either_side(
    outcome: Callable[..., Result], base: str
) -> None:
    for judged in outcome(base).practices:
        if judged.status == "does-not-apply" or judged.slug in MODEL_PRACTICES:
            sides = (judged.shown_by, judged.called_for_by, judged.answered, judged.asked)
            assert sides == ((), (), 0, 0)


def test_under_ops_run_it_no_practice_for_the_team_alone_applies(
    playbook: Playbook, outcome: Callable[..., Result]
) -> None:
    statuses = {it.slug: it.status for it in outcome("operations").practices}
    for entry in playbook.practices.values():
        if entry.serves == ("you-build-it-you-run-it",):
            assert statuses[entry.slug] == "does-not-apply"


@pytest.mark.parametrize("base", ["bare", "exemplary", "operations", "uncovered", "estate"])
def test_no_practice_is_answered_more_often_than_asked(
    outcome: Callable[..., Result], base: str
) -> None:
    for judged in outcome(base).practices:
        assert 0 <= judged.answered <= judged.asked


def test_with_everything_in_place_nothing_that_applies_is_missing(
    outcome: Callable[..., Result],
) -> None:
    statuses = {it.status for it in outcome("exemplary").practices}
    assert statuses == {"in-place", "does-not-apply"}


@pytest.mark.parametrize(
    ("profile", "applies"),
    [
        ({"exposure": {"amount": 200_000}}, "domain"),
        ({"exposure": {"amount": 6_000}}, "no-out"),
        ({"exposure": {"band": "high"}}, "team"),
        ({"feature-demand": "low"}, None),
    ],
)
def test_of_the_schedule_practices_the_one_called_for_applies(
    outcome: Callable[..., Result], profile: dict[str, object], applies: str | None
) -> None:
    schedules = [
        it.slug
        for it in outcome(profile=profile).practices
        if it.phase == 3 and it.step == 2 and it.status != "does-not-apply"
    ]
    assert [slug.split("-")[1] for slug in schedules] == (
        [applies.split("-")[0]] if applies else []
    )


def test_a_choice_of_model_lists_no_answers_that_do_not_bear_on_it(
    outcome: Callable[..., Result],
) -> None:
    judged = practice(outcome("operations"), "select-ops-run-it-for-foundational-systems")
    assert (judged.status, judged.shown_by, judged.called_for_by) == ("in-place", (), ())


@pytest.mark.parametrize("slug", ON_CALL_PRACTICES)
@pytest.mark.parametrize(
    ("exposure", "cover", "applies"),
    [
        ("low", None, False),
        ("low", "none", False),
        ("low", "operations", False),
        ("low", "best-effort", True),
        ("low", "domain", True),
        ("medium", None, True),
        ("medium", "none", True),
    ],
)
def test_a_practice_about_a_rota_applies_where_one_is_called_for_or_held(
    outcome: Callable[..., Result], slug: str, exposure: str, cover: str | None, applies: bool
) -> None:
    result = outcome(
        profile={"exposure": {"band": exposure}}, answers={"out-of-hours-cover": cover}
    )
    assert (practice(result, slug).status != "does-not-apply") is applies
