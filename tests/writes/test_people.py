from datetime import timedelta

import pytest

from assessments.models import Invitation, InvitationUse, Membership, Role, Team, TeamMember
from assessments.tokens import digest
from assessments.writes.people import (
    InvitationClosed,
    InvitationUsed,
    LastOwner,
    PersonGone,
    TeamMissing,
    accept,
    change,
    invite,
    put_in_team,
    remove,
    withdraw,
)
from assessments.writes.teams import TeamGone
from assessments.writes.tenancy import OfAnotherOrganisation
from tests import factories

pytestmark = pytest.mark.django_db

AT = factories.AT
LATER = AT + timedelta(hours=1)


@pytest.fixture
def newcomer():
    return factories.user("newcomer@example.org")


def invited(cast, role=Role.MEMBER, team=None, days=7):
    return invite(
        organisation=cast.organisation, role=role, team=team, days=days, by=cast.owner, at=AT
    )


def membership(cast, user):
    return Membership.objects.get(organisation=cast.organisation, user=user)


def teams_of(cast, user):
    return {place.team.name for place in membership(cast, user).team_members.all()}


# --- Inviting


def test_only_the_hash_of_an_invitation_s_token_is_kept(cast):
    invitation, token = invited(cast, team=cast.team)
    assert invitation.token_hash == digest(token)
    assert token not in str(Invitation.objects.values())


def test_an_invitation_expires_after_its_days(cast):
    invitation, _token = invited(cast, team=cast.team, days=30)
    assert invitation.expires_at == AT + timedelta(days=30)


def test_a_member_cannot_be_invited_without_a_team(cast):
    with pytest.raises(TeamMissing):
        invited(cast, Role.MEMBER, team=None)


def test_a_coach_can_be_invited_without_a_team(cast):
    invitation, _token = invited(cast, Role.COACH)
    assert invitation.team is None


def test_nobody_is_invited_to_a_team_deleted_meanwhile(cast):
    payments = Team.objects.get(name="Payments")
    Team.objects.get(name="Payments").delete()
    with pytest.raises(TeamGone):
        invited(cast, team=payments)


# --- Joining


def test_who_accepts_gets_the_role_and_the_team(cast, newcomer):
    invitation, _token = invited(cast, Role.LEAD, team=cast.team)
    joined = accept(invitation=invitation, by=newcomer, at=LATER)
    assert (joined.role, joined.joined_at) == (Role.LEAD, LATER)
    assert teams_of(cast, newcomer) == {"Rooms"}


def test_a_link_lets_a_whole_team_in(cast, newcomer):
    invitation, _token = invited(cast, team=cast.team)
    second = factories.user("second@example.org")
    for person in (newcomer, second):
        accept(invitation=invitation, by=person, at=LATER)
    assert teams_of(cast, newcomer) == teams_of(cast, second) == {"Rooms"}


def test_accepting_twice_changes_nothing(cast, newcomer):
    invitation, _token = invited(cast, team=cast.team)
    for _time in range(2):
        accept(invitation=invitation, by=newcomer, at=LATER)
    assert TeamMember.objects.filter(membership__user=newcomer).count() == 1


def test_who_is_in_already_gets_the_team_as_well(cast):
    invitation, _token = invited(cast, team=cast.team)
    accept(invitation=invitation, by=cast.colleague, at=LATER)
    assert teams_of(cast, cast.colleague) == {"Payments", "Rooms"}


def test_an_invitation_never_lowers_a_role(cast):
    invitation, _token = invited(cast, team=Team.objects.get(name="Payments"))
    accept(invitation=invitation, by=cast.owner, at=LATER)
    assert membership(cast, cast.owner).role == Role.OWNER


def test_an_invitation_to_coach_leaves_a_lead_a_lead(cast):
    lead = factories.member(cast.organisation, "lead@example.org", role=Role.LEAD)
    invitation, _token = invited(cast, Role.COACH)
    accept(invitation=invitation, by=lead, at=LATER)
    assert membership(cast, lead).role == Role.LEAD


def test_an_invitation_raises_a_lower_role(cast):
    invitation, _token = invited(cast, Role.OWNER)
    accept(invitation=invitation, by=cast.colleague, at=LATER)
    assert membership(cast, cast.colleague).role == Role.OWNER


def test_an_expired_invitation_lets_nobody_in(cast, newcomer):
    invitation, _token = invited(cast, team=cast.team, days=1)
    with pytest.raises(InvitationClosed):
        accept(invitation=invitation, by=newcomer, at=AT + timedelta(days=1))


def test_an_invitation_withdrawn_meanwhile_lets_nobody_in(cast, newcomer):
    invitation, _token = invited(cast, team=cast.team)
    withdraw(invitation=Invitation.objects.get(), at=LATER, by=None)
    with pytest.raises(InvitationClosed):
        accept(invitation=invitation, by=newcomer, at=LATER)


def test_a_second_withdrawal_keeps_the_first_one_s_time(cast):
    invitation, _token = invited(cast, team=cast.team)
    withdraw(invitation=invitation, at=LATER, by=None)
    withdraw(invitation=invitation, at=LATER + timedelta(hours=1), by=None)
    invitation.refresh_from_db()
    assert invitation.withdrawn_at == LATER


@pytest.mark.parametrize("role", [Role.LEAD, Role.COACH, Role.OWNER])
def test_a_link_to_a_role_that_reads_everything_works_once(cast, newcomer, role):
    invitation, _token = invited(cast, role)
    accept(invitation=invitation, by=newcomer, at=LATER)
    with pytest.raises(InvitationUsed):
        accept(invitation=invitation, by=factories.user("second@example.org"), at=LATER)


