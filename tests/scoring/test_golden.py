"""The golden cases, worked out by hand from the scoring rules."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.scoring.golden_cases import BASES, GOLDEN, differences, document_of, read_golden

CASE_FILES = sorted(
    path.name for path in GOLDEN.glob("*.toml") if "cases" in read_golden(path.name)
)
CASES = [
    pytest.param(case, id=f"{file.removesuffix('.toml')}: {case['name']}")
    for file in CASE_FILES
    for case in read_golden(file)["cases"]
]
ALL_BANDS = [
    {"band": "low", "ceiling": 7000},
    {"band": "medium", "ceiling": 250000},
    {"band": "high", "ceiling": 1000000},
    {"band": "very-high"},
]
CELLS = [
    pytest.param(cell, id=f"{cell['exposure']} exposure, {cell['demand']} demand")
    for cell in read_golden("selector.toml")["cells"]
]
FIT = read_golden("fit.toml")
FIT_ROWS = [
    pytest.param(row, option, points, id=f"{row['question']} at {row['called_for']}: {option}")
    for row in FIT["rows"]
    for option, points in row["points"].items()
]


@pytest.mark.parametrize("case", CASES)
def test_a_golden_case_comes_out_as_worked_out(
    case: dict[str, Any], assessed: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    assert list(differences(case["expect"], assessed(document_of(case)))) == []


def test_no_two_golden_cases_have_the_same_name() -> None:
    names = [case.values[0]["name"] for case in CASES]  # type: ignore[index]
    assert len(names) == len(set(names))


def test_every_golden_case_starts_from_a_base() -> None:
    assert {case.values[0]["based_on"] for case in CASES} <= BASES.keys()  # type: ignore[index]


# The selector


def _alone(cell: dict[str, Any], composition: str) -> dict[str, Any]:
    return {
        "service": "cell",
        "bands": ALL_BANDS,
        "profile": {
            "composition": composition,
            "exposure": {"band": cell["exposure"]},
            "feature-demand": cell["demand"],
            "present-model": "not-live",
        },
    }


def _both(**profile: Any) -> dict[str, Any]:
    return {
        "service": "cell",
        "bands": ALL_BANDS,
        "profile": {"composition": "both", "present-model": "not-live", **profile},
    }


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("composition", ["digital", "foundational"])
def test_a_cell_gives_its_targets_and_model_whatever_the_composition(
    cell: dict[str, Any], composition: str, assessed: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    recommendation = assessed(_alone(cell, composition))["recommendation"]
    expected = {
        "model": cell["model"],
        "boundary": "null",
        "parts": [
            {
                "part": composition,
                "model": cell["model"],
                "availability": cell["availability"],
                "deployment": cell["deployment"],
            }
        ],
    }
    assert list(differences(expected, recommendation)) == []


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_gives_every_rule_that_holds_and_the_first_decides(
    cell: dict[str, Any], assessed: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    reasons = assessed(_alone(cell, "digital"))["recommendation"]["reasons"]
    assert [reason["rule"] for reason in reasons] == cell["rules"]
    assert [reason["decides"] for reason in reasons] == [True, False][: len(reasons)]


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("change", ["demand", "exposure"])
def test_a_cell_tells_the_nearest_step_that_would_change_it(
    cell: dict[str, Any], change: str, assessed: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    flips = assessed(_alone(cell, "digital"))["recommendation"]["flips"]
    to = cell["flip"][change] or None
    other = {"ops-run-it": "you-build-it-you-run-it", "you-build-it-you-run-it": "ops-run-it"}
    assert {
        "part": "digital",
        "change": change,
        "to": to,
        "model": to and other[cell["model"]],
    } in [*flips]


@pytest.mark.parametrize("cell", CELLS)
def test_a_digital_cell_beside_a_monthly_foundational_part(
    cell: dict[str, Any], assessed: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    profile = {
        "exposure": {"band": cell["exposure"]},
        "feature-demand": cell["demand"],
        "foundational-exposure": {"band": "medium"},
        "foundational-demand": "low",
    }
    recommendation = assessed(_both(**profile))["recommendation"]
    expected = {
        "model": cell["digital_beside"],
        "parts": [
            {"part": "digital", "model": cell["model"], "availability": cell["availability"]},
            {"part": "foundational", "model": "ops-run-it", "availability": "99.0"},
        ],
    }
    assert list(differences(expected, recommendation)) == []


@pytest.mark.parametrize("cell", CELLS)
def test_a_foundational_cell_beside_a_daily_digital_part(
    cell: dict[str, Any], assessed: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    profile = {
        "exposure": {"band": "medium"},
        "feature-demand": "very-high",
        "foundational-exposure": {"band": cell["exposure"]},
        "foundational-demand": cell["demand"],
    }
    recommendation = assessed(_both(**profile))["recommendation"]
    expected = {
        "model": cell["foundational_beside"],
        "parts": [
            {"part": "digital", "model": "you-build-it-you-run-it", "availability": "99.0"},
            {"part": "foundational", "model": cell["model"], "availability": cell["availability"]},
        ],
    }
    assert list(differences(expected, recommendation)) == []


def test_every_cell_of_the_selector_is_there_once() -> None:
    cells = [(cell["exposure"], cell["demand"]) for cell in read_golden("selector.toml")["cells"]]
    assert len(cells) == len(set(cells)) == 4 * 5


# Fit


@pytest.mark.parametrize(("row", "option", "points"), FIT_ROWS)
def test_an_answer_judged_by_a_target_gets_its_points(
    row: dict[str, Any],
    option: str,
    points: int,
    assessed: Callable[[dict[str, Any]], dict[str, Any]],
) -> None:
    wanted = FIT["profiles"][row["called_for"]]
    document = _alone(wanted, "digital")
    document["profile"] |= {"present-model": "ops-run-it", **wanted.get("beside", {})}
    document["answers"] = {row["question"]: option}
    scores = assessed(document)["scores"].values()
    contributions = [one for score in scores for one in score["contributions"]]
    assert contributions == [
        {"question": row["question"], "option": option, "points": points, "of": 4, "weight": 1}
    ]
