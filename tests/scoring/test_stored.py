import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from assessments.scoring.document import to_document
from assessments.scoring.result import Chosen, FiredRule, LackingPractice, RaisedCaution, Result
from assessments.scoring.stored import from_document
from tests.scoring.test_document import BASES, TROUBLED

BY_RULES_1 = json.loads(
    (Path(__file__).parent / "documents" / "bedroom-by-rules-1.json").read_text(encoding="utf-8")
)


@pytest.fixture
def document(outcome: Callable[..., Result]) -> dict[str, Any]:
    return to_document(outcome("estate", answers=TROUBLED))


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


# Results by rules 1


def test_a_result_without_rules_is_by_rules_1() -> None:
    assert from_document(BY_RULES_1).rules == 1


def test_a_result_by_rules_1_keeps_its_verdict() -> None:
    result = from_document(BY_RULES_1)
    assert result.recommendation.model == BY_RULES_1["recommendation"]["model"]
    assert [it.risk for it in result.pitfalls] == [it["risk"] for it in BY_RULES_1["pitfalls"]]


def test_a_result_by_rules_1_keeps_its_scores() -> None:
    scores = from_document(BY_RULES_1).scores
    assert {slug: score.score for slug, score in scores.items()} == {
        slug: score["score"] for slug, score in BY_RULES_1["scores"].items()
    }


@pytest.mark.parametrize(("score", "basis"), [(0, "enough"), (67, "enough"), (None, "none")])
def test_a_score_by_rules_1_rested_on_any_answer(score: int | None, basis: str) -> None:
    scores = {**BY_RULES_1["scores"]}
    scores["learning-culture"] = {**scores["learning-culture"], "score": score}
    read = from_document({**BY_RULES_1, "scores": scores}).scores["learning-culture"]
    assert (read.score, read.basis) == (score, basis)


def test_a_result_by_rules_1_knew_no_first_steps() -> None:
    result = from_document(BY_RULES_1)
    assert (result.first, result.unexplained) == ((), ())


def test_a_result_by_rules_1_does_not_say_when_a_pitfall_can_happen() -> None:
    assert {it.when for it in from_document(BY_RULES_1).pitfalls} == {None}
