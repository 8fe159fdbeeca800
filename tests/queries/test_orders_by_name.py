"""Every list that is in order by name goes by the plain form of the letters, on both databases."""

import pytest

from assessments.models import Domain, Membership, Organisation, Role, Service, Team, User
from assessments.queries import compare, guidance, home, narrowing, people, side_by_side
from assessments.queries.entries import Ref
from tests import factories

pytestmark = pytest.mark.django_db

WRITTEN = ("Zebra", "Łódź", "écho", "Ärger", "Line 10", "Line 9")
SORTED = ["Ärger", "écho", "Line 9", "Line 10", "Łódź", "Zebra"]


@pytest.fixture
def owner():
    """The owner of an organisation in which everything bears each of the names."""
    acme = factories.organisation("Łódź", slug="acme")
    person = factories.user("owner@example.org", name="Łódź")
    own = factories.membership(acme, person, Role.OWNER)
    for at, name in enumerate(WRITTEN):
        domain = Domain.objects.create(organisation=acme, name=name)
        team = factories.team(acme, name, domain=domain)
        own.team_members.create(organisation=acme, team=team)
        factories.service(team, name)
        if name != "Łódź":
            factories.membership(acme, factories.user(f"{at}@example.org", name=name))
            other = factories.organisation(name, slug=f"other-{at}")
            factories.membership(other, person, Role.OWNER)
    for organisation in Organisation.objects.all():
        factories.guidance(organisation)
    return Membership.objects.select_related("organisation").get(pk=own.pk)


def entry():
    return Ref("practice", "run-regular-chaos-days", "Run regular chaos days", "")


LISTS = {
    "teams to filter by": lambda owner: narrowing.teams(owner),
    "services compared": lambda owner: compare.ordered(compare.services(owner, factories.AT)),
    "services compared, by team": lambda owner: compare.ordered(
        compare.services(owner, factories.AT), "team"
    ),
    "domains compared": lambda owner: compare.by_group(
        compare.services(owner, factories.AT), "team__domain"
    ),
    "services side by side": lambda owner: side_by_side.fetch(
        owner, Service.objects.values_list("pk", flat=True)
    ),
    "one's services": lambda owner: home.my_services(owner, factories.AT),
    "one's organisations": lambda owner: [
        each.organisation for each in home.memberships(owner.user)
    ],
    "people": lambda owner: [each.user for each in people.visible_people(owner)],
    "a person's teams": lambda owner: [
        place.team
        for place in people.visible_people(owner).get(pk=owner.pk).places  # type: ignore[attr-defined]
    ],
    "teams": lambda owner: people.visible_teams(owner),
    "teams to add to": lambda owner: people.teams_to_add_to(owner),
    "teams to claim for": lambda owner: people.teams_of(owner.user),
    "domains": lambda owner: people.visible_domains(owner),
    "teams to choose from": lambda owner: owner.organisation.teams.all(),
    "domains to choose from": lambda owner: owner.organisation.domains.all(),
    "guidance on an entry": lambda owner: [
        piece.guidance.organisation for piece in guidance.guidance_for(owner.user, entry()).pieces
    ],
    "places to add guidance": lambda owner: [
        place.organisation for place in guidance.guidance_for(owner.user, entry()).may_add
    ],
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_in_order_whatever_the_letters(owner, name):
    assert [each.name for each in LISTS[name](owner)] == SORTED


@pytest.mark.parametrize("name", LISTS)
def test_a_list_copes_with_rows_that_the_previous_release_wrote(owner, name):
    Organisation.objects.update(sort_key=None)
    User.objects.update(sort_key=None)
    for model in (Domain, Team, Service):
        model._default_manager.update(search_key=None, sort_key=None)
    assert {each.name for each in LISTS[name](owner)} == set(SORTED)


def test_teams_to_claim_for_go_by_organisation_first():
    person = factories.user()
    for name in ("Ünder", "Acme"):
        organisation = factories.organisation(name, slug=name[1:].lower())
        team = factories.team(organisation, f"{name} team")
        place = factories.membership(organisation, person)
        place.team_members.create(organisation=organisation, team=team)
    assert [team.name for team in people.teams_of(person)] == ["Acme team", "Ünder team"]
