from collections.abc import Callable
from typing import Any

import pytest

from assessments.playbook.playbook import Playbook
from assessments.scoring.inputs import Answer
from assessments.scoring.pitfalls import (
    GOVERNANCE_GROUP,
    lacks_majority,
    thin_operations_rota,
    weigh,
)
from assessments.scoring.result import Result


@pytest.mark.parametrize(
    ("triggers", "guards", "risk"),
    [
        (["decisive"], ["in-place"], "high"),
        (["contributing", "contributing"], ["in-place"], "high"),
        (["contributing", "decisive"], [], "high"),
        (["contributing"], ["in-place"], "some"),
        (["contributing"], ["missing", "missing"], "some"),
        ([], ["missing"], "some"),
        ([], ["partly", "in-place"], "some"),
        ([], ["partly", "unknown"], "some"),
        ([], ["unknown", "in-place"], "unknown"),
        ([], ["in-place", "in-place"], "none"),
        ([], ["in-place", "does-not-apply"], "none"),
        ([], ["does-not-apply"], "none"),
        ([], [], "none"),
    ],
)
def test_one_clear_cause_or_two_hints_make_a_risk_high(
    triggers: list[Any], guards: list[Any], risk: str
) -> None:
    assert weigh(triggers, guards) == risk


@pytest.mark.parametrize(
    ("statuses", "lacking"),
    [
        (["in-place"] * 4 + ["missing"] * 2, False),
        (["in-place"] * 3 + ["missing"] * 3, True),
        (["in-place"] * 3 + ["unknown"] + ["missing"] * 2, False),
        (["in-place"] * 3 + ["partly"] * 3, True),
        (["unknown"] * 6, False),
        (["unknown"] * 3 + ["missing"] * 3, True),
        (["missing"], True),
        (["in-place", "in-place", "missing", "does-not-apply", "does-not-apply"], False),
        (["in-place", "missing", "missing", "does-not-apply"], True),
        (["does-not-apply"], False),
        ([], False),
    ],
)
def test_a_majority_is_more_than_half_of_those_that_apply(
    statuses: list[Any], lacking: bool
) -> None:
    assert lacks_majority(statuses) is lacking


def test_the_governance_group_has_three_practices(playbook: Playbook) -> None:
    assert len(playbook.groups[GOVERNANCE_GROUP].practices) == 3


def test_every_pitfall_is_judged_in_the_playbook_s_order(
    playbook: Playbook, outcome: Callable[..., Result]
) -> None:
    assert [it.slug for it in outcome().pitfalls] == list(playbook.pitfalls)


@pytest.mark.parametrize(
    ("base", "present", "judged"),
    [
        ("bare", "not-live", True),
        ("bare", "ops-run-it", True),
        ("bare", "you-build-it-you-run-it", True),
        ("operations", "ops-run-it", False),
        ("operations", "not-live", False),
        ("operations", "you-build-it-you-run-it", True),
        ("estate", "hybrid", True),
    ],
)
def test_pitfalls_are_judged_where_a_team_runs_it_or_is_to(
    outcome: Callable[..., Result], base: str, present: str, judged: bool
) -> None:
    risks = {it.risk for it in outcome(base, profile={"present-model": present}).pitfalls}
    assert (risks != {"does-not-apply"}) is judged


@pytest.mark.parametrize(
    ("demand", "judged"),
    [
        ("low", False),
        ("medium", False),
        ("medium-to-high", True),
        ("high", True),
        ("very-high", True),
    ],
)
def test_change_management_is_no_treacle_where_fortnightly_will_do(
    outcome: Callable[..., Result], demand: str, judged: bool
) -> None:
    risks = {it.slug: it.risk for it in outcome(profile={"feature-demand": demand}).pitfalls}
    assert (risks["change-management-treacle"] != "does-not-apply") is judged


@pytest.mark.parametrize(
    ("exposure", "held", "judged"),
    [
        ("low", None, False),
        ("low", "none", False),
        ("low", "best-effort", False),
        ("low", "operations", False),
        ("low", "domain", True),
        ("low", "team", True),
        ("medium", None, True),
        ("medium", "none", True),
        ("high", None, True),
    ],
)
def test_a_schedule_is_limited_only_where_one_is_called_for_or_held(
    outcome: Callable[..., Result], exposure: str, held: str | None, judged: bool
) -> None:
    result = outcome(profile={"exposure": {"band": exposure}}, answers={"out-of-hours-cover": held})
    risks = {it.slug: it.risk for it in result.pitfalls}
    assert (risks["limited-on-call-schedule"] != "does-not-apply") is judged


@pytest.mark.parametrize("base", ["bare", "exemplary", "operations", "uncovered", "estate"])
def test_a_pitfall_that_is_not_at_risk_names_no_cause(
    outcome: Callable[..., Result], base: str
) -> None:
    for pitfall in outcome(base).pitfalls:
        assert bool(pitfall.because) is (pitfall.risk in ("high", "some"))


# A thin rota of operations


@pytest.mark.parametrize(
    ("rota", "thin"),
    [
        ("goodwill", True),
        ("one-or-two-people", True),
        ("half-or-more", False),
        ("dont-know", False),
    ],
)
def test_a_thin_rota_of_operations_is_worth_advice(
    playbook: Playbook, outcome: Callable[..., Result], rota: str, thin: bool
) -> None:
    result = outcome("operations", answers={"on-call-rota": rota})
    assert thin_operations_rota(playbook, result, {"on-call-rota": Answer(rota)}) is thin


def test_without_an_answer_no_rota_is_thin(
    playbook: Playbook, outcome: Callable[..., Result]
) -> None:
    assert not thin_operations_rota(playbook, outcome("operations"), {})


def test_a_team_s_thin_rota_is_a_risk_and_no_advice(
    playbook: Playbook, outcome: Callable[..., Result]
) -> None:
    result = outcome(answers={"on-call-rota": "goodwill"})
    assert not thin_operations_rota(playbook, result, {"on-call-rota": Answer("goodwill")})
