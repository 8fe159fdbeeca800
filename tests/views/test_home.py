from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from assessments.models import Membership, Organisation, Role
from tests import crowds, factories

pytestmark = pytest.mark.django_db

HOME = "/o/acme/"


def days_ago(days):
    return timezone.now() - timedelta(days=days)


# --- Which organisation


def test_home_asks_who_is_signed_out_to_sign_in(client):
    assert client.get("/home/").url.startswith(reverse("account_login"))


def test_who_is_in_no_organisation_is_led_to_starting_one(client):
    client.force_login(factories.user())
    assert client.get("/home/").url == reverse("start")


def test_who_is_in_one_organisation_lands_there(owner):
    assert owner.get("/home/").url == HOME


def test_a_lead_without_a_team_lands_on_the_comparison(client, cast):
    lead = factories.user()
    membership = {"organisation": cast.owner.memberships.get().organisation, "user": lead}
    Membership.objects.create(**membership, role=Role.LEAD, joined_at=factories.AT)
    client.force_login(lead)
    assert client.get("/home/").url == reverse("compare", args=["acme"])


def test_who_is_in_several_organisations_chooses(owner, cast):
    elsewhere = Organisation.objects.get(slug="elsewhere")
    Membership.objects.create(
        organisation=elsewhere, user=cast.owner, role=Role.COACH, joined_at=factories.AT
    )
    page = owner.get("/home/").text
    assert 'href="/o/acme/"' in page
    assert 'href="/o/elsewhere/"' in page


def test_one_can_ask_for_the_choice(owner):
    assert "Your organisations" in owner.get("/home/?choose=1").text


# --- Who sees which services


def test_an_outsider_is_told_the_organisation_does_not_exist(client, cast):
    client.force_login(cast.outsider)
    assert client.get(HOME).status_code == 404


def test_a_colleague_of_another_team_does_not_see_the_service(client, cast):
    client.force_login(cast.colleague)
    page = client.get(HOME)
    assert page.status_code == 200
    assert "Bedroom" not in page.text


def test_an_owner_is_told_how_many_other_services_there_are(owner, cast):
    other = cast.organisation.teams.get(name="Payments")
    factories.service(other, "Checkout")
    page = owner.get(HOME).text
    assert "The organisation has 2 services." in page
    assert "Checkout" not in page


def test_an_archived_service_is_not_listed(owner, cast):
    cast.service.archived_at = factories.AT
    cast.service.save()
    assert "Bedroom" not in owner.get(HOME).text


# --- What each waits for


def test_a_service_without_a_result_waits_to_be_assessed(owner, cast):
    page = owner.get(HOME).text
    assert "Never assessed" in page
    assert reverse("service-assess", args=["acme", cast.service.pk]) in page


def test_a_draft_says_how_far_it_is_and_can_be_continued(owner, cast):
    draft = factories.assessment(cast.service, factories.BEDROOM, started_by=cast.colleague)
    page = owner.get(HOME).text
    assert "4 of 38 answered" in page
    assert "Begun by Colleague" in page
    assert reverse("sheet:overview", args=["acme", draft.pk]) in page


def test_a_draft_says_how_many_answers_are_to_be_confirmed(owner, cast):
    carried = {"telemetry": {"option": "dont-know", "carried_over": True}}
    factories.assessment(cast.service, carried)
    assert "1 to confirm" in owner.get(HOME).text


def test_a_result_of_this_quarter_is_up_to_date(owner, cast):
    factories.result_row(cast.service, at=days_ago(89))
    assert owner.get(HOME).context["entries"][0].state == "current"


def test_a_result_older_than_a_quarter_is_stale(owner, cast):
    factories.result_row(cast.service, at=days_ago(91))
    assert owner.get(HOME).context["entries"][0].state == "stale"


def test_a_result_from_before_the_bands_changed_is_stale(owner, cast):
    factories.result_row(cast.service, at=days_ago(10))
    Organisation.objects.filter(slug="acme").update(bands_changed_at=days_ago(5))
    page = owner.get(HOME)
    assert page.context["entries"][0].state == "stale"
    assert "bands changed since" in page.text


def test_what_is_pressing_comes_first(owner, cast):
    factories.result_row(factories.service(cast.team, "A current one"), at=days_ago(1))
    factories.assessment(factories.service(cast.team, "Z draft"))
    names = [entry.service.name for entry in owner.get(HOME).context["entries"]]
    assert names == ["Z draft", "Bedroom", "A current one"]


def test_the_list_narrows_to_one_state(owner, cast):
    factories.assessment(factories.service(cast.team, "Drafted"))
    page = owner.get(f"{HOME}?state=draft")
    assert [entry.service.name for entry in page.context["entries"]] == ["Drafted"]


def test_an_unknown_state_shows_everything(owner):
    assert len(owner.get(f"{HOME}?state=asleep").context["entries"]) == 1


# --- Nothing yet


def test_a_member_without_a_team_is_told_whom_to_ask(client, cast):
    client.force_login(factories.member(cast.organisation, "new@example.org"))
    assert "Ask an owner" in client.get(HOME).text


def test_a_coach_without_a_team_is_led_to_all_services(client, cast):
    client.force_login(factories.member(cast.organisation, "coach@example.org", role=Role.COACH))
    assert reverse("compare", args=["acme"]) in client.get(HOME).text


def test_an_owner_without_a_team_is_led_to_the_teams(client, cast):
    client.force_login(factories.member(cast.organisation, "boss@example.org", role=Role.OWNER))
    assert "Make a team" in client.get(HOME).text


def test_a_team_without_services_is_led_to_adding_one(client, cast):
    client.force_login(cast.colleague)
    assert "Add the first service" in client.get(HOME).text


# --- Many


def test_the_list_is_paged_by_fifty(owner, cast):
    crowds.assessed_services(cast.team, 60)
    page = owner.get(f"{HOME}?page=2")
    assert len(page.context["entries"]) == 11


@pytest.mark.parametrize("number", [10, 1000])
def test_the_list_costs_eleven_queries_however_long(owner, cast, number, django_assert_num_queries):
    services = crowds.assessed_services(cast.team, number)
    crowds.drafts(services[: number // 10])
    with django_assert_num_queries(11):
        owner.get(HOME)
