import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from assessments.models import GuestCheck, Invitation, Membership, Organisation, Role, Service, Team
from assessments.writes.people import invite, withdraw
from tests import factories

pytestmark = pytest.mark.django_db

CONFIRMED = {"confirmed": "yes"}
START = {"organisation_name": "New Ltd", "team_name": "First", "service_name": "Checkout"}


# --- Starting


def test_a_signed_out_visitor_is_asked_to_sign_in_before_starting(client):
    assert client.get(reverse("start")).url.startswith(reverse("account_login"))


def test_one_form_leads_to_the_first_service(client):
    client.force_login(factories.user())
    response = client.post(reverse("start"), START)
    service = Service.objects.get(name="Checkout")
    assert response.url == reverse("service", args=["new-ltd", service.pk])


def test_someone_with_an_organisation_can_start_another(client, cast):
    client.force_login(cast.colleague)
    client.post(reverse("start"), START)
    assert Organisation.objects.filter(memberships__user=cast.colleague).count() == 2


def test_the_same_organisation_twice_is_an_error_of_its_field(client):
    client.force_login(factories.user())
    client.post(reverse("start"), START)
    response = client.post(reverse("start"), START)
    assert "Add to that one instead" in response.context["form"].errors["organisation_name"][0]


@pytest.mark.parametrize("field", START)
def test_each_name_is_needed(client, field):
    client.force_login(factories.user())
    response = client.post(reverse("start"), {**START, field: "  "})
    assert list(response.context["form"].errors) == [field]


# --- Joining


@pytest.fixture
def invited(cast):
    """An invitation to a team, and the path of its link."""
    invitation, token = invite(
        organisation=cast.organisation,
        role=Role.MEMBER,
        team=cast.team,
        days=7,
        by=cast.owner,
        at=timezone.now(),
    )
    return invitation, reverse("join", args=[token])


def test_a_signed_out_visitor_sees_what_the_invitation_is_to(client, invited):
    page = client.get(invited[1]).text
    assert "Acme" in page
    assert "Rooms" in page
    assert "Member:" in page


def test_signing_up_comes_back_to_the_invitation(client, invited):
    path = invited[1]
    assert f'href="{reverse("account_signup")}?next={path}"' in client.get(path).text


def test_opening_the_link_alone_does_not_join(client, cast, invited):
    client.force_login(cast.outsider)
    client.get(invited[1])
    assert not cast.organisation.memberships.filter(user=cast.outsider).exists()


def test_confirming_joins(client, cast, invited):
    client.force_login(cast.outsider)
    response = client.post(invited[1])
    assert response.url == reverse("organisation", args=["acme"])
    assert cast.organisation.memberships.get(user=cast.outsider).role == Role.MEMBER


def test_a_signed_out_visitor_cannot_join(client, cast, invited):
    before = Membership.objects.count()
    client.post(invited[1])
    assert Membership.objects.count() == before


def test_who_is_in_already_is_told_so(client, cast, invited):
    client.force_login(cast.owner)
    assert "You are in this organisation already" in client.get(invited[1]).text


def test_a_link_that_is_not_known_is_a_page_of_its_own(client):
    response = client.get(reverse("join", args=["cut-off"]))
    assert response.status_code == 404
    assert "cut off" in response.text


def test_a_withdrawn_invitation_is_gone(client, invited):
    withdraw(invitation=invited[0], at=timezone.now(), by=None)
    response = client.get(invited[1])
    assert response.status_code == 410
    assert "withdrawn" in response.text


def test_an_expired_invitation_is_gone(client, invited):
    now = timezone.now()
    created, expired = now - timedelta(days=2), now - timedelta(days=1)
    Invitation.objects.update(created_at=created, expires_at=expired)
    response = client.post(invited[1])
    assert response.status_code == 410
    assert "expired" in response.text


@pytest.fixture
def lead_s(cast):
    """The path of a link to become a lead."""
    _invitation, token = invite(
        organisation=cast.organisation,
        role=Role.LEAD,
        team=None,
        days=7,
        by=cast.owner,
        at=timezone.now(),
    )
    return reverse("join", args=[token])


def test_a_link_to_become_a_lead_says_that_it_is_for_one_person(client, lead_s):
    assert "for one person" in client.get(lead_s).text


def test_a_link_that_was_used_lets_nobody_else_in(client, cast, lead_s):
    client.force_login(cast.outsider)
    client.post(lead_s)
    client.force_login(factories.user("late@example.org"))
    for response in (client.get(lead_s), client.post(lead_s)):
        assert response.status_code == 410
        assert "It lets one person in, and has been used" in response.text


def test_who_used_a_link_is_led_in_by_a_second_press(client, cast, lead_s):
    client.force_login(cast.outsider)
    first, second = (client.post(lead_s).url for _press in "ab")
    assert first == second == reverse("organisation", args=["acme"])


def test_an_owner_who_opens_a_lead_s_link_does_not_use_it_up(client, cast, lead_s):
    client.force_login(cast.owner)
    client.post(lead_s)
    client.force_login(cast.outsider)
    assert client.post(lead_s).status_code == 302


def test_a_used_link_lets_nobody_in_who_was_removed(client, cast, lead_s):
    client.force_login(cast.outsider)
    client.post(lead_s)
    cast.organisation.memberships.filter(user=cast.outsider).delete()
    assert client.post(lead_s).status_code == 410


# --- Claiming a guest's check


@pytest.fixture
def claim():
    factories.guest_check("Checkout", token="a-token")
    return reverse("check-claim", args=["a-token"])


def test_a_signed_out_guest_is_offered_an_account(client, claim):
    page = client.get(claim).text
    assert f'href="{reverse("account_signup")}?next={claim}"' in page
    assert f'href="{reverse("account_login")}?next={claim}"' in page


