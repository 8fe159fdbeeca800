from collections.abc import Callable
from typing import Any

import pytest

from assessments.playbook.playbook import Playbook
from assessments.scoring.pitfalls import GOVERNANCE_GROUP, lacks_majority, weigh
from assessments.scoring.result import Result


@pytest.mark.parametrize(
    ("triggers", "missing", "open_yet", "risk"),
    [
        (["decisive"], False, False, "high"),
        (["contributing", "contributing"], False, False, "high"),
        (["contributing", "decisive"], False, True, "high"),
        (["contributing"], False, True, "some"),
        (["contributing"], True, False, "some"),
        ([], True, False, "some"),
        ([], True, True, "some"),
        ([], False, True, "unknown"),
        ([], False, False, "none"),
    ],
)
def test_one_clear_cause_or_two_hints_make_a_risk_high(
    triggers: list[Any], missing: bool, open_yet: bool, risk: str
) -> None:
    assert weigh(triggers, missing=missing, open_yet=open_yet) == risk


@pytest.mark.parametrize(
    ("statuses", "lacking"),
    [
        (["in-place"] * 4 + ["missing"] * 2, False),
        (["in-place"] * 3 + ["missing"] * 3, True),
        (["in-place"] * 3 + ["unknown"] + ["missing"] * 2, False),
        (["in-place"] * 3 + ["partly"] * 3, False),
        (["in-place"] * 2 + ["partly"] * 2 + ["missing"] * 2, True),
        (["in-place"] * 2 + ["partly"] * 3 + ["missing"], False),
        (["partly"] * 6, True),
        (["unknown"] * 6, False),
        (["unknown"] * 3 + ["missing"] * 3, True),
        (["missing"], True),
        (["in-place", "in-place", "missing", "does-not-apply", "does-not-apply"], False),
        (["in-place", "missing", "missing", "does-not-apply"], True),
        (["does-not-apply"], False),
        ([], False),
    ],
)
def test_a_majority_is_more_than_half_of_those_that_apply_one_partly_there_counting_half(
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
        ("low", "best-effort", True),
        ("low", "operations", False),
        ("low", "dont-know", False),
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


@pytest.mark.parametrize(
    ("everyday", "peak", "judged"),
    [("low", None, False), ("low", "low", False), ("low", "medium", True), ("medium", None, True)],
)
def test_a_major_incident_needs_a_target_above_95_on_some_day(
    outcome: Callable[..., Result], everyday: str, peak: str | None, judged: bool
) -> None:
    profile = {
        "exposure": {"band": everyday},
        "peak-exposure": {"band": peak} if peak else "null",
    }
    risks = {it.slug: it.risk for it in outcome(profile=profile).pitfalls}
    assert (risks["no-major-incident-management"] != "does-not-apply") is judged


@pytest.mark.parametrize(
    ("base", "present", "when"),
    [
        ("bare", "you-build-it-you-run-it", "now"),
        ("estate", "hybrid", "now"),
        ("bare", "ops-run-it", "if-adopted"),
        ("bare", "not-live", "at-launch"),
        ("operations", "you-build-it-you-run-it", "until-handover"),
        ("operations", "ops-run-it", None),
        ("operations", "not-live", None),
    ],
)
def test_a_pitfall_says_when_it_can_happen(
    outcome: Callable[..., Result], base: str, present: str, when: str | None
) -> None:
    result = outcome(base, profile={"present-model": present})
    assert next(it for it in result.pitfalls if it.slug == "embedded-specialists").when == when


@pytest.mark.parametrize(("foundational", "when"), [("low", "until-handover"), ("high", None)])
def test_a_present_hybrid_is_handed_over_only_where_all_of_it_should_be(
    outcome: Callable[..., Result], foundational: str, when: str | None
) -> None:
    profile = {"feature-demand": "low", "foundational-demand": foundational}
    result = outcome("estate", profile=profile)
    assert {it.when for it in result.pitfalls if it.slug == "embedded-specialists"} == {when}


def test_what_is_not_judged_has_no_when(outcome: Callable[..., Result]) -> None:
    for base in ("bare", "operations", "uncovered", "estate"):
        for pitfall in outcome(base).pitfalls:
            assert (pitfall.when is None) is (pitfall.risk == "does-not-apply")
