from collections.abc import Callable
from typing import Any, get_args

import pytest

from assessments.playbook.playbook import Playbook
from assessments.scoring.caution_texts import source_page
from assessments.scoring.result import Result
from assessments.scoring.vocabulary import CautionName

Outcome = Callable[..., Result]


def names(result: Result) -> list[str]:
    return [it.caution for it in result.recommendation.cautions]


def text_of(result: Result, name: str) -> str:
    return next(it.text for it in result.recommendation.cautions if it.caution == name)


def test_every_caution_has_a_source(playbook: Playbook) -> None:
    assert all(source_page(playbook, name) for name in get_args(CautionName))


def test_a_source_is_a_full_address(playbook: Playbook, outcome: Outcome) -> None:
    cautions = outcome(profile={"feature-demand": "low"}).recommendation.cautions
    assert {it.source.split("/practices")[0] for it in cautions} == {playbook.source.url}


def test_cautions_come_by_name(outcome: Outcome) -> None:
    result = outcome(profile={"exposure": {"band": "low"}, "feature-demand": "low"})
    assert names(result) == ["digital-service-under-ops-run-it", "low-demand-digital-service"]


def test_the_same_caution_of_two_parts_comes_digital_first(outcome: Outcome) -> None:
    bands = [{"band": "low", "ceiling": 1}, {"band": "medium", "ceiling": 2}]
    bands += [{"band": "high", "ceiling": 3}, {"band": "very-high"}]
    profile = {
        "exposure": {"band": "very-high"},
        "foundational-exposure": {"band": "very-high"},
    }
    cautions = outcome("estate", profile=profile, bands=bands).recommendation.cautions
    rare = [it.part for it in cautions if it.caution == "extreme-availability-is-rare"]
    assert rare == ["digital", "foundational"]


def test_one_exposure_for_both_belongs_to_no_part(outcome: Outcome) -> None:
    cautions = outcome("estate", profile={"foundational-exposure": "null"}).recommendation.cautions
    assert ("one-exposure-for-both", None) in [(it.caution, it.part) for it in cautions]


# What the words say


def very_high(**profile: Any) -> dict[str, Any]:
    bands = [{"band": "low", "ceiling": 1}, {"band": "medium", "ceiling": 2}]
    bands += [{"band": "high", "ceiling": 3}, {"band": "very-high"}]
    return {"bands": bands, "profile": profile}


def test_99_99_says_what_its_last_nine_saves_where_the_amount_is_known(outcome: Outcome) -> None:
    result = outcome(**very_high(exposure={"amount": 1_000_000}))
    assert "At 1,000,000 an hour the last nine saves at most 151,200 a week." in text_of(
        result, "extreme-availability-is-rare"
    )


def test_99_99_names_no_sum_where_only_the_band_is_known(outcome: Outcome) -> None:
    result = outcome(**very_high(exposure={"band": "very-high"}))
    assert "an hour" not in text_of(result, "extreme-availability-is-rare")


def test_ops_run_it_at_99_9_warns_of_the_time_to_acknowledge(outcome: Outcome) -> None:
    result = outcome("operations", profile={"exposure": {"band": "high"}})
    assert "20 minutes" in text_of(result, "high-availability-under-ops-run-it")


@pytest.mark.parametrize(("loss", "said"), [("null", True), ("as-much", False), ("less", False)])
def test_a_cover_below_is_excused_by_quiet_nights_until_that_is_answered(
    outcome: Outcome, loss: str, said: bool
) -> None:
    result = outcome(
        profile={"out-of-hours-loss": loss}, answers={"out-of-hours-cover": "best-effort"}
    )
    assert ("unless nobody uses it then" in text_of(result, "cover-below-exposure")) is said


def test_where_nobody_knows_who_answers_the_caution_says_so(outcome: Outcome) -> None:
    result = outcome(answers={"out-of-hours-cover": "dont-know"})
    assert "nobody could say who answers" in text_of(result, "cover-below-exposure")


@pytest.mark.parametrize(("answers", "said"), [({}, True), ({"peak-readiness": "nothing"}, False)])
def test_a_cover_short_for_the_peak_is_excused_until_readiness_is_answered(
    outcome: Outcome, answers: dict[str, str], said: bool
) -> None:
    result = outcome(
        profile={"peak-exposure": {"band": "high"}},
        answers={"out-of-hours-cover": "domain", **answers},
    )
    assert ("unless it goes up for the peak" in text_of(result, "peak-cover-short")) is said


@pytest.mark.parametrize(("siblings", "said"), [("null", True), ("one-or-two", False)])
def test_a_domain_rota_may_be_exceeded_for_want_of_a_sibling(
    outcome: Outcome, siblings: str, said: bool
) -> None:
    result = outcome(profile={"sibling-teams": siblings}, answers={"out-of-hours-cover": "team"})
    text = text_of(result, "rota-beyond-exposure")
    assert ("unless there is no sibling team to share with" in text) is said
    assert "unless another service of the team calls for it" in text


@pytest.mark.parametrize("held", ["domain", "team"])
def test_where_no_rota_is_called_for_no_sibling_excuses_one(outcome: Outcome, held: str) -> None:
    result = outcome(profile={"exposure": {"band": "low"}}, answers={"out-of-hours-cover": held})
    assert "sibling" not in text_of(result, "rota-beyond-exposure")


@pytest.mark.parametrize(
    ("people", "said"), [("none", "Nobody in the team"), ("one-or-two", "Only one or two people")]
)
def test_too_few_says_how_many_would_take_a_turn(outcome: Outcome, people: str, said: str) -> None:
    profile = {"exposure": {"band": "high"}, "rota-people": people}
    assert text_of(outcome(profile=profile), "too-few-for-the-rota").startswith(said)


@pytest.mark.parametrize(
    ("base", "present", "said"),
    [
        ("exemplary", "ops-run-it", "check the demand"),
        ("operations", "you-build-it-you-run-it", "weeks to months"),
    ],
)
def test_what_a_change_of_hands_would_bring_depends_on_the_direction(
    outcome: Outcome, base: str, present: str, said: str
) -> None:
    met = {"availability-attained": "99-99-or-more", "deployment-frequency": "daily-or-more"}
    result = outcome(base, profile={"present-model": present}, answers=met)
    assert said in text_of(result, "meets-its-targets-today")
