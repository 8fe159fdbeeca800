"""Who could share a rota, on the page of a result and beside the question."""

import pytest

from assessments.models import Domain
from tests import factories
from tests.views.sheets import SheetPages

pytestmark = pytest.mark.django_db

HEADING = "Who could share the rota"


@pytest.fixture
def shop(people):
    """The domain of the cast's team, with a sibling team and its service."""
    made = Domain.objects.create(organisation=people.organisation, name="Shop & more")
    people.team.domain = made
    people.team.save()
    factories.service(factories.team(people.organisation, "Checkout", domain=made), "Basket")
    return made


def test_an_owner_reads_who_could_share_the_rota(shop, submitted):
    text = submitted().text("plan")
    section = text[text.index(HEADING) :]
    assert "the domain Shop &amp; more is called for" in section
    assert "Basket</a> (Checkout):" in section
    assert "not assessed yet" in section


def test_a_member_of_one_team_reads_of_no_other_team_s_service(client, shop, people):
    result = factories.submitted_result(people.service)
    mia = factories.member(people.organisation, "mia@example.org", teams=(people.team,))
    client.force_login(mia)
    text = SheetPages(client, result.assessment).text("plan")
    assert HEADING in text
    assert "Basket" not in text


def test_a_read_only_link_names_neither_domain_nor_siblings(client, shop, people):
    factories.shared_link(factories.submitted_result(people.service))
    text = client.get("/shared/a-read-only-token/plan/").text
    assert not any(hidden in text for hidden in (HEADING, "Shop &amp;", "Basket"))


def test_a_guest_reads_of_no_siblings(shop, guests_quick_check):
    assert HEADING not in guests_quick_check.text("plan")


def test_it_costs_one_query_whatever_the_number(
    shop, submitted, people, django_assert_max_num_queries
):
    team = people.organisation.teams.get(name="Checkout")
    for number in range(20):
        factories.service(team, f"Service {number}")
    seen = submitted()
    with django_assert_max_num_queries(13):
        text = seen.text("plan")
    assert "and 9 more" in text


def test_beside_the_question_stands_how_many_other_teams_the_domain_lists(client, shop, people):
    client.force_login(people.owner)
    pages = SheetPages(client, factories.assessment(people.service, factories.BEDROOM))
    text = pages.text("section", section="profile")
    assert "The domain <em>Shop &amp; more</em> lists 1 other team." in text
    assert text.count("Count only those that could share.") == 1


def test_a_guest_is_told_of_no_domain(client):
    check = factories.guest_check()
    pages = SheetPages(
        client, factories.assessment(check, factories.BEDROOM), token="a-guest-token"
    )
    text = pages.text("section", section="profile")
    assert 'id="q-sibling-teams"' in text
    assert "Count only those that could share." not in text


def test_a_team_without_a_domain_is_told_of_none(client, people):
    client.force_login(people.owner)
    pages = SheetPages(client, factories.assessment(people.service, factories.BEDROOM))
    assert "Count only those that could share." not in pages.text("section", section="profile")