def test_a_removed_owner_does_not_rejoin_by_the_same_link(cast, newcomer):
    invitation, _token = invited(cast, Role.OWNER, days=30)
    joined = accept(invitation=invitation, by=newcomer, at=LATER)
    remove(membership=joined, by=cast.owner, at=LATER)
    with pytest.raises(InvitationUsed):
        accept(invitation=invitation, by=newcomer, at=LATER)
    assert not newcomer.memberships.exists()


def test_a_second_press_of_who_joined_by_it_is_no_fault(cast, newcomer):
    invitation, _token = invited(cast, Role.OWNER)
    first, second = (accept(invitation=invitation, by=newcomer, at=LATER) for _press in "ab")
    assert (first, InvitationUse.objects.count()) == (second, 1)


def test_who_gains_nothing_by_a_link_does_not_use_it_up(cast, newcomer):
    invitation, _token = invited(cast, Role.LEAD)
    accept(invitation=invitation, by=cast.owner, at=LATER)
    assert not InvitationUse.objects.exists()
    assert accept(invitation=invitation, by=newcomer, at=LATER).role == Role.LEAD


def test_each_use_says_who_joined_by_which_invitation_and_when(cast, newcomer):
    invitation, _token = invited(cast, team=cast.team)
    accept(invitation=invitation, by=newcomer, at=LATER)
    use = InvitationUse.objects.get()
    assert (use.invitation, use.user, use.role, use.used_at) == (
        invitation,
        newcomer,
        Role.MEMBER,
        LATER,
    )


def test_a_use_outlives_the_team_that_its_invitation_was_to(cast, newcomer):
    team = factories.team(cast.organisation, "Short-lived")
    invitation, _token = invited(cast, team=team)
    accept(invitation=invitation, by=newcomer, at=LATER)
    team.delete()
    assert InvitationUse.objects.get().invitation is None


# --- Changing and removing


def test_a_role_is_changed(cast):
    changed = membership(cast, cast.colleague)
    change(membership=changed, role=Role.LEAD, teams=[], by=None, at=AT)
    assert membership(cast, cast.colleague).role == Role.LEAD


def test_a_person_is_in_exactly_the_teams_given(cast):
    change(
        membership=membership(cast, cast.colleague),
        role=Role.MEMBER,
        teams=[cast.team],
        by=None,
        at=AT,
    )
    assert teams_of(cast, cast.colleague) == {"Rooms"}


def test_nobody_is_put_into_another_organisation_s_team(cast):
    elsewhere = [Team.objects.get(name="Elsewhere")]
    before = teams_of(cast, cast.colleague)
    with pytest.raises(OfAnotherOrganisation):
        change(
            membership=membership(cast, cast.colleague),
            role=Role.MEMBER,
            teams=elsewhere,
            by=None,
            at=AT,
        )
    assert teams_of(cast, cast.colleague) == before


def test_the_last_owner_cannot_be_demoted(cast):
    with pytest.raises(LastOwner):
        change(membership=membership(cast, cast.owner), role=Role.LEAD, teams=[], by=None, at=AT)


def test_the_last_owner_can_change_teams(cast):
    change(membership=membership(cast, cast.owner), role=Role.OWNER, teams=[], by=None, at=AT)
    assert teams_of(cast, cast.owner) == set()


def test_one_of_two_owners_can_be_demoted(cast):
    factories.member(cast.organisation, "second@example.org", role=Role.OWNER)
    change(
        membership=membership(cast, cast.owner), role=Role.MEMBER, teams=[cast.team], by=None, at=AT
    )
    assert membership(cast, cast.owner).role == Role.MEMBER


def test_who_changes_someone_removed_meanwhile_is_told(cast):
    gone = membership(cast, cast.colleague)
    Membership.objects.filter(pk=gone.pk).delete()
    with pytest.raises(PersonGone):
        change(membership=gone, role=Role.LEAD, teams=[], by=None, at=AT)


def test_a_person_is_removed(cast):
    remove(membership=membership(cast, cast.colleague), by=cast.owner, at=LATER)
    assert not cast.organisation.memberships.filter(user=cast.colleague).exists()


def test_what_a_removed_person_submitted_stays_with_their_name(cast):
    result = factories.submitted_result(cast.service, by=cast.colleague)
    remove(membership=membership(cast, cast.colleague), by=cast.owner, at=LATER)
    result.refresh_from_db()
    assert result.submitted_by == cast.colleague


def test_removing_withdraws_the_invitations_that_are_named_and_no_others(cast):
    named, _token = invited(cast, team=cast.team)
    other, _token = invited(cast, team=cast.team)
    remove(
        membership=membership(cast, cast.colleague), invitations=[named], by=cast.owner, at=LATER
    )
    withdrawn = dict(Invitation.objects.values_list("pk", "withdrawn_at"))
    assert withdrawn == {named.pk: LATER, other.pk: None}


def test_a_removal_that_is_refused_withdraws_nothing(cast):
    named, _token = invited(cast, team=cast.team)
    with pytest.raises(LastOwner):
        remove(
            membership=membership(cast, cast.owner), invitations=[named], by=cast.owner, at=LATER
        )
    assert Invitation.objects.get().withdrawn_at is None


def test_the_last_owner_cannot_be_removed(cast):
    with pytest.raises(LastOwner):
        remove(membership=membership(cast, cast.owner), by=cast.owner, at=LATER)


def test_putting_someone_into_a_team_twice_does_nothing(cast):
    for _time in range(2):
        put_in_team(membership=membership(cast, cast.colleague), team=cast.team, by=None, at=AT)
    assert teams_of(cast, cast.colleague) == {"Payments", "Rooms"}
