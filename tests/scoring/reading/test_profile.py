from collections.abc import Callable
from typing import Any

import pytest

from assessments.scoring.inputs import Exposure, Inputs
from tests.scoring.reading.conftest import profile_of

FaultsIn = Callable[..., dict[str, str]]
WORDS = {
    "composition": "digital, foundational, both",
    "feature_demand": "low, medium, medium-to-high, high, very-high",
    "foundational_demand": "low, medium, medium-to-high, high, very-high",
    "present_model": "ops-run-it, you-build-it-you-run-it, hybrid, not-live",
}


@pytest.mark.parametrize("key", ["composition", "exposure", "feature_demand", "present_model"])
def test_the_selector_s_questions_are_required(faults_in: FaultsIn, key: str) -> None:
    found = faults_in(profile=profile_of(**{key: None}))
    assert found == {f"profile.{key.replace('_', '-')}": "is required"}


@pytest.mark.parametrize("key", ["foundational_exposure", "peak_exposure", "foundational_demand"])
def test_the_others_may_be_null(readable: Callable[..., Inputs], key: str) -> None:
    profile = readable(profile=profile_of(**{key: None})).profile
    assert getattr(profile, key) is None


@pytest.mark.parametrize("key", WORDS)
def test_an_unknown_word_names_the_known_ones(faults_in: FaultsIn, key: str) -> None:
    found = faults_in(profile=profile_of(**{key: "nonsense"}))
    assert found == {f"profile.{key.replace('_', '-')}": f"'nonsense' is none of {WORDS[key]}"}


@pytest.mark.parametrize("key", WORDS)
@pytest.mark.parametrize("value", [1, True, [], {}, 0.5])
def test_a_word_of_the_wrong_type_is_a_fault(faults_in: FaultsIn, key: str, value: object) -> None:
    found = faults_in(profile=profile_of(**{key: value}))
    assert found[f"profile.{key.replace('_', '-')}"].startswith("must be a text, not ")


def test_a_misspelt_word_suggests_the_nearest(faults_in: FaultsIn) -> None:
    found = faults_in(profile=profile_of(feature_demand="very high"))
    assert found["profile.feature-demand"].endswith("; did you mean 'very-high'?")


def test_an_unknown_key_suggests_the_nearest(faults_in: FaultsIn) -> None:
    found = faults_in(profile=profile_of(peak_exposur={"amount": 1}))
    assert found == {"profile.peak-exposur": "is unknown; did you mean 'peak-exposure'?"}


def test_both_need_a_foundational_demand(faults_in: FaultsIn) -> None:
    assert faults_in(profile=profile_of(composition="both")) == {
        "profile.foundational-demand": "is required where composition is both"
    }


def test_both_with_a_foundational_demand_are_read(readable: Callable[..., Inputs]) -> None:
    profile = readable(
        profile=profile_of(
            composition="both", foundational_demand="low", foundational_exposure={"band": "high"}
        )
    ).profile
    assert (profile.foundational_demand, profile.foundational_exposure) == (
        "low",
        Exposure(band="high"),
    )


def test_a_faulty_foundational_demand_is_one_fault(faults_in: FaultsIn) -> None:
    found = faults_in(profile=profile_of(composition="both", foundational_demand="nonsense"))
    assert list(found) == ["profile.foundational-demand"]


@pytest.mark.parametrize("composition", ["digital", "foundational"])
def test_one_part_cannot_be_a_hybrid(faults_in: FaultsIn, composition: str) -> None:
    found = faults_in(profile=profile_of(composition=composition, present_model="hybrid"))
    assert found == {
        "profile.present-model": "hybrid needs two parts: composition must be both",
    }


def test_two_parts_can(readable: Callable[..., Inputs]) -> None:
    different = {
        "composition": "both",
        "foundational_demand": "low",
        "present_model": "hybrid",
    }
    assert readable(profile=profile_of(**different)).profile.present_model == "hybrid"


def test_an_unknown_composition_does_not_make_a_hybrid_a_fault(faults_in: FaultsIn) -> None:
    found = faults_in(profile=profile_of(composition="nonsense", present_model="hybrid"))
    assert list(found) == ["profile.composition"]


@pytest.mark.parametrize(
    "different",
    [
        {"foundational_demand": "nonsense"},
        {"foundational_exposure": {"amount": -1}},
        {"foundational_exposure": {"band": "very-high"}},
    ],
)
def test_what_only_both_need_is_checked_all_the_same(
    faults_in: FaultsIn, different: dict[str, Any]
) -> None:
    assert len(faults_in(profile=profile_of(**different))) == 1
