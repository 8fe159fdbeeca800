import pytest
from django.urls import reverse

from assessments.models import Domain, Role, Team
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop(cast):
    return Domain.objects.create(organisation=cast.organisation, name="Shop")


def path(name, *rest):
    return reverse(name, args=["acme", *rest])


# --- Teams


def test_a_member_sees_their_own_teams_only(client, cast):
    client.force_login(cast.colleague)
    page = client.get(path("teams")).text
    assert "Payments" in page
    assert "Rooms" not in page


def test_a_lead_sees_every_team_and_no_form(client, cast):
    client.force_login(factories.member(cast.organisation, "lead@example.org", role=Role.LEAD))
    page = client.get(path("teams")).text
    assert "Payments" in page
    assert "Rooms" in page
    assert "Add a team" not in page


def test_an_owner_adds_a_team_to_a_domain(owner, shop):
    owner.post(path("teams"), {"name": "Search", "domain": shop.pk})
    assert Team.objects.get(name="Search").domain == shop


def test_a_member_cannot_add_a_team(client, cast):
    client.force_login(cast.colleague)
    assert client.post(path("teams"), {"name": "Search"}).status_code == 404
    assert not Team.objects.filter(name="Search").exists()


def test_a_team_s_name_in_use_is_an_error_of_its_field(owner):
    response = owner.post(path("teams"), {"name": "rooms"})
    assert "Choose another name" in response.context["form"].errors["name"][0]


def test_another_organisation_s_domain_is_no_choice(owner):
    other = Domain.objects.create(organisation=factories.organisation("Other"), name="Other")
    response = owner.post(path("teams"), {"name": "Search", "domain": other.pk})
    assert list(response.context["form"].errors) == ["domain"]


def test_an_owner_renames_a_team(owner, cast):
    owner.post(path("team", cast.team.pk), {"name": "Bedrooms"})
    cast.team.refresh_from_db()
    assert cast.team.name == "Bedrooms"


def test_a_team_with_services_says_what_to_do_before_it_is_deleted(owner, cast):
    page = owner.get(path("team-delete", cast.team.pk)).text
    assert "still answers for 1 service" in page
    assert "Delete the team" not in page


def test_a_team_that_got_a_service_meanwhile_is_not_deleted(owner, cast):
    response = owner.post(path("team-delete", cast.team.pk), follow=True)
    assert "Move it to another team" in response.text
    assert Team.objects.filter(pk=cast.team.pk).exists()


def test_an_owner_deletes_an_empty_team(owner):
    payments = Team.objects.get(name="Payments")
    assert owner.post(path("team-delete", payments.pk)).url == path("teams")
    assert not Team.objects.filter(pk=payments.pk).exists()


def test_a_thousand_teams_come_fifty_at_a_time(owner, cast, django_assert_max_num_queries):
    Team.objects.bulk_create(
        Team(organisation=cast.organisation, name=f"Team {number}") for number in range(1_000)
    )
    with django_assert_max_num_queries(8):
        response = owner.get(path("teams"), {"page": "nonsense"})
    assert response.text.count('class="rows__main"') == 50


# --- Domains


def test_an_owner_adds_a_domain(owner):
    owner.post(path("domains"), {"name": "Browse and buy"})
    assert Domain.objects.get().name == "Browse and buy"


def test_a_member_cannot_add_a_domain(client, cast):
    client.force_login(cast.colleague)
    assert client.post(path("domains"), {"name": "Browse"}).status_code == 404


def test_a_member_sees_the_domains_of_their_teams_only(client, cast, shop):
    cast.team.domain = shop
    cast.team.save()
    client.force_login(cast.colleague)
    assert "Shop" not in client.get(path("domains")).text


def test_a_domain_s_name_in_use_is_an_error_of_its_field(owner, shop):
    response = owner.post(path("domains"), {"name": "SHOP"})
    assert "Choose another name" in response.context["form"].errors["name"][0]


def test_an_owner_renames_a_domain(owner, shop):
    owner.post(path("domain", shop.pk), {"name": "Deliver"})
    shop.refresh_from_db()
    assert shop.name == "Deliver"


def test_deleting_a_domain_says_that_its_teams_stay(owner, cast, shop):
    cast.team.domain = shop
    cast.team.save()
    assert "Its 1 team stays" in owner.get(path("domain-delete", shop.pk)).text


def test_an_owner_deletes_a_domain(owner, shop):
    owner.post(path("domain-delete", shop.pk))
    assert not Domain.objects.exists()
