import pytest

from assessments.models import Membership, Service, TeamMember
from assessments.queries import compare, narrowing
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def membership(cast):
    return Membership.objects.select_related("organisation").get(user=cast.owner)


def test_reading_the_list_never_reads_a_document(cast, membership):
    factories.result_row(cast.service)
    result = compare.services(membership, factories.AT).get().current_result
    assert result is not None
    assert result.get_deferred_fields() == {"inputs", "document", "answers"}


def test_a_member_chooses_among_their_own_teams(cast):
    membership = Membership.objects.get(user=cast.colleague)
    assert [team.name for team in narrowing.teams(membership)] == ["Payments"]


def test_an_owner_chooses_among_all_teams_by_name(membership):
    assert [team.name for team in narrowing.teams(membership)] == ["Payments", "Rooms"]


def test_a_team_of_several_of_one_s_own_is_offered_once(cast, membership):
    TeamMember.objects.create(
        organisation=cast.organisation,
        team=cast.team,
        membership=Membership.objects.get(user=cast.colleague),
    )
    assert len(narrowing.teams(membership)) == 2


def test_of_two_parts_the_digital_one_s_target_sorts(cast):
    low = {"part": "foundational", "availability": "95.0", "model": "ops-run-it"}
    first = factories.result_row(cast.service, part={"availability": "99.9"})
    first.parts.create(
        organisation=cast.organisation, deployment="monthly", out_of_hours="operations", **low
    )
    other = factories.service(cast.team, "Other")
    factories.result_row(other, part={"availability": "99.0"})
    by_target = compare.ordered(Service.objects.filter(team=cast.team), "availability")
    assert list(by_target) == [other, cast.service]


def test_the_domain_with_most_to_look_at_comes_first(cast):
    buy, deliver = (cast.organisation.domains.create(name=name) for name in ("Buy", "Deliver"))
    cast.team.domain = buy
    cast.team.save()
    factories.result_row(cast.service)
    team = cast.organisation.teams.create(name="Vans", domain=deliver)
    tracking = factories.service(team, "Tracking")
    factories.result_row(tracking, present_model="ops-run-it", misfit=True, restore_met="missed")
    found = compare.by_group(Service.objects.filter(team__in=[cast.team, team]), "team__domain")
    assert [domain.name for domain in found] == ["Deliver", "Buy"]
    first = found[0]
    assert (first.total, first.run_by_ops, first.misfits, first.missing_a_target) == (1, 1, 1, 1)


def test_services_of_teams_without_a_domain_are_counted_together(cast):
    other = cast.organisation.teams.create(name="Vans")
    factories.service(other, "Tracking")
    found = compare.by_group(Service.objects.filter(team__in=[cast.team, other]), "team__domain")
    assert [(domain.name, domain.total) for domain in found] == [(None, 2)]


def test_a_share_of_nothing_asked_sorts_last(cast):
    factories.result_row(cast.service, answered=0, asked=0)
    other = factories.service(cast.team, "Other")
    factories.result_row(other, answered=1, asked=9)
    services = Service.objects.filter(team=cast.team)
    assert compare.ordered(services, "answered", descending=True).first() == other


def test_a_small_team_with_the_greater_share_comes_before_a_large_one(cast):
    large = cast.organisation.teams.create(name="Large")
    for number in range(4):
        factories.result_row(factories.service(large, f"Service {number}"), misfit=number < 2)
    factories.result_row(cast.service, misfit=True)
    found = compare.by_group(Service.objects.filter(team__in=[cast.team, large]), "team")
    assert [(team.name, team.misfits, team.assessed) for team in found] == [
        ("Rooms", 1, 1),
        ("Large", 2, 4),
    ]


def test_a_team_that_nothing_is_known_of_comes_last(cast):
    other = cast.organisation.teams.create(name="Another")
    factories.service(other, "Tracking")
    factories.result_row(cast.service)
    found = compare.by_group(Service.objects.filter(team__in=[cast.team, other]), "team")
    assert [team.name for team in found] == ["Rooms", "Another"]


def test_a_service_missing_two_targets_counts_once(cast, membership):
    factories.result_row(cast.service, deployment_met="missed", availability_met="missed")
    figures = compare.figures(compare.services(membership, factories.AT))
    assert figures.missing_a_target == 1


def test_a_band_that_is_off_and_empty_is_not_used():
    grid = compare.on_the_selector(Service.objects.none(), ["low", "medium", "high"])
    assert [row.used for row in grid.rows] == [False, True, True, True]


def test_a_band_that_is_off_is_used_where_a_service_stands_in_it(cast):
    factories.result_row(cast.service, part={"availability": "99.99"})
    grid = compare.on_the_selector(Service.objects.all(), ["low", "medium", "high"])
    assert grid.rows[0].used
