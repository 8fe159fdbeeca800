import dataclasses

import pytest

from assessments.playbook.questions import DOES_NOT_APPLY, DONT_KNOW
from assessments.scoring.inputs import DEFAULT_BANDS, Answer, Exposure, Inputs, Profile

PROFILE = Profile("digital", Exposure(amount=1), "low", "not-live")


def test_an_option_is_chosen() -> None:
    assert Answer("weekly").chosen == "weekly"


@pytest.mark.parametrize("option", [DONT_KNOW, DOES_NOT_APPLY])
def test_what_is_no_option_is_not_chosen(option: str) -> None:
    assert Answer(option).chosen is None


def test_the_default_bands_are_those_of_the_worked_example() -> None:
    assert [(band.band, band.ceiling) for band in DEFAULT_BANDS] == [
        ("low", 7_000),
        ("medium", 250_000),
        ("high", None),
    ]


def test_inputs_have_the_default_bands_and_no_answers_unless_given() -> None:
    inputs = Inputs("bedroom", PROFILE)
    assert (inputs.bands, dict(inputs.answers)) == (DEFAULT_BANDS, {})


def test_inputs_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        PROFILE.feature_demand = "high"  # type: ignore[misc]


def test_a_profile_has_no_peak_and_no_second_part_unless_given() -> None:
    assert (
        PROFILE.peak_exposure,
        PROFILE.foundational_exposure,
        PROFILE.foundational_demand,
    ) == (None, None, None)
