import re

import pytest
from django.urls import reverse
from django.utils import timezone

from assessments.models import Invitation, InvitationUse, Membership, Role, Team, TeamMember, User
from assessments.writes.people import accept, invite
from tests import factories

pytestmark = pytest.mark.django_db


def place(cast, user):
    return Membership.objects.get(organisation=cast.organisation, user=user)


def path(name, *rest):
    return reverse(name, args=["acme", *rest])


# --- The list


def test_an_owner_sees_everyone_with_their_teams(owner, cast):
    page = owner.get(path("people")).text
    assert "colleague@example.org" in page
    assert "Payments" in page


def test_a_member_sees_the_people_of_their_own_teams_only(client, cast):
    factories.member(
        cast.organisation, "near@example.org", teams=(Team.objects.get(name="Payments"),)
    )
    client.force_login(cast.colleague)
    page = client.get(path("people")).text
    assert "Near" in page
    assert "Owner@" not in page
    assert "Rooms" not in page


def test_a_coach_reads_everyone_and_changes_nobody(client, cast):
    client.force_login(factories.member(cast.organisation, "coach@example.org", role=Role.COACH))
    page = client.get(path("people")).text
    assert "Colleague" in page
    assert path("person", place(cast, cast.colleague).pk) not in page


def test_a_member_without_a_team_reads_why_nobody_is_shown(client, cast):
    client.force_login(factories.member(cast.organisation, "new@example.org"))
    assert "You are in no team yet" in client.get(path("people")).text


def test_a_thousand_people_come_fifty_at_a_time(owner, cast, django_assert_max_num_queries):
    people = [User(email=f"p{n}@example.org", name="N" * 100) for n in range(1_000)]
    users = User.objects.bulk_create(people)
    shared = {"organisation": cast.organisation, "role": "member", "joined_at": factories.AT}
    members = Membership.objects.bulk_create(Membership(user=user, **shared) for user in users)
    TeamMember.objects.bulk_create(
        TeamMember(organisation=cast.organisation, team=cast.team, membership=each)
        for each in members
    )
    with django_assert_max_num_queries(8):
        response = owner.get(path("people"), {"page": 2})
    assert response.text.count('class="rows__main"') == 50
    assert "Page 2 of 21" in response.text


# --- Changing and removing


def test_an_owner_changes_a_role_and_teams(owner, cast):
    colleague = place(cast, cast.colleague)
    owner.post(path("person", colleague.pk), {"role": "lead", "teams": [cast.team.pk]})
    colleague.refresh_from_db()
    assert colleague.role == Role.LEAD
    assert [each.team for each in colleague.team_members.all()] == [cast.team]


@pytest.mark.parametrize("team", ["0", "x", str(2**63), str(10**40)])
def test_a_team_that_there_is_not_is_refused(owner, cast, team):
    page = path("person", place(cast, cast.colleague).pk)
    response = owner.post(page, {"role": Role.MEMBER, "teams": [team]})
    assert response.status_code == 422


def test_the_form_shows_what_a_person_is_now(owner, cast):
    form = owner.get(path("person", place(cast, cast.owner).pk)).context["form"]
    assert (form["role"].value(), list(form["teams"].value())) == ("owner", [str(cast.team.pk)])


def test_demoting_the_last_owner_is_an_error_that_says_what_to_do(owner, cast):
    response = owner.post(path("person", place(cast, cast.owner).pk), {"role": "member"})
    assert "Make someone else an owner first" in response.text
    assert place(cast, cast.owner).is_owner


def test_removing_asks_first(owner, cast):
    colleague = place(cast, cast.colleague)
    page = owner.get(path("person-remove", colleague.pk)).text
    assert "Remove Colleague?" in page
    assert Membership.objects.filter(pk=colleague.pk).exists()


def test_removing_warns_of_links_that_still_work(owner, cast):
    owner.post(path("invitations"), {"role": "coach", "days": "1"})
    page = owner.get(path("person-remove", place(cast, cast.colleague).pk)).text
    assert "1 other invitation is still open" in page


@pytest.fixture
def second(cast):
    """Another owner, who made one invitation, joined by a second, and has nothing to do with a
    third."""
    person = factories.member(cast.organisation, "second@example.org", role=Role.OWNER)
    shared = {"organisation": cast.organisation, "role": Role.MEMBER, "team": cast.team, "days": 7}
    now = timezone.now()
    made, _token = invite(**shared, by=person, at=now)
    held, _token = invite(**shared, by=cast.owner, at=now)
    accept(invitation=held, by=person, at=now)
    invite(**shared, by=cast.owner, at=now)
    return person, made, held


def test_removing_offers_to_withdraw_what_the_person_made_or_joined_by(owner, cast, second):
    person, made, held = second
    form = owner.get(path("person-remove", place(cast, person).pk)).context["form"]
    offered = [pk for pk, _words in form.fields["invitations"].choices]
    ticked = form["invitations"].value()
    assert set(offered) == set(ticked) == {str(made.pk), str(held.pk)}


def test_invitations_left_ticked_are_withdrawn_with_the_removal(owner, cast, second):
    person, made, _held = second
    owner.post(path("person-remove", place(cast, person).pk), {"invitations": [made.pk]})
    withdrawn = Invitation.objects.exclude(withdrawn_at=None)
    assert (list(withdrawn), person.memberships.exists()) == ([made], False)