def test_a_signed_out_guest_cannot_claim(client, cast, claim):
    client.post(claim, {"place": cast.team.pk, "service_name": "Checkout", **CONFIRMED})
    assert GuestCheck.objects.exists()


def test_a_claimed_check_becomes_a_service_of_one_s_team(client, cast, claim):
    client.force_login(cast.owner)
    response = client.post(claim, {"place": cast.team.pk, "service_name": "Checkout", **CONFIRMED})
    service = Service.objects.get(name="Checkout")
    assert response.url == reverse("service", args=["acme", service.pk])
    assert service.team == cast.team


def test_the_service_has_the_check_s_name_unless_another_is_typed(client, cast, claim):
    client.force_login(cast.owner)
    assert client.get(claim).context["form"]["service_name"].value() == "Checkout"


def test_who_is_in_no_team_claims_into_a_new_organisation(client, claim):
    client.force_login(factories.user())
    names = {"organisation_name": "New Ltd", "team_name": "First", "service_name": "Checkout"}
    client.post(claim, {"place": "new", **names, **CONFIRMED})
    assert Service.objects.get().organisation.name == "New Ltd"


def test_a_new_organisation_needs_its_names(client, cast, claim):
    client.force_login(cast.owner)
    response = client.post(claim, {"place": "new", "service_name": "Checkout", **CONFIRMED})
    assert set(response.context["form"].errors) == {"organisation_name", "team_name"}


def test_a_team_of_others_is_no_choice(client, cast, claim):
    client.force_login(cast.colleague)
    response = client.post(claim, {"place": cast.team.pk, "service_name": "Checkout", **CONFIRMED})
    assert list(response.context["form"].errors) == ["place"]


def test_a_name_in_use_is_an_error_that_says_what_to_do(client, cast, claim):
    client.force_login(cast.owner)
    response = client.post(claim, {"place": cast.team.pk, "service_name": "bedroom", **CONFIRMED})
    assert "Choose another name" in response.context["form"].errors["service_name"][0]


# --- Confirming it, and what the private link says afterwards


@pytest.fixture
def chosen(client, cast, claim):
    """The page on which a claim is confirmed."""
    client.force_login(cast.owner)
    return client.post(claim, {"place": cast.team.pk, "service_name": "Checkout"})


def test_nothing_is_claimed_before_it_is_confirmed(chosen):
    assert (chosen.status_code, GuestCheck.objects.count()) == (200, 1)


def test_the_page_that_confirms_says_where_it_goes_and_what_becomes_of_links(chosen):
    text = " ".join(chosen.text.split())
    for said in ("Acme", "Rooms", "The private link closes", "Read-only links", "go on working"):
        assert said in text


def test_what_was_chosen_is_sent_again_by_the_page_that_confirms(client, cast, claim, chosen):
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', chosen.text))
    client.post(claim, {**fields, **CONFIRMED})
    assert Service.objects.get(name="Checkout").team == cast.team


def test_one_can_go_back_from_confirming_with_all_that_was_typed(client, cast, claim):
    client.force_login(cast.owner)
    typed = {"place": cast.team.pk, "service_name": "Other name", "change": "yes"}
    form = client.post(claim, typed).context["form"]
    assert (form["service_name"].value(), GuestCheck.objects.count()) == ("Other name", 1)


@pytest.fixture
def claimed(client, cast, claim):
    """The service that a check has become, of the owner's team."""
    client.force_login(cast.owner)
    sent = {"place": cast.team.pk, "service_name": "Checkout", **CONFIRMED}
    client.post(claim, sent)
    client.logout()
    return Service.objects.get(name="Checkout")


PRIVATE = ["/check/a-token/", "/check/a-token/claim/", "/check/a-token/a/{assessment}/result/"]


@pytest.mark.parametrize("path", PRIVATE)
def test_the_private_link_of_a_claimed_check_says_so_and_names_nobody(client, claimed, path):
    assessment = factories.assessment(claimed).pk
    response = client.get(path.format(assessment=assessment))
    assert response.status_code == 410
    assert "It was taken into an organisation on" in response.text
    for name in ("Acme", "Rooms", "Owner", "owner@"):
        assert name not in response.text


@pytest.mark.parametrize("who", ["outsider", "colleague"])
def test_who_may_not_see_the_service_is_not_told_where_it_is(client, cast, claimed, who):
    client.force_login(getattr(cast, who))
    text = client.get("/check/a-token/").text
    assert "It was taken into an organisation on" in text
    assert reverse("service", args=["acme", claimed.pk]) not in text


def test_who_may_see_the_service_is_told_who_took_it_where(client, cast, claimed):
    client.force_login(cast.owner)
    text = " ".join(client.get("/check/a-token/").text.split())
    assert "Owner took it into the team Rooms of Acme on" in text
    assert reverse("service", args=["acme", claimed.pk]) in text


def test_the_private_link_still_says_so_when_the_service_is_gone(client, claimed):
    claimed.delete()
    assert "It was taken into an organisation on" in client.get("/check/a-token/").text


def test_a_check_that_was_claimed_cannot_be_claimed_again(client, cast, claimed):
    client.force_login(cast.outsider)
    theirs = Team.objects.get(name="Elsewhere").pk
    sent = {"place": theirs, "service_name": "Mine", **CONFIRMED}
    assert client.post("/check/a-token/claim/", sent).status_code == 410


@pytest.mark.parametrize("path", ["/check/a-token/", "/check/a-token/claim/"])
def test_no_search_engine_keeps_a_private_link(client, claim, path):
    assert client.get(path).headers["X-Robots-Tag"] == "noindex, nofollow"
