from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

import pytest

from assessments.scoring.document import to_document
from assessments.scoring.result import Result

BASES = ["bare", "exemplary", "operations", "uncovered", "estate"]
TROUBLED = {
    "availability-target-choice": "no-target",
    "out-of-hours-cover": "team",
    "reliability-accountability": "several-roles",
    "on-call-funding": "central",
    "on-call-pay": "callout-only",
}


@pytest.fixture
def document(outcome: Callable[..., Result]) -> dict[str, Any]:
    return to_document(outcome("estate", answers=TROUBLED))


def test_the_document_has_the_keys_of_the_contract_in_their_order(
    document: dict[str, Any],
) -> None:
    assert list(document) == [
        "service",
        "rules",
        "playbook_version",
        "inputs_hash",
        "recommendation",
        "misfit",
        "against_targets",
        "scores",
        "practices",
        "first",
        "unexplained",
        "pitfalls",
        "drawbacks",
        "principles",
    ]


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        (["recommendation"], ["model", "parts", "boundary", "reasons", "cautions", "flips"]),
        (
            ["recommendation", "parts", 0],
            [
                "part",
                "model",
                "availability",
                "tolerable_unavailability_seconds_per_week",
                "accepted_loss_per_week",
                "unattended_loss",
                "deployment",
                "on_call",
                "peak",
            ],
        ),
        (["recommendation", "parts", 0, "on_call"], ["working_hours", "out_of_hours"]),
        (["recommendation", "reasons", 0], ["part", "rule", "decides", "text", "source"]),
        (["recommendation", "cautions", 0], ["caution", "part", "text", "source"]),
        (["recommendation", "flips", 0], ["part", "change", "to", "model"]),
        (["misfit"], ["model", "answers"]),
        (["misfit", "answers", 0], ["question", "option", "typical_of"]),
        (["against_targets"], ["deployment", "availability", "restore"]),
        (["scores"], ["deployment-throughput", "service-reliability", "learning-culture"]),
        (
            ["scores", "service-reliability"],
            [
                "score",
                "basis",
                "answered",
                "asked",
                "does_not_apply",
                "contributions",
                "not_counted",
            ],
        ),
        (
            ["scores", "service-reliability", "contributions", 0],
            ["question", "option", "points", "of", "weight"],
        ),
        (
            ["practices", 0],
            [
                "slug",
                "status",
                "phase",
                "step",
                "shown_by",
                "called_for_by",
                "answered",
                "asked",
            ],
        ),
        (["practices", 0, "called_for_by", 0], ["question", "option"]),
        (["first", 0], ["practice", "because"]),
        (["pitfalls", 0], ["slug", "risk", "when", "because"]),
        (["principles", 0], ["slug", "because"]),
        (["principles", 0, "because", 0], ["question", "option"]),
    ],
)
def test_each_part_of_the_document_has_the_keys_of_the_contract(
    outcome: Callable[..., Result], path: list[Any], keys: list[str]
) -> None:
    found: Any = to_document(
        outcome("estate", answers={**TROUBLED, "first-responder": "operations-bridge"})
    )
    for step in path:
        found = found[step]
    assert list(found) == keys


def test_a_peak_has_the_keys_of_the_contract(outcome: Callable[..., Result]) -> None:
    found = to_document(outcome(profile={"peak-exposure": {"band": "high"}}))
    assert found["recommendation"]["parts"][0]["peak"] == {
        "availability": "99.9",
        "tolerable_unavailability_seconds_per_week": 604.8,
        "out_of_hours": "team",
    }


def test_a_question_left_out_has_the_keys_of_the_contract(outcome: Callable[..., Result]) -> None:
    found = to_document(outcome("operations"))["scores"]["deployment-throughput"]
    assert found["not_counted"] == [
        {"question": "deployment-ownership", "reason": "you-build-it-you-run-it-only"}
    ]


def test_a_drawback_has_the_keys_of_the_contract(outcome: Callable[..., Result]) -> None:
    found = to_document(outcome("operations", answers={"telemetry": "stays"}))
    assert found["drawbacks"] == [
        {
            "slug": "uninformative-telemetry",
            "because": [{"question": "telemetry", "option": "stays"}],
        }
    ]


def test_each_cause_has_a_key_of_its_own(document: dict[str, Any]) -> None:
    causes = [cause for pitfall in document["pitfalls"] for cause in pitfall["because"]]
    assert {tuple(cause) for cause in causes} == {
        ("question", "option"),
        ("practice",),
        ("caution",),
        ("rule",),
    }


def test_whole_seconds_are_an_integer(outcome: Callable[..., Result]) -> None:
    found = to_document(outcome())["recommendation"]["parts"][0]
    seconds = found["tolerable_unavailability_seconds_per_week"]
    assert (type(seconds), seconds) == (int, 6048)


def test_other_seconds_are_a_number_with_a_fraction(outcome: Callable[..., Result]) -> None:
    found = to_document(outcome(profile={"exposure": {"band": "high"}}))["recommendation"]
    assert found["parts"][0]["tolerable_unavailability_seconds_per_week"] == 604.8


def test_an_unattended_loss_has_the_keys_of_the_contract(outcome: Callable[..., Result]) -> None:
    found = to_document(outcome(profile={"exposure": {"amount": 6_000}}))["recommendation"]
    assert found["parts"][0]["unattended_loss"] == {"night": 90_000, "weekend": 378_000}


def test_each_urge_has_a_key_of_its_own(outcome: Callable[..., Result]) -> None:
    answers = {
        "out-of-hours-cover": "none",
        "deployment-frequency": "monthly",
        "change-approval": "each-by-a-board",
    }
    first = to_document(outcome(answers=answers))["first"]
    assert {tuple(urge) for step in first for urge in step["because"]} == {
        ("pitfall",),
        ("target",),
        ("caution",),
    }


@pytest.mark.parametrize("base", BASES)
def test_the_document_holds_every_field_of_the_result(
    outcome: Callable[..., Result], base: str
) -> None:
    result = outcome(base, answers={**TROUBLED, "telemetry": "stays"})
    assert to_document(result) == _plain(result)


def _plain(value: object) -> object:
    """Any value of a result as plain data, by its type alone."""
    if isinstance(value, Fraction):
        return value.numerator if value.denominator == 1 else float(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value
