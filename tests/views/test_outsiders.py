"""Every address of the app, for those who may not see what is there."""

import pytest

from assessments.models import Organisation, Role
from tests import factories
from tests.views.addresses import ADDRESSES, ARGUMENTS, GUESTS, OF_THE_PLAYBOOK, ROUTES, SHARED

pytestmark = pytest.mark.django_db

ANYBODYS = {
    "landing",
    "check-start",
    "join",
    "playbook",
    "playbook-entry",
    "search",
    "questions",
    "selector",
    "method",
    "models",
    "versions",
    "glossary",
    "mails-by-link",
}
ONES_OWN = {"home", "mails", "start"}
"""What whoever is signed in gets, about themselves."""
OWNERS_ONLY = {
    "domain",
    "domain-delete",
    "invitation-uses",
    "invitation-withdraw",
    "invitations",
    "logo-remove",
    "organisation-delete",
    "organisation-edit",
    "organisation-logo",
    "person",
    "person-remove",
    "service-delete",
    "team",
    "team-delete",
}

LEADS_AND_OWNERS = {
    "round-delete",
    "round-new",
    "scenario-delete",
    "scenario-edit",
    "scenario-new",
    "guidance-new",
    "guidance-change",
    "guidance-delete",
    "shared-link-revoke",
    "shared-links",
}


OF_A_ROW = [name for name in ADDRESSES if len({*ARGUMENTS[name]} - OF_THE_PLAYBOOK) > 1]
OF_A_TEAM = [name for name in ADDRESSES if {"service", "assessment"} & set(ARGUMENTS[name])]


def test_every_address_is_somebodys():
    """A new one is anybody's or one's own by being named above; else it is swept below."""
    assert set(ROUTES) == {*ANYBODYS, *ONES_OWN, *ADDRESSES, *GUESTS, *SHARED}


def answers(client, path):
    """What a read and a write are answered with; one of the two may not be offered at all."""
    return {client.get(path).status_code, client.post(path).status_code} - {405}


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_page_of_an_organisation_does_not_exist_for_another_s_owner(client, cast, address, name):
    client.force_login(cast.outsider)
    assert answers(client, address(name)) == {404}


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_page_of_a_deleted_organisation_does_not_exist_for_its_owner(client, cast, address, name):
    path = address(name)
    Organisation.objects.filter(pk=cast.organisation.pk).update(deleted_at=factories.AT)
    client.force_login(cast.owner)
    assert answers(client, path) == {404}


@pytest.mark.parametrize("name", OF_A_ROW)
def test_a_row_of_another_organisation_does_not_exist_under_one_s_own(client, cast, address, name):
    client.force_login(cast.outsider)
    assert answers(client, address(name, organisation="elsewhere")) == {404}


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_page_of_an_organisation_asks_who_is_signed_out_to_sign_in(client, address, name):
    assert answers(client, address(name)) == {302}


@pytest.mark.parametrize("name", sorted(OWNERS_ONLY))
def test_an_owner_s_page_does_not_exist_for_a_colleague(client, cast, address, name):
    client.force_login(cast.colleague)
    assert answers(client, address(name)) == {404}


@pytest.mark.parametrize("name", sorted(LEADS_AND_OWNERS))
def test_a_page_for_leads_and_owners_does_not_exist_for_a_member_or_a_coach(
    client, cast, address, name
):
    coach = factories.member(cast.organisation, "coach@example.org", role=Role.COACH)
    for person in (cast.colleague, coach):
        client.force_login(person)
        assert answers(client, address(name)) == {404}


@pytest.mark.parametrize("name", OF_A_TEAM)
def test_another_team_s_service_does_not_exist_for_a_member(client, cast, address, name):
    client.force_login(cast.colleague)
    assert answers(client, address(name)) == {404}


@pytest.mark.parametrize("name", sorted(OWNERS_ONLY))
def test_an_owner_sees_an_owner_s_page(client, cast, address, name):
    client.force_login(cast.owner)
    assert client.get(address(name)).status_code in {200, 405}


@pytest.mark.parametrize("name", sorted(ONES_OWN))
def test_one_s_own_page_asks_who_is_signed_out_to_sign_in(client, address, name):
    assert answers(client, address(name)) == {302}


@pytest.mark.parametrize("name", GUESTS)
def test_a_guest_s_page_does_not_exist_under_a_wrong_link(client, address, name):
    check = factories.guest_check(token="a-guest-token")
    theirs = factories.assessment(check).pk
    assert answers(client, address(name, token="wrong", assessment=theirs)) == {404}


@pytest.mark.parametrize("name", [name for name in GUESTS if "assessment" in ARGUMENTS[name]])
def test_another_guest_s_assessment_does_not_exist_under_one_s_own_link(client, address, name):
    factories.guest_check(token="a-guest-token")
    theirs = factories.assessment(factories.guest_check(token="another")).pk
    assert answers(client, address(name, assessment=theirs)) == {404}


@pytest.mark.parametrize("name", [name for name in GUESTS if "assessment" in ARGUMENTS[name]])
def test_a_service_s_assessment_does_not_exist_under_a_guest_s_link(client, address, name):
    factories.guest_check(token="a-guest-token")
    assert answers(client, address(name)) == {404}


@pytest.mark.parametrize("name", SHARED)
def test_a_result_does_not_exist_under_a_wrong_read_only_link(client, address, name):
    assert answers(client, address(name, token="wrong")) == {404}


@pytest.mark.parametrize("name", GUESTS)
def test_a_read_only_link_opens_none_of_a_guest_s_pages(client, address, name):
    result = factories.submitted_result(factories.guest_check(token="private"))
    factories.shared_link(result, token="shared")
    assert answers(client, address(name, token="shared", assessment=result.assessment_id)) == {404}


@pytest.mark.parametrize("name", SHARED)
def test_a_private_link_is_no_read_only_link(client, address, name):
    factories.submitted_result(factories.guest_check(token="private"))
    assert answers(client, address(name, token="private")) == {404}
