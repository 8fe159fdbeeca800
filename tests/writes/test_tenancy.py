"""No row of one tenant comes to name a row of another: what a write is given is refused, and what
it takes from elsewhere is of the same organisation."""

import pytest
from django.db.models import F, ForeignKey
from django.utils import timezone

from assessments.demo.retailer import furnish
from assessments.models import Domain, Invitation, Membership, Role, SharedLink, TeamMember
from assessments.writes import catalogue, people, teams
from assessments.writes.tenancy import OfAnotherOrganisation
from tests import factories
from tests.models.test_tenancy import TENANT_ROWS

pytestmark = pytest.mark.django_db
AT = factories.AT

NAMES = [
    (model, field.name)
    for model in TENANT_ROWS
    for field in model._meta.get_fields()
    if isinstance(field, ForeignKey) and field.related_model in TENANT_ROWS
]
"""Every foreign key from one tenant's row to another's."""


class Foreign:
    """Two organisations; `domain`, `link` and `invitation` are the other's, and so is the team
    `theirs`."""

    def __init__(self):
        self.ours = factories.cast()
        self.membership = Membership.objects.get(user=self.ours.owner)
        elsewhere = factories.organisation("Beyond")
        self.theirs = factories.team(elsewhere, "Afar")
        self.domain = Domain.objects.create(organisation=elsewhere, name="Shop")
        result = factories.submitted_result(factories.service(self.theirs, "Till"))
        self.link = factories.shared_link(result)
        self.invitation, _token = people.invite(
            organisation=elsewhere,
            role=Role.MEMBER,
            team=self.theirs,
            days=1,
            by=self.ours.outsider,
            at=AT,
        )


GIVEN = {
    "Team.domain, made": lambda it: teams.create_team(
        organisation=it.ours.organisation, name="New", domain=it.domain, by=None, at=AT
    ),
    "Team.domain, changed": lambda it: teams.edit_team(
        team=it.ours.team, name="Rooms", domain=it.domain, by=None, at=AT
    ),
    "Service.team": lambda it: catalogue.edit(
        service=it.ours.service, name="Bedroom", description="", team=it.theirs, by=None, at=AT
    ),
    "Invitation.team": lambda it: people.invite(
        organisation=it.ours.organisation,
        role=Role.MEMBER,
        team=it.theirs,
        days=1,
        by=it.ours.owner,
        at=AT,
    ),
    "TeamMember.team": lambda it: people.put_in_team(
        membership=it.membership, team=it.theirs, by=None, at=AT
    ),
    "TeamMember.team, of several": lambda it: people.change(
        membership=it.membership, role=Role.OWNER, teams=[it.ours.team, it.theirs], by=None, at=AT
    ),
    "an invitation to withdraw": lambda it: people.remove(
        membership=it.membership, invitations=[it.invitation], by=it.ours.owner, at=AT
    ),
    "a link to revoke": lambda it: people.remove(
        membership=it.membership, links=[it.link], by=it.ours.owner, at=AT
    ),
}
"""The writes that are told which row to name, by what they would name."""


@pytest.mark.parametrize("name", GIVEN)
def test_a_row_of_another_organisation_is_refused(name):
    foreign = Foreign()
    with pytest.raises(OfAnotherOrganisation):
        GIVEN[name](foreign)


def test_what_was_refused_has_changed_nothing():
    foreign, members = Foreign(), TeamMember.objects.count
    before = members()
    for write in GIVEN.values():
        with pytest.raises(OfAnotherOrganisation):
            write(foreign)
    assert members() == before
    assert not SharedLink.objects.exclude(revoked_at=None).exists()
    assert not Invitation.objects.exclude(withdrawn_at=None).exists()


@pytest.fixture
def filled():
    """Two organisations with all that the demo has, a guest's check and what it takes to name
    every kind of row."""
    furnish(at=timezone.now())
    Foreign()
    guests = factories.submitted_result(factories.guest_check())
    factories.shared_link(guests, token="another")
    factories.covering_note(guests)


def test_what_a_row_names_is_of_its_own_organisation(filled):
    for model, name in NAMES:
        named = model._default_manager.exclude(**{name: None})
        assert not named.exclude(organisation=F(f"{name}__organisation")).exists(), (model, name)
