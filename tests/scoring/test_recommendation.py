import pytest

from assessments.playbook.playbook import Playbook
from assessments.scoring.context import overall_model
from assessments.scoring.inputs import Answer, Band, Exposure, Profile
from assessments.scoring.placement import Placement
from assessments.scoring.recommendation import recommend

BEDROOM = Profile("digital", Exposure(amount=200_000), "very-high", "not-live")
TEAM = Placement("digital", "medium", "high")
OPERATIONS = Placement("foundational", "medium", "low")
QUIET_DIGITAL = Placement("digital", "medium", "low")
BUSY_FOUNDATIONAL = Placement("foundational", "medium", "high")


@pytest.mark.parametrize(
    ("placements", "model"),
    [
        ([TEAM], "you-build-it-you-run-it"),
        ([OPERATIONS], "ops-run-it"),
        ([TEAM, BUSY_FOUNDATIONAL], "you-build-it-you-run-it"),
        ([QUIET_DIGITAL, OPERATIONS], "ops-run-it"),
        ([TEAM, OPERATIONS], "hybrid"),
        ([QUIET_DIGITAL, BUSY_FOUNDATIONAL], "hybrid"),
    ],
)
def test_the_overall_model_is_the_common_one_or_a_hybrid(
    placements: list[Placement], model: str
) -> None:
    assert overall_model(placements) == model


def test_a_profile_alone_is_enough_for_a_recommendation(playbook: Playbook) -> None:
    assert recommend(playbook, BEDROOM).model == "you-build-it-you-run-it"


def test_without_bands_the_default_ones_hold(playbook: Playbook) -> None:
    assert recommend(playbook, BEDROOM).judged.availability == "99.0"


def test_the_bands_given_hold(playbook: Playbook) -> None:
    bands = (Band("low", 200_000), Band("medium", 300_000), Band("high"))
    assert recommend(playbook, BEDROOM, bands).judged.availability == "95.0"


def test_without_answers_no_caution_about_cover_is_raised(playbook: Playbook) -> None:
    assert recommend(playbook, BEDROOM).cautions == ()


def test_the_cover_held_may_raise_a_caution(playbook: Playbook) -> None:
    answers = {"out-of-hours-cover": Answer("team")}
    cautions = recommend(playbook, BEDROOM, answers=answers).cautions
    assert [caution.caution for caution in cautions] == ["rota-beyond-exposure"]


def test_the_judged_part_of_both_is_the_digital_one(playbook: Playbook) -> None:
    profile = Profile("both", Exposure(amount=1), "high", "hybrid", foundational_demand="low")
    assert recommend(playbook, profile).judged.part == "digital"


def test_the_judged_part_of_one_is_that_one(playbook: Playbook) -> None:
    profile = Profile("foundational", Exposure(amount=1), "low", "ops-run-it")
    assert recommend(playbook, profile).judged.part == "foundational"


def test_a_picked_band_that_is_off_cannot_be_recommended_on(playbook: Playbook) -> None:
    profile = Profile("digital", Exposure(band="very-high"), "high", "not-live")
    with pytest.raises(ValueError, match="not in"):
        recommend(playbook, profile)
