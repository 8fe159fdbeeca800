"""What changed between two days, on small estates counted by hand."""

from datetime import timedelta

import pytest

from assessments.models import PitfallFinding, PracticeFinding, Service
from assessments.queries.changes import (
    Figure,
    Flipped,
    PracticeChange,
    RiskChange,
    TargetChange,
    fetch_changes,
    fetch_moved,
)
from assessments.scoring.assess import RULES
from tests import factories

pytestmark = pytest.mark.django_db

BEFORE = factories.AT
AFTER = BEFORE + timedelta(days=60)
SINCE = BEFORE + timedelta(days=1)
UNTIL = AFTER + timedelta(days=1)
CHAOS, TELEMETRY = "run-regular-chaos-days", "automate-a-telemetry-toolchain"


def changed(since=SINCE, until=UNTIL):
    return fetch_changes(Service.objects.all(), since, until)


def found(service, at, practices=None, near=(), **columns):
    """A result of that day, by today's rules unless it says otherwise."""
    result = factories.result_row(service, at=at, **{"rules": RULES, **columns})
    of = {"organisation": service.organisation, "result": result, "rules": RULES}
    for practice, status in (practices or {}).items():
        PracticeFinding.objects.create(**of, practice=practice, status=status)
    for pitfall, when in near:
        PitfallFinding.objects.create(**of, pitfall=pitfall, risk="high", when=when)
    return result


def test_a_verdict_that_flipped_is_named(cast):
    found(cast.service, BEFORE, model="ops-run-it")
    found(cast.service, AFTER, model="you-build-it-you-run-it")
    assert changed().flipped == (
        Flipped("Bedroom", cast.service.pk, "Ops Run It", "You Build It You Run It"),
    )


def test_targets_met_and_lost_are_counted(cast):
    found(cast.service, BEFORE, deployment_met="missed", availability_met="met")
    found(cast.service, AFTER, deployment_met="met", availability_met="missed")
    assert changed().targets == (
        TargetChange("deployment_met", 1, 0),
        TargetChange("availability_met", 0, 1),
        TargetChange("restore_met", 0, 0),
    )


def test_practices_gained_and_lost_are_counted_by_domain(cast):
    cast.team.domain = cast.organisation.domains.create(name="Buy")
    cast.team.save()
    found(cast.service, BEFORE, {CHAOS: "missing", TELEMETRY: "in-place"})
    found(cast.service, AFTER, {CHAOS: "in-place", TELEMETRY: "partly"})
    assert [(it.domain, it.slug, it.gained, it.lost) for it in changed().practices] == [
        ("Buy", CHAOS, 1, 0),
        ("Buy", TELEMETRY, 0, 1),
    ]
    assert isinstance(changed().practices[0], PracticeChange)


def test_what_was_not_known_before_is_neither_gained_nor_lost(cast):
    found(cast.service, BEFORE, {CHAOS: "unknown"})
    found(cast.service, AFTER, {CHAOS: "in-place", TELEMETRY: "in-place"})
    assert changed().practices == ()


def test_a_risk_that_came_near_appeared_and_one_that_only_waits_did_not(cast):
    found(cast.service, BEFORE, near=[("linear-run-costs", "now")])
    found(
        cast.service,
        AFTER,
        near=[("excessive-bau", "now"), ("change-management-treacle", "if-adopted")],
    )
    assert changed().risks == (
        RiskChange("excessive-bau", "Excessive BAU", 1, 0),
        RiskChange("linear-run-costs", "Linear run costs", 0, 1),
    )


def test_the_last_result_before_each_day_counts(cast):
    found(cast.service, BEFORE - timedelta(days=30), model="hybrid")
    found(cast.service, BEFORE, model="ops-run-it")
    found(cast.service, AFTER, model="ops-run-it")
    found(cast.service, AFTER + timedelta(days=30), model="hybrid")
    assert (changed().flipped, changed().compared) == ((), 1)


def test_services_without_two_results_are_counted_apart(cast):
    found(cast.service, AFTER)
    old = factories.service(cast.team, "Only before")
    found(old, BEFORE)
    factories.service(cast.team, "Never")
    assert (changed().compared, changed().once) == (0, 2)


def test_verdicts_by_different_rules_are_not_held_against_each_other(cast):
    found(cast.service, BEFORE, {CHAOS: "missing"}, rules=1, model="ops-run-it")
    found(cast.service, AFTER, {CHAOS: "in-place"}, model="you-build-it-you-run-it")
    changes = changed()
    assert (changes.other_rules, changes.flipped) == (1, ())
    assert [it.gained for it in changes.practices] == [1]


@pytest.mark.parametrize("number", [2, 20])
def test_it_costs_five_queries_however_many(cast, number, django_assert_num_queries):
    for each in range(number):
        service = factories.service(cast.team, f"Service {each}")
        found(service, BEFORE, {CHAOS: "missing"})
        found(service, AFTER, {CHAOS: "in-place"})
    with django_assert_num_queries(5):
        assert changed().compared == number


# --- The services behind a figure


def moved(of, slug, way):
    pairs = fetch_moved(Service.objects.all(), SINCE, UNTIL, Figure(of, slug, way))
    return [pair.name for pair in pairs]


def test_behind_a_figure_are_the_services_that_it_counts(cast):
    names = ("Attic", "Bath", "Cellar")
    attic, bath, cellar = (factories.service(cast.team, name) for name in names)
    for service, statuses in (
        (attic, ("missing", "in-place")),
        (bath, ("in-place", "partly")),
        (cellar, ("in-place", "in-place")),
    ):
        found(service, BEFORE, {CHAOS: statuses[0]}, deployment_met="missed")
        found(service, AFTER, {CHAOS: statuses[1]}, deployment_met="met")
    assert moved("practice", CHAOS, "gained") == ["Attic"]
    assert moved("practice", CHAOS, "lost") == ["Bath"]
    assert moved("target", "deployment_met", "met") == ["Attic", "Bath", "Cellar"]
    assert moved("target", "deployment_met", "lost") == []


def test_behind_a_risk_are_those_it_came_near_to_and_those_it_left(cast):
    found(cast.service, BEFORE, near=[("linear-run-costs", "now")])
    found(cast.service, AFTER, near=[("excessive-bau", "now")])
    assert moved("risk", "excessive-bau", "appeared") == ["Bedroom"]
    assert moved("risk", "linear-run-costs", "gone") == ["Bedroom"]
    assert moved("risk", "linear-run-costs", "appeared") == []


def test_every_figure_counts_the_services_behind_it(cast):
    cast.team.domain = cast.organisation.domains.create(name="Buy")
    cast.team.save()
    for number in range(6):
        service = factories.service(cast.team, f"Service {number}")
        statuses = ("missing", "in-place") if number % 2 else ("in-place", "missing")
        found(service, BEFORE, {CHAOS: statuses[0], TELEMETRY: "partly"})
        found(service, AFTER, {CHAOS: statuses[1], TELEMETRY: "in-place"})
    for change in changed().practices:
        assert len(moved("practice", change.slug, "gained")) == change.gained
        assert len(moved("practice", change.slug, "lost")) == change.lost
