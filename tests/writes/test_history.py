"""Who changed what of an organisation and when, row by row."""

from datetime import timedelta

import pytest

from assessments.models import (
    Domain,
    Guidance,
    Invitation,
    Membership,
    Organisation,
    Role,
    Team,
    TeamMember,
)
from assessments.writes import guidance, organisations, people, teams
from assessments.writes.organisation_deletion import delete_marked
from tests import factories

pytestmark = pytest.mark.django_db

AT = factories.AT
LATER = AT + timedelta(hours=1)
SAID = guidance.Said("practice", "host-game-days", "Ask in the chat.", [])


def written(model, **of):
    """What became of rows, oldest first: the kind of change, who did it and when."""
    rows = model.history.filter(**of).order_by("history_id")
    return [(row.history_type, row.history_user, row.history_date) for row in rows]


def last(model, key):
    return model.history.filter(id=key).order_by("history_id").last()


def test_a_team_s_history_tells_who_made_changed_and_deleted_it(cast):
    team = teams.create_team(
        organisation=cast.organisation, name="Kitchens", domain=None, by=cast.owner, at=AT
    )
    teams.edit_team(team=team, name="Bedrooms", domain=None, by=cast.colleague, at=LATER)
    key = team.pk
    teams.delete_team(team=team, by=cast.owner, at=LATER)
    assert written(Team, id=key) == [
        ("+", cast.owner, AT),
        ("~", cast.colleague, LATER),
        ("-", cast.owner, LATER),
    ]
    names = Team.history.filter(id=key).order_by("history_id").values_list("name", flat=True)
    assert list(names) == ["Kitchens", "Bedrooms", "Bedrooms"]


def test_a_domain_s_history_tells_who_made_renamed_and_deleted_it(cast):
    domain = teams.create_domain(organisation=cast.organisation, name="Shop", by=cast.owner, at=AT)
    teams.rename_domain(domain=domain, name="Buy", by=cast.colleague, at=LATER)
    key = domain.pk
    teams.delete_domain(domain=domain, by=cast.owner, at=LATER)
    assert written(Domain, id=key) == [
        ("+", cast.owner, AT),
        ("~", cast.colleague, LATER),
        ("-", cast.owner, LATER),
    ]


def test_a_changed_role_and_a_left_team_are_in_the_history(cast):
    membership = Membership.objects.get(user=cast.colleague, organisation=cast.organisation)
    people.change(membership=membership, role=Role.LEAD, teams=[], by=cast.owner, at=LATER)
    assert written(Membership, id=membership.pk)[-1] == ("~", cast.owner, LATER)
    assert last(Membership, membership.pk).role == Role.LEAD
    assert written(TeamMember, membership=membership)[-1] == ("-", cast.owner, LATER)


def test_a_person_saved_as_they_were_leaves_no_history(cast):
    membership = Membership.objects.get(user=cast.colleague, organisation=cast.organisation)
    before = Membership.history.count(), TeamMember.history.count()
    people.change(
        membership=membership,
        role=Role.MEMBER,
        teams=[Team.objects.get(name="Payments")],
        by=cast.owner,
        at=LATER,
    )
    assert (Membership.history.count(), TeamMember.history.count()) == before


def test_an_invitation_s_history_tells_who_withdrew_it_and_holds_no_secret(cast):
    made, _token = people.invite(
        organisation=cast.organisation, role=Role.LEAD, team=None, days=7, by=cast.owner, at=AT
    )
    people.withdraw(invitation=made, by=cast.colleague, at=LATER)
    assert written(Invitation, id=made.pk) == [("+", cast.owner, AT), ("~", cast.colleague, LATER)]
    assert not any(field.name == "token_hash" for field in Invitation.history.model._meta.fields)


def test_who_accepts_is_in_the_history_of_their_place(cast):
    made, _token = people.invite(
        organisation=cast.organisation,
        role=Role.MEMBER,
        team=cast.team,
        days=7,
        by=cast.owner,
        at=AT,
    )
    newcomer = factories.user()
    membership = people.accept(invitation=made, by=newcomer, at=LATER)
    assert written(Membership, id=membership.pk) == [("+", newcomer, LATER)]
    assert written(TeamMember, membership=membership) == [("+", newcomer, LATER)]


def test_changed_bands_are_in_the_organisation_s_history(cast):
    organisations.set_bands(
        organisation=cast.organisation,
        currency=cast.organisation.currency,
        low_ceiling=5_000,
        medium_ceiling=90_000,
        high_ceiling=None,
        by=cast.owner,
        at=LATER,
    )
    changed = last(Organisation, cast.organisation.pk)
    assert (changed.low_ceiling, changed.history_user, changed.history_date) == (
        5_000,
        cast.owner,
        LATER,
    )


def test_a_renamed_organisation_s_history_keeps_the_name_before(cast):
    organisations.change(
        organisation=cast.organisation,
        name="Acme 2",
        time_zone="",
        rhythm_days=30,
        by=cast.owner,
        at=LATER,
    )
    rows = Organisation.history.filter(id=cast.organisation.pk).order_by("history_id")
    assert list(rows.values_list("name", flat=True)) == ["Acme", "Acme 2"]


def test_guidance_s_history_tells_who_wrote_and_deleted_it(cast):
    made = guidance.add(organisation=cast.organisation, said=SAID, by=cast.colleague, at=AT)
    key = made.pk
    guidance.delete(guidance=made, shown=guidance.shown_as(SAID), by=cast.owner, at=LATER)
    assert written(Guidance, id=key) == [("+", cast.colleague, AT), ("-", cast.owner, LATER)]


def test_no_history_outlives_its_organisation(cast):
    guidance.add(organisation=cast.organisation, said=SAID, by=cast.colleague, at=AT)
    teams.create_domain(organisation=cast.organisation, name="Shop", by=cast.owner, at=AT)
    factories.submitted_result(cast.service)
    organisations.delete(organisation=cast.organisation, at=LATER)
    delete_marked()
    kept = (Domain, Guidance, Invitation, Membership, Team, TeamMember)
    of = {"organisation": cast.organisation.pk}
    assert not [model for model in kept if model.history.filter(**of).exists()]
    assert not Organisation.history.filter(id=cast.organisation.pk).exists()
