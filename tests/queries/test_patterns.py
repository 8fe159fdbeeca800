"""Practices and pitfalls over many services: golden figures of small estates."""

import pytest

from assessments.models import PitfallFinding, PracticeFinding, Service
from assessments.queries.pattern_services import fetch_behind, with_pitfall, with_practice
from assessments.queries.patterns import By, HeatCell, fetch_patterns
from assessments.scoring.assess import RULES
from tests import factories

pytestmark = pytest.mark.django_db

GAME_DAYS = "run-regular-chaos-days"
BAU = "excessive-bau"


def found(service, status, *, practice=GAME_DAYS, rules=RULES, **columns):
    """A service whose last result found a practice so."""
    result = factories.result_row(service, rules=rules, **columns)
    PracticeFinding.objects.create(
        organisation=service.organisation,
        result=result,
        rules=RULES,
        practice=practice,
        status=status,
    )
    return result


def near(service, risk, when, *, pitfall=BAU):
    result = service.current_result or factories.result_row(service)
    PitfallFinding.objects.create(
        organisation=service.organisation,
        result=result,
        rules=RULES,
        pitfall=pitfall,
        risk=risk,
        when=when,
    )


def named(cast, *names):
    return [factories.service(cast.team, name) for name in names]


def patterns(by=By.DOMAIN):
    return fetch_patterns(Service.objects.all(), by)


def test_a_practice_is_counted_by_how_far_it_is_adopted(cast):
    statuses = ("in-place", "in-place", "partly", "missing", "unknown", "does-not-apply")
    for service, status in zip(named(cast, *"ABCDEF"), statuses, strict=True):
        found(service, status)
    (practice,) = patterns().practices
    assert (practice.in_place, practice.partly, practice.missing, practice.unknown) == (2, 1, 1, 1)
    assert (practice.known, practice.applies) == (4, 5)
    assert practice.share_missing == 0.25


def test_the_most_missed_come_first_as_a_share_of_those_known(cast):
    one, two, three = named(cast, *"ABC")
    found(one, "missing")
    result = found(two, "missing", practice="automate-a-telemetry-toolchain")
    for service in (three,):
        found(service, "in-place")
    extra = {"organisation": cast.organisation, "result": result, "rules": RULES}
    PracticeFinding.objects.create(**extra, practice="architect-for-adaptability", status="unknown")
    assert [each.slug for each in patterns().practices] == [
        "automate-a-telemetry-toolchain",
        GAME_DAYS,
        "architect-for-adaptability",
    ]


def test_a_pitfall_near_today_is_told_from_one_that_waits(cast):
    said = [
        ("high", "now"),
        ("some", "now"),
        ("high", "if-adopted"),
        ("some", "at-launch"),
        ("none", ""),
        ("unknown", ""),
        ("does-not-apply", ""),
    ]
    for service, (risk, when) in zip(named(cast, *"ABCDEFG"), said, strict=True):
        near(service, risk, when)
    (pitfall,) = patterns().pitfalls
    assert (pitfall.high_now, pitfall.some_now, pitfall.waiting) == (1, 1, 2)
    assert (pitfall.none, pitfall.unknown, pitfall.applies) == (1, 1, 6)


def test_only_the_last_result_of_a_service_counts(cast):
    found(cast.service, "missing")
    found(cast.service, "in-place")
    (practice,) = patterns().practices
    assert (practice.in_place, practice.missing) == (1, 0)


def test_only_today_s_rules_count(cast):
    result = found(cast.service, "missing")
    PracticeFinding.objects.create(
        organisation=cast.organisation, result=result, rules=1, practice="other", status="missing"
    )
    PracticeFinding.objects.filter(practice=GAME_DAYS).update(rules=1)
    assert patterns().counted == 0
    assert patterns().practices == ()


def test_what_was_never_assessed_is_not_counted(cast):
    found(cast.service, "missing")
    factories.service(cast.team, "Kitchen")
    assert patterns().counted == 1


def test_a_heat_map_has_a_column_a_domain_and_one_for_none(cast):
    buy = cast.organisation.domains.create(name="Buy")
    team = cast.organisation.teams.create(name="Vans", domain=buy)
    found(cast.service, "missing")
    found(factories.service(team, "Basket"), "in-place")
    found(factories.service(team, "Search"), "partly")
    found(factories.service(team, "Price"), "unknown")
    heat = patterns().heat
    assert heat.columns == ("Buy", "No domain")
    (row,) = heat.rows
    assert row.cells == (HeatCell(1, 2), HeatCell(0, 1))
    assert (row.cells[0].share, row.cells[0].shade) == (50, 2)


def test_nothing_known_has_no_share(cast):
    found(cast.service, "unknown")
    (row,) = patterns().heat.rows
    assert (row.cells[0].share, row.cells[0].shade) == (None, None)


@pytest.mark.parametrize(
    ("by", "columns"),
    [
        (By.TEAM, ("Payments", "Rooms")),
        (By.MODEL, ("Ops Run It", "You Build It You Run It")),
        (By.BAND, ("Medium", "High")),
    ],
)
def test_columns_stand_for_teams_models_or_bands(cast, by, columns):
    payments = cast.organisation.teams.get(name="Payments")
    part = {"model": "ops-run-it", "availability": "99.9"}
    found(cast.service, "missing")
    found(factories.service(payments, "Basket"), "in-place", part=part)
    assert patterns(by).heat.columns == columns


def test_columns_beyond_a_dozen_are_counted(cast):
    for number in range(14):
        domain = cast.organisation.domains.create(name=f"Domain {number:02}")
        team = cast.organisation.teams.create(name=f"Team {number}", domain=domain)
        found(factories.service(team, f"Service {number}"), "missing")
    heat = patterns().heat
    assert (len(heat.columns), heat.more) == (12, 2)


@pytest.mark.parametrize("number", [3, 30])
def test_patterns_cost_three_queries_however_many_services(cast, number, django_assert_num_queries):
    for service in named(cast, *map(str, range(number))):
        found(service, "missing")
    with django_assert_num_queries(3):
        assert patterns().counted == number


# --- The services behind a figure


def test_behind_a_figure_stand_its_services_with_their_answers(cast):
    result = factories.submitted_result(cast.service)
    practice = next(each for each in result.document["practices"] if each["shown_by"])
    services = with_practice(Service.objects.all(), practice["slug"], practice["status"])
    (behind,) = fetch_behind(list(services), "practice", practice["slug"])
    asked = {each["question"]: each["text"] for each in result.answers}
    assert behind.service == cast.service
    assert [led.question for led in behind.answers] == [
        asked[each["question"]] for each in practice["shown_by"] + practice["called_for_by"]
    ]


def test_behind_a_near_pitfall_stand_the_answers_that_set_it_off(cast):
    factories.submitted_result(cast.service, factories.full_answers(option=0))
    row = PitfallFinding.objects.filter(risk="high").first()
    assert row is not None
    group = "high-now" if row.when == "now" else "waiting"
    services = with_pitfall(Service.objects.all(), row.pitfall, group)
    (behind,) = fetch_behind(list(services), "pitfall", row.pitfall)
    assert behind.answers


def test_a_result_by_earlier_rules_tells_no_answers_of_today_s(cast):
    found(cast.service, "missing", rules=1)
    services = with_practice(Service.objects.all(), GAME_DAYS, "missing")
    (behind,) = fetch_behind(list(services), "practice", GAME_DAYS)
    assert behind.answers == ()
