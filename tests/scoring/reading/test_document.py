from collections.abc import Callable
from typing import Any

import pytest

from assessments.scoring.faults import Fault
from assessments.scoring.inputs import DEFAULT_BANDS, Exposure, Inputs, Profile
from tests.scoring.reading.conftest import profile_of

FaultsIn = Callable[..., dict[str, str]]


def test_a_document_without_bands_and_answers_is_enough(readable: Callable[..., Inputs]) -> None:
    assert readable() == Inputs(
        service="bedroom",
        profile=Profile(
            composition="digital",
            exposure=Exposure(amount=200_000),
            feature_demand="very-high",
            present_model="you-build-it-you-run-it",
        ),
        bands=DEFAULT_BANDS,
        answers={},
    )


def test_null_is_the_same_as_absent(readable: Callable[..., Inputs]) -> None:
    assert readable(bands=None, answers=None) == readable()


@pytest.mark.parametrize(
    ("document", "what"),
    [
        (None, "nothing"),
        ([], "a list"),
        ("text", "a text"),
        (1, "a number"),
        (True, "true or false"),
        (float("nan"), "NaN"),
    ],
)
def test_what_is_no_object_is_no_document(
    faults: Callable[[object], tuple[Fault, ...]], document: object, what: str
) -> None:
    assert faults(document) == (Fault("", f"must be an object, not {what}"),)


def test_an_empty_document_lacks_all_that_is_required(
    faults: Callable[[object], tuple[Fault, ...]],
) -> None:
    assert {(fault.path, fault.message) for fault in faults({})} == {
        ("service", "is required"),
        ("profile.composition", "is required"),
        ("profile.exposure", "is required"),
        ("profile.feature-demand", "is required"),
        ("profile.present-model", "is required"),
    }


def test_an_unknown_key_is_a_fault(faults_in: FaultsIn) -> None:
    assert faults_in(weather="rain") == {"weather": "is unknown"}


def test_an_unknown_key_that_is_near_a_known_one_says_so(faults_in: FaultsIn) -> None:
    assert faults_in(anwsers={}) == {"anwsers": "is unknown; did you mean 'answers'?"}


@pytest.mark.parametrize(
    ("service", "message"),
    [
        (None, "is required"),
        (1, "must be a text, not a number"),
        (["bedroom"], "must be a text, not a list"),
        ("", "is blank"),
        (" \t", "is blank"),
        ("half \ud83d", "holds half of a character (a lone surrogate), which is no text"),
    ],
)
def test_a_service_must_have_a_name(faults_in: FaultsIn, service: object, message: str) -> None:
    assert faults_in(service=service) == {"service": message}


def test_a_name_is_taken_as_it_is(readable: Callable[..., Inputs]) -> None:
    assert readable(service=" Schlafzimmer 寝室 ").service == " Schlafzimmer 寝室 "


def test_all_faults_are_reported_together(faults_in: FaultsIn) -> None:
    found = faults_in(
        service=None,
        profile=profile_of(composition="digtal", exposure={}),
        bands=[{"band": "low", "ceiling": 1}, {"band": "medium"}, {"band": "high"}],
        answers={"telemetry": "nonsense", "unheard-of": "weekly"},
        extra=1,
    )
    assert set(found) == {
        "service",
        "profile.composition",
        "profile.exposure",
        "bands[1].ceiling",
        "answers.telemetry",
        "answers.unheard-of",
        "extra",
    }


@pytest.mark.parametrize("part", ["profile", "bands", "answers"])
@pytest.mark.parametrize("value", [1, "text", True, 1.5])
def test_a_part_of_the_wrong_type_is_one_fault(
    faults_in: FaultsIn, part: str, value: object
) -> None:
    found = faults_in(**{part: value})
    assert list(found) == [part]
    assert found[part].startswith("must be ")


def test_a_key_that_is_no_text_is_a_fault(faults_in: FaultsIn) -> None:
    answers: dict[Any, Any] = {1: "weekly"}
    assert faults_in(answers=answers) == {"answers": "has a key that is a number, not a text"}
