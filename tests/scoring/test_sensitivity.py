import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.scoring.inputs import DEFAULT_BANDS, Band
from assessments.scoring.placement import Placement
from assessments.scoring.selector import BANDS, DEMANDS
from assessments.scoring.sensitivity import find_flips, nearest_first
from assessments.scoring.verdict import Flip

FOUR_BANDS = (Band("low", 1), Band("medium", 2), Band("high", 3), Band("very-high"))


def test_the_nearest_steps_come_first_and_of_two_as_near_the_higher() -> None:
    assert nearest_first("c", "abcde") == ["d", "b", "e", "a"]


def test_from_the_lowest_step_all_others_are_above() -> None:
    assert nearest_first("a", "abcd") == ["b", "c", "d"]


def test_from_the_highest_step_all_others_are_below() -> None:
    assert nearest_first("d", "abcd") == ["c", "b", "a"]


def test_a_part_has_one_flip_by_demand_and_one_by_exposure() -> None:
    flips = find_flips([Placement("digital", "medium", "high")], DEFAULT_BANDS)
    assert [(flip.part, flip.change) for flip in flips] == [
        ("digital", "demand"),
        ("digital", "exposure"),
    ]


def test_two_parts_have_four_flips_digital_first() -> None:
    parts = [Placement("digital", "medium", "high"), Placement("foundational", "low", "low")]
    assert [flip.part for flip in find_flips(parts, DEFAULT_BANDS)] == [
        "digital",
        "digital",
        "foundational",
        "foundational",
    ]


def test_a_band_that_is_off_is_no_step() -> None:
    flip = find_flips([Placement("foundational", "high", "low")], DEFAULT_BANDS)[1]
    assert flip == Flip("foundational", "exposure", None, None)


def test_a_band_that_is_on_is_one() -> None:
    flip = find_flips([Placement("foundational", "high", "low")], FOUR_BANDS)[1]
    assert flip == Flip("foundational", "exposure", "very-high", "you-build-it-you-run-it")


def test_no_demand_leads_away_from_99_99() -> None:
    flip = find_flips([Placement("digital", "very-high", "low")], FOUR_BANDS)[0]
    assert flip == Flip("digital", "demand", None, None)


def test_a_peak_does_not_change_the_flips() -> None:
    without = find_flips([Placement("digital", "medium", "low")], FOUR_BANDS)
    assert find_flips([Placement("digital", "medium", "low", peak="very-high")], FOUR_BANDS) == (
        without
    )


@given(st.sampled_from(BANDS), st.sampled_from(DEMANDS))
def test_a_flip_leads_to_the_other_model(band: str, demand: str) -> None:
    here = Placement("digital", band, demand)  # type: ignore[arg-type]
    for flip in find_flips([here], FOUR_BANDS):
        assert flip.model != here.model


@pytest.mark.parametrize("band", BANDS)
@pytest.mark.parametrize("demand", DEMANDS)
def test_no_nearer_demand_would_have_flipped_it(band: str, demand: str) -> None:
    here = Placement("digital", band, demand)  # type: ignore[arg-type]
    to = find_flips([here], FOUR_BANDS)[0].to
    far = abs(DEMANDS.index(to) - DEMANDS.index(here.demand)) if to else len(DEMANDS)
    nearer = [it for it in DEMANDS if abs(DEMANDS.index(it) - DEMANDS.index(here.demand)) < far]
    models = {Placement("digital", here.band, it).model for it in nearer}
    assert models == {here.model}
