import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.scoring.inputs import DEFAULT_BANDS, Band, Exposure
from assessments.scoring.selector import (
    AVAILABILITY,
    BANDS,
    DEMANDS,
    DEPLOYMENT,
    TOLERABLE_SECONDS,
    band_of,
    out_of_hours,
    rules_that_hold,
    select,
)

FOUR_BANDS = (
    Band("low", 7_000),
    Band("medium", 250_000),
    Band("high", 1_000_000),
    Band("very-high"),
)


@pytest.mark.parametrize(
    ("target", "seconds"),
    [("95.0", "30240"), ("99.0", "6048"), ("99.9", "604.8"), ("99.99", "60.48")],
)
def test_a_target_leaves_an_exact_time_a_week(target: str, seconds: str) -> None:
    assert TOLERABLE_SECONDS[target] == Fraction(seconds)  # type: ignore[index]


def test_every_band_has_a_target() -> None:
    assert tuple(AVAILABILITY) == BANDS


def test_every_demand_has_a_target() -> None:
    assert tuple(DEPLOYMENT) == DEMANDS


@pytest.mark.parametrize(
    ("amount", "band"),
    [
        (0, "low"),
        (7_000, "low"),
        (7_001, "medium"),
        (250_000, "medium"),
        (250_001, "high"),
        (1_000_000, "high"),
        (1_000_001, "very-high"),
        (10**12, "very-high"),
    ],
)
def test_an_amount_falls_into_the_lowest_band_that_covers_it(amount: int, band: str) -> None:
    assert band_of(Exposure(amount=amount), FOUR_BANDS) == band


def test_an_amount_past_the_last_ceiling_stays_in_the_last_band() -> None:
    bands = (Band("low", 1), Band("medium", 2), Band("high", 3))
    assert band_of(Exposure(amount=4), bands) == "high"


def test_a_picked_band_is_taken_at_its_word() -> None:
    assert band_of(Exposure(band="low"), DEFAULT_BANDS) == "low"


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_more_exposure_never_means_a_lower_band(one: int, other: int) -> None:
    less, more = sorted([one, other])
    ranks = [BANDS.index(band_of(Exposure(amount=it), FOUR_BANDS)) for it in (less, more)]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("demand", DEMANDS)
def test_at_99_99_the_team_runs_it_whatever_the_demand(demand: str) -> None:
    assert select("99.99", DEPLOYMENT[demand]) == "you-build-it-you-run-it"  # type: ignore[index]


@pytest.mark.parametrize("availability", ["95.0", "99.0", "99.9"])
def test_a_weekly_target_is_for_the_team(availability: str) -> None:
    assert select(availability, "weekly") == "you-build-it-you-run-it"  # type: ignore[arg-type]


@pytest.mark.parametrize("availability", ["95.0", "99.0", "99.9"])
def test_a_fortnightly_target_is_for_operations(availability: str) -> None:
    assert select(availability, "fortnightly") == "ops-run-it"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("availability", "model"),
    [
        ("95.0", "ops-run-it"),
        ("99.0", "ops-run-it"),
        ("99.9", "you-build-it-you-run-it"),
        ("99.99", "you-build-it-you-run-it"),
    ],
)
def test_between_fortnightly_and_weekly_availability_breaks_the_tie(
    availability: str, model: str
) -> None:
    assert select(availability, "fortnightly-to-weekly") == model  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("availability", "deployment"),
    list(itertools.product(AVAILABILITY.values(), DEPLOYMENT.values())),
)
def test_exactly_one_rule_about_deployment_holds(availability: str, deployment: str) -> None:
    rules = rules_that_hold(availability, deployment)  # type: ignore[arg-type]
    assert len([rule for rule in rules if rule != "extreme-availability"]) == 1


@pytest.mark.parametrize("availability", AVAILABILITY.values())
def test_more_demand_never_leads_from_the_team_to_operations(availability: str) -> None:
    models = [select(availability, DEPLOYMENT[demand]) for demand in DEMANDS]  # type: ignore[arg-type]
    assert models == sorted(models)  # "o" before "y"


@pytest.mark.parametrize("deployment", DEPLOYMENT.values())
def test_more_exposure_never_leads_from_the_team_to_operations(deployment: str) -> None:
    models = [select(AVAILABILITY[band], deployment) for band in BANDS]  # type: ignore[arg-type]
    assert models == sorted(models)  # "o" before "y"


@pytest.mark.parametrize("availability", AVAILABILITY.values())
def test_operations_answers_at_any_target_of_its_own(availability: str) -> None:
    assert out_of_hours("ops-run-it", availability) == "operations"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("availability", "cover"),
    [("95.0", "none"), ("99.0", "domain"), ("99.9", "team"), ("99.99", "team")],
)
def test_a_team_s_cover_follows_the_target(availability: str, cover: str) -> None:
    assert out_of_hours("you-build-it-you-run-it", availability) == cover  # type: ignore[arg-type]
