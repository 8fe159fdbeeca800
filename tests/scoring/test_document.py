import json
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from assessments.scoring.document import from_document, to_document
from assessments.scoring.result import Chosen, FiredRule, LackingPractice, RaisedCaution, Result

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
        "playbook_version",
        "inputs_hash",
        "recommendation",
        "misfit",
        "against_targets",
        "scores",
        "practices",
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
            ["score", "answered", "asked", "contributions", "not_counted"],
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
        (["pitfalls", 0], ["slug", "risk", "because"]),
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


@pytest.mark.parametrize("base", BASES)
def test_a_result_comes_back_from_its_document_as_it_was(
    outcome: Callable[..., Result], base: str
) -> None:
    result = outcome(base)
    assert from_document(to_document(result)) == result


@pytest.mark.parametrize("base", BASES)
def test_a_result_comes_back_from_json_as_it_was(outcome: Callable[..., Result], base: str) -> None:
    result = outcome(base, answers={**TROUBLED, "telemetry": "stays"})
    assert from_document(json.loads(json.dumps(to_document(result)))) == result


def test_seconds_come_back_exact(outcome: Callable[..., Result]) -> None:
    result = from_document(to_document(outcome(profile={"exposure": {"band": "high"}})))
    seconds = result.recommendation.judged.tolerable_unavailability_seconds_per_week
    assert seconds == Fraction(6048, 10)


def test_causes_come_back_as_what_they_were(document: dict[str, Any]) -> None:
    causes = [cause for it in from_document(document).pitfalls for cause in it.because]
    assert {type(cause) for cause in causes} == {
        Chosen,
        LackingPractice,
        RaisedCaution,
        FiredRule,
    }


def test_a_document_that_lacks_a_key_is_none(document: dict[str, Any]) -> None:
    del document["misfit"]
    with pytest.raises(KeyError):
        from_document(document)


def test_a_document_with_a_cause_of_no_kind_is_none(document: dict[str, Any]) -> None:
    document["pitfalls"][0]["because"] = [{"weather": "rain"}]
    with pytest.raises(KeyError):
        from_document(document)
