"""Who could share an out-of-hours rota."""

from datetime import timedelta

import pytest

from assessments.models import Domain, Role
from assessments.queries.siblings import MOST_SIBLINGS, fetch_siblings, fetch_teams_beside
from tests import factories
from tests.factories import full_answers

pytestmark = pytest.mark.django_db

LATER = factories.AT + timedelta(days=30)


@pytest.fixture
def acme():
    return factories.organisation()


@pytest.fixture
def shop(acme):
    return Domain.objects.create(organisation=acme, name="Shop")


@pytest.fixture
def rooms(acme, shop):
    return factories.team(acme, "Rooms", domain=shop)


@pytest.fixture
def basket(acme, shop):
    """A service of a sibling team."""
    return factories.service(factories.team(acme, "Checkout", domain=shop), "Basket")


@pytest.fixture
def bedroom(rooms):
    return factories.service(rooms, "Bedroom")


@pytest.fixture
def lead(acme):
    person = factories.member(acme, "lead@example.org", role=Role.LEAD)
    return person.memberships.get()


@pytest.fixture
def result(bedroom):
    """One that calls for a rota shared by the domain."""
    return factories.submitted_result(bedroom)


def names(found):
    return [sibling.name for sibling in found.services]


def test_the_domain_is_named(result, lead, basket):
    assert fetch_siblings(result, lead).domain == "Shop"


def test_the_domain_is_named_without_a_sibling(result, lead):
    found = fetch_siblings(result, lead)
    assert (found.domain, found.services, found.more) == ("Shop", (), 0)


def test_a_sibling_is_listed_with_its_team_and_its_cover_as_of_its_current_result(
    result, lead, basket
):
    factories.submitted_result(basket, full_answers({"out-of-hours-cover": "domain"}))
    factories.submitted_result(
        basket, full_answers({"out-of-hours-cover": "best-effort"}), at=LATER
    )
    (sibling,) = fetch_siblings(result, lead).services
    assert (sibling.name, sibling.team, sibling.as_of) == ("Basket", "Checkout", LATER)
    assert sibling.cover.startswith("Best effort: nobody is on a rota")


def test_a_sibling_never_assessed_has_no_date(result, lead, basket):
    (sibling,) = fetch_siblings(result, lead).services
    assert (sibling.cover, sibling.as_of) == ("", None)


@pytest.mark.parametrize("given", ["dont-know", None])
def test_a_cover_that_nobody_knows_is_not_known(result, lead, basket, given):
    answers = factories.BEDROOM | ({"out-of-hours-cover": given} if given else {})
    factories.submitted_result(basket, answers)
    (sibling,) = fetch_siblings(result, lead).services
    assert (sibling.cover, sibling.as_of) == ("", factories.AT)


def test_archived_services_and_those_of_another_domain_are_no_siblings(result, lead, acme, shop):
    factories.service(factories.team(acme, "Elsewhere"), "Elsewhere")
    team = factories.team(acme, "Gone", domain=shop)
    factories.service(team, "Gone", archived_at=factories.AT)
    assert names(fetch_siblings(result, lead)) == []


def test_an_archived_service_s_result_still_names_its_domain(result, lead, basket, bedroom):
    bedroom.archived_at = factories.AT
    bedroom.save()
    assert names(fetch_siblings(result, lead)) == ["Basket"]


def test_a_member_sees_siblings_of_their_own_teams_only(result, acme, rooms, basket):
    factories.service(rooms, "Kitchen")
    person = factories.member(acme, "mia@example.org", teams=(rooms,))
    assert names(fetch_siblings(result, person.memberships.get())) == ["Kitchen"]


def test_whoever_is_no_member_is_shown_none(result, basket, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert fetch_siblings(result, None) is None


def test_a_guest_s_check_has_none(lead):
    result = factories.submitted_result(factories.guest_check())
    assert fetch_siblings(result, lead) is None


def test_a_team_without_a_domain_has_none(lead, acme):
    alone = factories.service(factories.team(acme, "Alone"), "Alone")
    assert fetch_siblings(factories.submitted_result(alone), lead) is None


def test_where_no_shared_rota_is_called_for_there_are_none(bedroom, lead, basket):
    result = factories.submitted_result(bedroom, {**factories.BEDROOM, "exposure": 810_000})
    assert fetch_siblings(result, lead) is None


def test_many_siblings_are_counted_in_one_query(result, lead, basket, django_assert_num_queries):
    for number in range(MOST_SIBLINGS + 1):
        factories.service(basket.team, f"Service {number:02}")
    assert result.assessment.service.team.organisation == lead.organisation  # all loaded
    with django_assert_num_queries(1):
        found = fetch_siblings(result, lead)
    assert (len(found.services), found.more) == (MOST_SIBLINGS, 2)
    assert names(found)[:2] == ["Basket", "Service 00"]


def test_the_other_teams_of_a_domain_are_counted(rooms, basket, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = fetch_teams_beside(rooms)
    assert (found.domain, found.teams) == ("Shop", 1)


def test_a_team_without_a_domain_has_none_beside_it(acme, django_assert_num_queries):
    alone = factories.team(acme, "Alone")
    with django_assert_num_queries(0):
        assert fetch_teams_beside(alone) is None
