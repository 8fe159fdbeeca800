import pytest

from assessments.models import Domain, Invitation, Role, Team
from assessments.writes.names import NameTaken
from assessments.writes.people import invite
from assessments.writes.teams import (
    TeamGone,
    TeamHasServices,
    create_domain,
    create_team,
    delete_domain,
    delete_team,
    edit_team,
    rename_domain,
)
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisation():
    return factories.organisation()


@pytest.fixture
def shop(organisation):
    return create_domain(organisation=organisation, name="Shop", by=None, at=factories.AT)


@pytest.fixture
def rooms(organisation):
    return factories.team(organisation)


def test_a_team_is_created_in_a_domain(organisation, shop):
    assert (
        create_team(
            organisation=organisation, name="Rooms", domain=shop, by=None, at=factories.AT
        ).domain
        == shop
    )


def test_two_teams_of_an_organisation_cannot_share_a_name(organisation, rooms):
    with pytest.raises(NameTaken, match="rooms"):
        create_team(organisation=organisation, name="rooms", domain=None, by=None, at=factories.AT)


def test_another_organisation_may_have_a_team_of_the_same_name(rooms):
    create_team(
        organisation=factories.organisation("Other"),
        name="Rooms",
        domain=None,
        by=None,
        at=factories.AT,
    )
    assert Team.objects.filter(name="Rooms").count() == 2


def test_a_team_is_renamed_and_moved(rooms, shop):
    edit_team(team=rooms, name="Bedrooms", domain=shop, by=None, at=factories.AT)
    rooms.refresh_from_db()
    assert (rooms.name, rooms.domain) == ("Bedrooms", shop)


def test_a_team_cannot_be_renamed_to_another_s_name(organisation, rooms):
    factories.team(organisation, "Payments")
    with pytest.raises(NameTaken):
        edit_team(team=rooms, name="PAYMENTS", domain=None, by=None, at=factories.AT)


def test_a_team_deleted_meanwhile_is_not_brought_back_by_renaming(rooms):
    delete_team(team=Team.objects.get(), by=None, at=factories.AT)
    with pytest.raises(TeamGone):
        edit_team(team=rooms, name="Bedrooms", domain=None, by=None, at=factories.AT)


def test_a_domain_deleted_meanwhile_leaves_the_team_in_none(rooms, shop):
    delete_domain(domain=Domain.objects.get(), by=None, at=factories.AT)
    edit_team(team=rooms, name="Rooms", domain=shop, by=None, at=factories.AT)
    rooms.refresh_from_db()
    assert rooms.domain is None


def test_a_team_without_services_is_deleted(rooms):
    delete_team(team=rooms, by=None, at=factories.AT)
    assert not Team.objects.exists()


def test_deleting_a_team_twice_does_nothing(rooms):
    delete_team(team=Team.objects.get(), by=None, at=factories.AT)
    delete_team(team=rooms, by=None, at=factories.AT)
    assert not Team.objects.exists()


def test_a_team_with_an_archived_service_is_not_deleted(rooms):
    factories.service(rooms, archived_at=factories.AT)
    with pytest.raises(TeamHasServices, match="1 service"):
        delete_team(team=rooms, by=None, at=factories.AT)


def test_invitations_to_a_deleted_team_are_gone(rooms):
    invite(
        organisation=rooms.organisation,
        role=Role.MEMBER,
        team=rooms,
        days=1,
        by=factories.user(),
        at=factories.AT,
    )
    delete_team(team=rooms, by=None, at=factories.AT)
    assert not Invitation.objects.exists()


def test_a_domain_is_renamed(shop):
    rename_domain(domain=shop, name="Browse and buy", by=None, at=factories.AT)
    shop.refresh_from_db()
    assert shop.name == "Browse and buy"


def test_two_domains_cannot_share_a_name(organisation, shop):
    with pytest.raises(NameTaken):
        create_domain(organisation=organisation, name="SHOP", by=None, at=factories.AT)


def test_a_domain_cannot_be_renamed_to_another_s_name(organisation, shop):
    other = create_domain(organisation=organisation, name="Deliver", by=None, at=factories.AT)
    with pytest.raises(NameTaken):
        rename_domain(domain=other, name="shop", by=None, at=factories.AT)


def test_a_deleted_domain_s_teams_stay(organisation, shop):
    team = create_team(
        organisation=organisation, name="Rooms", domain=shop, by=None, at=factories.AT
    )
    delete_domain(domain=shop, by=None, at=factories.AT)
    team.refresh_from_db()
    assert team.domain is None
