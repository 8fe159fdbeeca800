from collections.abc import Callable
from typing import Any

import pytest

from assessments.scoring.inputs import Band, Exposure, Inputs
from tests.scoring.reading.conftest import profile_of

FaultsIn = Callable[..., dict[str, str]]
LOW = {"band": "low", "ceiling": 7_000}
MEDIUM = {"band": "medium", "ceiling": 250_000}
HIGH = {"band": "high", "ceiling": 1_000_000}
VERY_HIGH = {"band": "very-high"}


def test_bands_are_read_in_their_order(readable: Callable[..., Inputs]) -> None:
    assert readable(bands=[LOW, MEDIUM, HIGH, VERY_HIGH]).bands == (
        Band("low", 7_000),
        Band("medium", 250_000),
        Band("high", 1_000_000),
        Band("very-high"),
    )


def test_the_last_ceiling_may_be_there(readable: Callable[..., Inputs]) -> None:
    assert readable(bands=[LOW, MEDIUM, HIGH]).bands[-1] == Band("high", 1_000_000)


@pytest.mark.parametrize("ceiling", [{}, {"ceiling": None}])
def test_the_last_ceiling_may_be_missing(
    readable: Callable[..., Inputs], ceiling: dict[str, None]
) -> None:
    bands = readable(bands=[LOW, MEDIUM, {"band": "high", **ceiling}]).bands
    assert bands[-1] == Band("high")


@pytest.mark.parametrize(
    ("bands", "path", "message"),
    [
        ([LOW, {"band": "medium"}, HIGH], "bands[1].ceiling", "is required before the last band"),
        (
            [LOW, {**MEDIUM, "ceiling": 7_000}, HIGH],
            "bands[1].ceiling",
            "must be more than the 7,000 before it",
        ),
        (
            [LOW, MEDIUM, {**HIGH, "ceiling": 1}],
            "bands[2].ceiling",
            "must be more than the 250,000 before it",
        ),
        ([LOW, {"ceiling": 8_000}, MEDIUM, HIGH], "bands[1].band", "is required"),
        (
            [LOW, MEDIUM, HIGH, {"band": "extreme"}],
            "bands[3].band",
            "'extreme' is none of low, medium, high, very-high",
        ),
        (
            [LOW, MEDIUM, HIGH, {"band": "high", "ceiling": 2_000_000}],
            "bands[3].band",
            "high is there more than once",
        ),
        (
            [LOW, MEDIUM, {"band": "high", "celing": 3}],
            "bands[2].celing",
            "is unknown; did you mean 'ceiling'?",
        ),
        ([LOW, MEDIUM, "high"], "bands[2]", "must be an object with a band, not a text"),
        ([LOW, MEDIUM, None, HIGH], "bands[2]", "must be an object with a band, not nothing"),
        ({"low": 7_000}, "bands", "must be a list, not an object"),
    ],
)
def test_a_fault_of_the_bands_is_told_where_it_is(
    faults_in: FaultsIn, bands: object, path: str, message: str
) -> None:
    assert faults_in(bands=bands)[path] == message


def test_bands_out_of_order_are_a_fault(faults_in: FaultsIn) -> None:
    bands = [{"band": "medium", "ceiling": 1}, {"band": "low", "ceiling": 2}, HIGH]
    assert faults_in(bands=bands) == {"bands[1].band": "low must come before medium"}


@pytest.mark.parametrize("missing", ["low", "medium", "high"])
def test_low_medium_and_high_are_always_in_the_list(faults_in: FaultsIn, missing: str) -> None:
    bands = [band for band in (LOW, MEDIUM, HIGH, VERY_HIGH) if band["band"] != missing]
    assert faults_in(bands=bands) == {"bands": f"has no {missing} band"}


def test_an_empty_list_has_none_of_them(
    faults: Callable[[object], tuple[Any, ...]],
) -> None:
    found = faults({"service": "x", "profile": profile_of(), "bands": []})
    assert [fault.message for fault in found] == [
        "has no low band",
        "has no medium band",
        "has no high band",
    ]


