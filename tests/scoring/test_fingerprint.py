import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.scoring.fingerprint import fingerprint
from assessments.scoring.inputs import DEFAULT_BANDS, Answer, Band, Exposure, Profile
from assessments.scoring.result import Result

PROFILE = Profile("digital", Exposure(amount=200_000), "very-high", "not-live")
BOTH = {"composition": "both", "foundational-demand": "low"}
TELEMETRY = {"option": "stays", "evidence": ["https://example.org/a"], "note": "one"}


def hash_of(outcome: Callable[..., Result], *args: str, **different: Any) -> str:
    return outcome(*args, **different).inputs_hash


def test_a_hash_is_taken_over_the_canonical_json() -> None:
    text = (
        '{"answers":{"telemetry":{"evidence":["https://example.org/é"],"option":"stays"}},'
        '"bands":[{"band":"low","ceiling":7000},{"band":"medium","ceiling":250000},'
        '{"band":"high"}],"profile":{"composition":"digital","exposure":{"amount":200000},'
        '"feature-demand":"very-high","present-model":"not-live"}}'
    )
    answers = {"telemetry": Answer("stays", ("https://example.org/é",), "a note")}
    assert fingerprint(PROFILE, DEFAULT_BANDS, answers) == (
        f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
    )


@pytest.mark.parametrize(
    "different",
    [
        {"service": "another name"},
        {
            "bands": [
                {"band": "low", "ceiling": 7000},
                {"band": "medium", "ceiling": 250000},
                {"band": "high"},
            ]
        },
        {
            "bands": [
                {"band": "low", "ceiling": 7000},
                {"band": "medium", "ceiling": 250000},
                {"band": "high", "ceiling": 800000},
            ]
        },
        {"profile": {"peak-exposure": "null"}},
        {"profile": {"foundational-exposure": {"amount": 1}, "foundational-demand": "high"}},
        {"answers": {"telemetry": None}},
        {"answers": {"peak-readiness": "nothing"}},
    ],
)
def test_what_takes_no_part_in_the_result_takes_none_in_the_hash(
    outcome: Callable[..., Result], different: dict[str, Any]
) -> None:
    assert hash_of(outcome, **different) == hash_of(outcome)


@pytest.mark.parametrize(
    "different",
    [
        {"profile": {"exposure": {"amount": 200_001}}},
        {"profile": {"exposure": {"band": "medium"}}},
        {"profile": {"feature-demand": "high"}},
        {"profile": {"present-model": "ops-run-it"}},
        {"profile": {"composition": "foundational"}},
        {"profile": {"peak-exposure": {"amount": 1}}},
        {
            "bands": [
                {"band": "low", "ceiling": 1},
                {"band": "medium", "ceiling": 250000},
                {"band": "high"},
            ]
        },
        {"answers": {"telemetry": "stays"}},
        {"answers": {"telemetry": "dont-know"}},
    ],
)
def test_what_takes_part_in_the_result_takes_part_in_the_hash(
    outcome: Callable[..., Result], different: dict[str, Any]
) -> None:
    assert hash_of(outcome, **different) != hash_of(outcome)


@pytest.mark.parametrize(
    "profile", [{"foundational-demand": "medium"}, {"foundational-exposure": {"amount": 1}}]
)
def test_a_foundational_part_takes_part_beside_a_digital_one(
    outcome: Callable[..., Result], profile: dict[str, Any]
) -> None:
    assert hash_of(outcome, profile={**BOTH, **profile}) != hash_of(outcome, profile=BOTH)


def test_a_note_does_not_change_the_hash(outcome: Callable[..., Result]) -> None:
    noted, other = TELEMETRY, {**TELEMETRY, "note": "two"}
    assert hash_of(outcome, answers={"telemetry": noted}) == hash_of(
        outcome, answers={"telemetry": other}
    )


def test_evidence_changes_the_hash(outcome: Callable[..., Result]) -> None:
    other = {**TELEMETRY, "evidence": ["https://example.org/b"]}
    assert hash_of(outcome, answers={"telemetry": TELEMETRY}) != hash_of(
        outcome, answers={"telemetry": other}
    )


def test_an_option_alone_is_the_same_as_an_object_with_nothing_else(
    outcome: Callable[..., Result],
) -> None:
    assert hash_of(outcome, answers={"telemetry": {"option": "stays"}}) == hash_of(
        outcome, answers={"telemetry": "stays"}
    )


def test_a_trailing_answer_takes_no_part_before_it_is_live(
    outcome: Callable[..., Result],
) -> None:
    profile = {"present-model": "not-live"}
    assert hash_of(outcome, profile=profile, answers={"time-to-restore": "longer"}) == hash_of(
        outcome, profile=profile
    )


@given(st.permutations(["telemetry", "change-audit", "incident-loss", "chaos-days"]))
def test_the_order_of_answers_does_not_change_the_hash(order: list[str]) -> None:
    answers = {slug: Answer("option-of-" + slug) for slug in order}
    first = fingerprint(PROFILE, DEFAULT_BANDS, dict(sorted(answers.items())))
    assert fingerprint(PROFILE, DEFAULT_BANDS, answers) == first


def test_the_order_of_bands_is_part_of_the_hash() -> None:
    bands = (Band("low", 1), Band("medium", 2), Band("high"))
    assert fingerprint(PROFILE, bands, {}) != fingerprint(PROFILE, bands[::-1], {})
