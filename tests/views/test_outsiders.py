"""Every page of an organisation, for those who may not see it."""

import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from assessments.models import Domain, Membership, Role
from assessments.services.people import invite
from tests import factories

pytestmark = pytest.mark.django_db

PREFIX = "o/<slug:organisation>/"
OWNERS_ONLY = {
    "domain",
    "domain-delete",
    "invitation-withdraw",
    "invitations",
    "person",
    "person-remove",
    "service-delete",
    "team",
    "team-delete",
}


def names(patterns, route="", namespace=""):
    """Each name under an organisation's address, with its arguments."""
    for pattern in patterns:
        whole = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inside = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from names(pattern.url_patterns, whole, inside)
        elif isinstance(pattern, URLPattern) and PREFIX in whole:
            yield f"{namespace}{pattern.name}", re.findall(r"<\w+:(\w+)>", whole)


ADDRESSES = dict(names(get_resolver().url_patterns))
OF_A_ROW = [name for name, arguments in ADDRESSES.items() if len(arguments) > 1]


@pytest.fixture
def cast():
    return factories.cast()


@pytest.fixture
def address(cast):
    """The address under a name, of rows that the cast's organisation has."""
    invitation, _token = invite(
        organisation=cast.organisation,
        role=Role.LEAD,
        team=None,
        days=1,
        by=cast.owner,
        at=factories.AT,
    )
    values = {
        "organisation": cast.organisation.slug,
        "service": cast.service.pk,
        "person": Membership.objects.get(user=cast.owner).pk,
        "team": cast.team.pk,
        "domain": Domain.objects.create(organisation=cast.organisation, name="Shop").pk,
        "invitation": invitation.pk,
        "assessment": factories.assessment(cast.service).pk,
        "section": "profile",
        "question": "telemetry",
    }

    def address_of(name, **changes):
        given = {**values, **changes}
        return reverse(name, kwargs={argument: given[argument] for argument in ADDRESSES[name]})

    return address_of


def answers(client, path):
    """What a read and a write are answered with; one of the two may not be offered at all."""
    return {client.get(path).status_code, client.post(path).status_code} - {405}


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_page_of_an_organisation_does_not_exist_for_another_s_owner(client, cast, address, name):
    client.force_login(cast.outsider)
    assert answers(client, address(name)) == {404}


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


@pytest.mark.parametrize("name", [name for name in ADDRESSES if name.startswith("service-")])
def test_another_team_s_service_does_not_exist_for_a_member(client, cast, address, name):
    path = address(name)
    client.force_login(cast.colleague)
    if str(cast.service.pk) in path.split("/"):
        assert answers(client, path) == {404}
    else:
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("name", sorted(OWNERS_ONLY))
def test_an_owner_sees_an_owner_s_page(client, cast, address, name):
    client.force_login(cast.owner)
    assert client.get(address(name)).status_code in {200, 405}