@pytest.mark.parametrize("number", ["x", "0", str(10**40)])
def test_an_invitation_that_is_not_the_person_s_is_not_withdrawn_with_them(
    owner, cast, second, number
):
    person, _made, _held = second
    theirs = Invitation.objects.latest("pk").pk
    page = path("person-remove", place(cast, person).pk)
    assert owner.post(page, {"invitations": [number, theirs]}).status_code == 302
    assert not Invitation.objects.exclude(withdrawn_at=None).exists()


def test_an_owner_made_something_else_is_said_to_have_links_left(owner, cast, second):
    person = second[0]
    where = path("person", place(cast, person).pk)
    page = owner.post(where, {"role": "member", "teams": [cast.team.pk]}, follow=True)
    assert "are still open: look at Invitations" in page.text


# --- Who joined by which invitation


def test_owners_see_on_the_page_of_people_who_joined_by_which_invitation(owner, cast, second):
    page = " ".join(owner.get(path("people")).text.split())
    joined = page[page.index('id="joined"') :]
    assert "Second" in joined
    assert "Invitation made by Owner on" in joined
    assert "to the team Rooms" in joined


def test_who_joined_and_was_removed_is_still_told_of(owner, cast, second):
    place(cast, second[0]).delete()
    assert "Removed since" in owner.get(path("people")).text


def test_a_coach_is_not_told_who_joined_by_which_invitation(client, cast, second):
    client.force_login(factories.member(cast.organisation, "coach@example.org", role=Role.COACH))
    assert 'id="joined"' not in client.get(path("people")).text


def test_every_use_has_its_place_in_a_list(owner, cast, django_assert_max_num_queries):
    invitation, _token = invite(
        organisation=cast.organisation,
        role=Role.MEMBER,
        team=cast.team,
        days=7,
        by=cast.owner,
        at=timezone.now(),
    )
    users = User.objects.bulk_create(User(email=f"p{n}@example.org") for n in range(60))
    shared = {"organisation": cast.organisation, "invitation": invitation, "role": Role.MEMBER}
    InvitationUse.objects.bulk_create(
        InvitationUse(user=user, used_at=factories.AT, **shared) for user in users
    )
    with django_assert_max_num_queries(6):
        response = owner.get(path("invitation-uses"), {"page": 2})
    assert response.text.count('class="rows__main"') == 10


def test_an_owner_removes_a_person(owner, cast):
    colleague = place(cast, cast.colleague)
    assert owner.post(path("person-remove", colleague.pk)).url == path("people")
    assert not Membership.objects.filter(pk=colleague.pk).exists()


def test_the_last_owner_cannot_leave(owner, cast):
    pk = place(cast, cast.owner).pk
    response = owner.post(path("person-remove", pk), follow=True)
    assert "Make someone else an owner first" in response.text


def test_one_of_two_owners_can_leave(owner, cast):
    factories.member(cast.organisation, "second@example.org", role=Role.OWNER)
    response = owner.post(path("person-remove", place(cast, cast.owner).pk))
    assert response.url == reverse("home")


# --- Invitations


def test_a_new_link_is_shown_once(owner):
    made = owner.post(path("invitations"), {"role": "coach", "days": "7"}, follow=True)
    link = made.context["link"]
    assert f'readonly autofocus value="{link}"' in made.text
    assert link not in owner.get(path("invitations")).text


def test_the_link_that_is_shown_leads_to_the_invitation(owner):
    made = owner.post(path("invitations"), {"role": "coach", "days": "7"}, follow=True)
    link = made.context["link"].removeprefix("http://testserver")
    assert "Coach:" in owner.get(link).text


def test_a_member_s_invitation_needs_a_team(owner):
    response = owner.post(path("invitations"), {"role": "member", "days": "7"})
    assert "Choose a team" in response.context["form"].errors["team"][0]
    assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"), [("role", "admin"), ("days", "365"), ("team", "999"), ("team", "x")]
)
def test_only_what_is_offered_can_be_chosen(owner, field, value):
    given = {"role": "coach", "days": "7", field: value}
    response = owner.post(path("invitations"), given)
    assert list(response.context["form"].errors) == [field]


def test_another_organisation_s_team_is_no_choice(owner):
    elsewhere = Team.objects.get(name="Elsewhere")
    given = {"role": "member", "days": "7", "team": elsewhere.pk}
    assert owner.post(path("invitations"), given).context["form"].errors


def test_a_withdrawn_invitation_leaves_the_list(owner, cast):
    invitation, _token = invite(
        organisation=cast.organisation,
        role=Role.COACH,
        team=None,
        days=7,
        by=cast.owner,
        at=timezone.now(),
    )
    withdraw = path("invitation-withdraw", invitation.pk)
    assert withdraw in owner.get(path("invitations")).text
    owner.post(withdraw)
    assert withdraw not in owner.get(path("invitations")).text


def test_a_person_saved_as_shown_keeps_role_and_teams(owner, cast):
    colleague = place(cast, cast.colleague)
    before = set(colleague.team_members.values_list("team", flat=True))
    page = owner.get(path("person", colleague.pk)).text
    inputs = [dict(re.findall(r'(\w+)="([^"]*)"', each)) for each in _ticked(page)]
    body = {
        name: [each["value"] for each in inputs if each["name"] == name]
        for name in ("role", "teams")
    }
    assert owner.post(path("person", colleague.pk), body).status_code == 302
    assert set(colleague.team_members.values_list("team", flat=True)) == before != set()


def _ticked(page):
    return re.findall(r"<input[^>]* checked[^>]*>", page)
