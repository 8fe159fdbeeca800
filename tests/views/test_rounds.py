"""Rounds as leads run them and teams see them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from assessments.models import Role, Round, Scope
from tests import crowds, factories

pytestmark = pytest.mark.django_db

ROUNDS = "/o/acme/rounds/"
NEW = f"{ROUNDS}new/"


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def given(today):
    ends_on = today + timedelta(days=30)
    return {"name": "Spring", "scope": "full", "begins_on": today, "ends_on": ends_on}


@pytest.fixture
def lead(client, cast):
    client.force_login(factories.member(cast.organisation, "lead@example.org", role=Role.LEAD))
    return client


@pytest.fixture
def running(cast, today):
    shed = factories.service(factories.team(cast.organisation, "Garden"), "Shed")
    factories.result_row(cast.service, at=timezone.now())
    days = {"begins_on": today, "ends_on": today + timedelta(days=7)}
    return factories.round_of([cast.service, shed], **days)


def path(of, rest=""):
    return f"{ROUNDS}{of.pk}/{rest}"


# --- Beginning one


def test_a_lead_begins_a_round_of_what_the_filter_finds(lead, cast, given):
    factories.service(cast.team, "Shed")
    page = lead.get(f"{NEW}?q=bed")
    assert "1 service is asked for" in page.text
    response = lead.post(f"{NEW}?q=bed", given)
    made = Round.objects.get()
    assert response["Location"] == path(made)
    assert [each.service.name for each in made.asked.all()] == ["Bedroom"]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", " ", "Type a name."),
        ("ends_on", "soon", "Type a day, such as 2027-01-31."),
        ("ends_on", "2020-01-01", "Choose a day that is not over yet."),
        ("ends_on", "9999-12-31", "Choose a day within two years."),
        ("begins_on", "9999-12-31", "Choose a day that is not after the last one."),
        ("scope", "half", "Select a valid choice"),
    ],
)
def test_what_cannot_be_is_said_and_stays_typed(lead, given, field, value, said):
    response = lead.post(NEW, given | {field: value})
    assert response.status_code == 422
    assert said in response.text
    assert response.context["form"]["name"].value() == (given | {field: value})["name"]
    assert not Round.objects.exists()


def test_a_name_that_is_taken_is_said_beside_the_name(lead, cast, given):
    factories.round_of([cast.service])
    response = lead.post(NEW, given | {"name": "SPRING"})
    assert response.status_code == 422
    assert "Choose another name" in response.context["form"].errors["name"][0]


def test_a_filter_that_finds_nothing_makes_no_round(lead, given):
    response = lead.post(f"{NEW}?q=nothing", given)
    assert response.status_code == 422
    assert "There is no service to ask for" in response.text


def test_a_coach_reads_rounds_and_begins_none(client, cast, running):
    client.force_login(factories.member(cast.organisation, "coach@example.org", role=Role.COACH))
    assert client.get(path(running)).status_code == 200
    assert NEW not in client.get(ROUNDS).text
    assert client.get(NEW).status_code == 404
    assert client.post(path(running, "delete/")).status_code == 404


@pytest.mark.parametrize("rest", ["", "text/", "delete/"])
def test_a_member_sees_no_round_s_pages(client, cast, running, rest):
    client.force_login(cast.colleague)
    assert client.get(path(running, rest)).status_code == 404
    assert client.get(ROUNDS).status_code == 404


# --- Looking at one


def test_a_round_says_what_is_done_and_what_waits(lead, running):
    page = lead.get(path(running))
    assert dict(page.context["counts"]) == {"done": 1, "draft": 0, "not-begun": 1}
    assert "Done on" in page.text


def test_it_can_be_narrowed_down_to_how_far_services_are(lead, running):
    page = lead.get(path(running, "?progress=not-begun"))
    assert [each.service.name for each in page.context["page"]] == ["Shed"]
    assert len(lead.get(path(running, "?progress=half")).context["page"]) == 2


def test_teams_with_nobody_in_them_are_named(lead, running):
    page = lead.get(path(running)).text
    assert "Nobody can answer for these teams" in page
    assert "Garden" in page


def test_an_owner_is_led_to_inviting_people(owner, running):
    assert "/o/acme/invitations/" in owner.get(path(running)).text


def test_the_text_names_what_is_still_to_do_by_team(lead, cast, running):
    factories.assessment(cast.organisation.services.get(name="Shed"))
    response = lead.get(path(running, "text/"))
    assert response["Content-Type"].startswith("text/plain")
    assert response.text.splitlines()[2:] == [
        "Still to do, by team:",
        "- Garden: Shed (draft)",
        "",
        "Begin under My services: http://testserver/o/acme/",
    ]
    assert "1 of 2 services are done." in response.text


def test_the_text_of_a_round_that_is_done_asks_for_nothing(lead, cast, running):
    factories.result_row(cast.organisation.services.get(name="Shed"), at=timezone.now())
    assert lead.get(path(running, "text/")).text.endswith("2 of 2 services are done.\n")


def test_the_list_says_how_far_each_is(lead, running):
    page = lead.get(ROUNDS).text
    assert "1 of 2 done" in page
    assert path(running) in page


def test_without_a_round_the_list_says_how_to_begin_one(lead):
    assert "begin a round of what the list shows" in lead.get(ROUNDS).text


def test_a_lead_deletes_a_round_and_what_was_answered_stays(lead, cast, running):
    assert "It asks for 2 services." in lead.get(path(running, "delete/")).text
    lead.post(path(running, "delete/"))
    assert not Round.objects.exists()
    assert cast.service.results.exists()


@pytest.mark.parametrize("number", [10, 1000])
def test_the_pages_cost_few_queries_however_many_services(
    lead, cast, number, django_assert_max_num_queries
):
    made = factories.round_of(crowds.assessed_services(cast.team, number))
    for page in (path(made), ROUNDS):
        with django_assert_max_num_queries(9):
            lead.get(page)


# --- Lists by a round


def test_the_services_can_be_narrowed_down_to_a_round(lead, cast, running):
    factories.service(cast.team, "Attic")
    page = lead.get(f"/o/acme/compare/?round={running.pk}")
    assert page.context["figures"].total == 2


def test_a_member_s_list_goes_on_without_the_round_of_a_link(client, cast, running):
    client.force_login(cast.colleague)
    page = client.get(f"/o/acme/compare/?round={running.pk}")
    assert page.status_code == 200
    assert [str(each) for each in page.context["filter"].left_out] == ["Round"]


def test_changes_run_from_one_round_to_another(lead, cast, running, today):
    before = timezone.now() - timedelta(days=100)
    factories.result_row(cast.service, at=before, model="ops-run-it")
    of_winter = {"begins_on": before.date(), "ends_on": before.date()}
    earlier = factories.round_of([cast.service], "Winter", **of_winter)
    page = lead.get(f"/o/acme/changes/?before={earlier.pk}&after={running.pk}")
    assert page.context["changes"].compared == 1
    assert "from Ops Run It to You Build It You Run It" in page.text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("before={0}&after={0}", "Choose another round than the first one."),
        ("before={0}&after=77", "Select a valid choice"),
        ("since=2100-01-01&after={0}", "Choose a round that ends later"),
    ],
)
def test_rounds_that_cannot_be_are_said(lead, running, asked, said):
    page = lead.get(f"/o/acme/changes/?{asked.format(running.pk)}")
    assert page.status_code == 422
    assert said in page.text


# --- What a team sees


def test_my_services_say_by_when_a_service_is_asked_for(owner, cast, today):
    factories.round_of([cast.service], begins_on=today, ends_on=today + timedelta(days=7))
    assert "round “Spring”" in owner.get("/o/acme/").text


def test_what_is_begun_from_my_services_is_what_the_round_asks(owner, cast, today):
    days = {"begins_on": today, "ends_on": today + timedelta(days=7)}
    factories.round_of([cast.service], scope=Scope.QUICK, **days)
    assert 'name="scope" value="quick"' in owner.get("/o/acme/").text
    factories.round_of([cast.service], "Summer", **days)
    assert 'name="scope" value="full"' in owner.get("/o/acme/").text


def test_the_sheet_and_the_service_say_it_as_well(owner, cast, today):
    factories.round_of([cast.service], begins_on=today, ends_on=today + timedelta(days=7))
    draft = factories.assessment(cast.service)
    for page in (
        f"/o/acme/services/{cast.service.pk}/",
        f"/o/acme/assessments/{draft.pk}/section/profile/",
        f"/o/acme/assessments/{draft.pk}/review/",
    ):
        assert "round “Spring”" in owner.get(page).text


def test_what_is_done_is_said_to_be(owner, cast, running):
    assert "Done for the round “Spring”" in owner.get("/o/acme/").text