@pytest.mark.parametrize(
    ("ceiling", "message"),
    [
        (-1, "must be between 0 and 1,000,000,000,000"),
        (10**12 + 1, "must be between 0 and 1,000,000,000,000"),
        pytest.param(10**5000, "must be between 0 and 1,000,000,000,000", id="very long"),
        (True, "must be a whole number, not true or false"),
        (1.0, "must be a whole number, not a number with a fraction"),
        (float("nan"), "must be a whole number, not NaN"),
        (float("inf"), "must be a whole number, not an infinity"),
        (float("-inf"), "must be a whole number, not an infinity"),
        ("7000", "must be a whole number, not a text"),
        ([7000], "must be a whole number, not a list"),
        (b"7000", "must be a whole number, not a bytes"),
    ],
)
def test_a_ceiling_is_a_whole_sum(faults_in: FaultsIn, ceiling: object, message: str) -> None:
    bands = [{"band": "low", "ceiling": ceiling}, MEDIUM, HIGH]
    assert faults_in(bands=bands) == {"bands[0].ceiling": message}


# Exposures


@pytest.mark.parametrize("key", ["exposure", "peak-exposure", "foundational-exposure"])
@pytest.mark.parametrize(
    ("exposure", "path", "message"),
    [
        ({}, "", "needs an amount or a band, not neither"),
        ({"amount": None, "band": None}, "", "needs an amount or a band, not neither"),
        ({"amount": 1, "band": "low"}, "", "needs an amount or a band, not both"),
        ({"amount": -1}, ".amount", "must be between 0 and 1,000,000,000,000"),
        ({"amount": 10**12 + 1}, ".amount", "must be between 0 and 1,000,000,000,000"),
        ({"amount": False}, ".amount", "must be a whole number, not true or false"),
        ({"amount": "1"}, ".amount", "must be a whole number, not a text"),
        ({"amount": 0.5}, ".amount", "must be a whole number, not a number with a fraction"),
        ({"band": 1}, ".band", "must be a text, not a number"),
        (
            {"band": "hgh"},
            ".band",
            "'hgh' is none of low, medium, high, very-high; did you mean 'high'?",
        ),
        ({"band": "very-high"}, ".band", "very-high is off: it is not among the bands"),
        ({"amount": 1, "sum": 2}, ".sum", "is unknown"),
        (200_000, "", "must be an object with an amount or a band, not a number"),
        ("high", "", "must be an object with an amount or a band, not a text"),
        ([], "", "must be an object with an amount or a band, not a list"),
    ],
)
def test_a_fault_of_an_exposure_is_told_where_it_is(
    faults_in: FaultsIn, key: str, exposure: object, path: str, message: str
) -> None:
    assert faults_in(profile=profile_of(**{key: exposure})) == {f"profile.{key}{path}": message}


def test_both_an_amount_and_a_band_are_each_checked(faults_in: FaultsIn) -> None:
    found = faults_in(profile=profile_of(exposure={"amount": -1, "band": "nonsense"}))
    assert set(found) == {"profile.exposure", "profile.exposure.amount", "profile.exposure.band"}


@pytest.mark.parametrize("amount", [0, 10**12])
def test_the_ends_of_the_range_are_in_it(readable: Callable[..., Inputs], amount: int) -> None:
    profile = readable(profile=profile_of(exposure={"amount": amount})).profile
    assert profile.exposure == Exposure(amount=amount)


def test_a_band_that_is_on_may_be_picked(readable: Callable[..., Inputs]) -> None:
    inputs = readable(
        profile=profile_of(exposure={"band": "very-high", "amount": None}),
        bands=[LOW, MEDIUM, HIGH, VERY_HIGH],
    )
    assert inputs.profile.exposure == Exposure(band="very-high")


def test_a_band_that_is_off_is_a_fault_beside_others_of_the_list(faults_in: FaultsIn) -> None:
    found = faults_in(profile=profile_of(exposure={"band": "very-high"}), bands=[LOW, HIGH])
    assert set(found) == {"bands", "profile.exposure.band"}


def test_a_band_that_may_have_been_misspelt_in_the_list_is_not_called_off(
    faults_in: FaultsIn,
) -> None:
    found = faults_in(
        profile=profile_of(exposure={"band": "very-high"}),
        bands=[LOW, MEDIUM, HIGH, {"band": "very high"}],
    )
    assert set(found) == {"bands[3].band"}


def test_naming_a_band_that_the_list_leaves_out_is_a_fault_of_its_own(faults_in: FaultsIn) -> None:
    profile = profile_of(exposure={"band": "medium"})
    assert faults_in(profile=profile, bands=[LOW, HIGH]) == {
        "bands": "has no medium band",
        "profile.exposure.band": "medium is off: it is not among the bands",
    }
