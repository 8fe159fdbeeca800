import pytest
from django.urls import reverse

from assessments.models import Role, Scope, Service, Team
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague(client, cast):
    client.force_login(cast.colleague)
    return client


@pytest.fixture
def payments(cast):
    return Team.objects.get(name="Payments")


def path(name, *rest):
    return reverse(name, args=["acme", *rest])


# --- Adding one


def test_a_member_adds_a_service_to_a_team_of_their_own(colleague, cast, payments):
    colleague.post(path("service-new"), {"name": "Ledger", "team": payments.pk})
    made = Service.objects.get(name="Ledger")
    assert (made.team, made.created_by) == (payments, cast.colleague)


def test_a_member_cannot_add_a_service_to_another_team(colleague, cast):
    response = colleague.post(path("service-new"), {"name": "Ledger", "team": cast.team.pk})
    assert list(response.context["form"].errors) == ["team"]


def test_an_owner_adds_a_service_to_any_team(owner, payments):
    owner.post(path("service-new"), {"name": "Ledger", "team": payments.pk})
    assert Service.objects.get(name="Ledger").team == payments


def test_a_lead_in_no_team_reads_why_none_can_be_added(client, cast):
    client.force_login(factories.member(cast.organisation, "lead@example.org", role=Role.LEAD))
    assert "You are in no team yet" in client.get(path("service-new")).text


def test_an_owner_without_teams_is_sent_to_add_one(client):
    empty = factories.organisation("Empty")
    client.force_login(factories.member(empty, "first@example.org", role=Role.OWNER))
    page = client.get(reverse("service-new", args=["empty"])).text
    assert f'href="{reverse("teams", args=["empty"])}">Add a team' in page


def test_a_name_in_use_is_an_error_of_its_field(owner, cast):
    response = owner.post(path("service-new"), {"name": "BEDROOM", "team": cast.team.pk})
    assert "Choose another name" in response.context["form"].errors["name"][0]


# --- Pasting a list


def paste(client, team, text):
    return client.post(path("service-paste"), {"names": text, "team": team.pk}, follow=True)


def test_each_line_becomes_a_service(owner, cast):
    response = paste(owner, cast.team, "  Checkout \r\n\n Sofas, beds\nBedroom")
    assert set(cast.team.services.values_list("name", flat=True)) == {
        "Bedroom",
        "Checkout",
        "Sofas, beds",
    }
    assert "2 services are added." in response.text
    assert "kept as they are: Bedroom." in response.text


def test_spellings_of_one_name_become_one_service_and_the_page_says_so(owner, cast):
    lines = ["Checkout", "Checkout\u200b", "Order desk", "Order  desk", "Order\u00a0desk"]
    response = paste(owner, cast.team, "\n".join([*lines, "Café", "Cafe\u0301", "\u200e"]))
    names = cast.team.services.exclude(pk=cast.service.pk).values_list("name", flat=True)
    assert sorted(names) == ["Café", "Checkout", "Order desk"]
    assert "3 services are added." in response.text
    assert "added once: Checkout, Order desk, Café." in response.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (" \n ", "Paste at least one name"),
        ("\u200e\n\u00a0", "Paste at least one name"),
        ("\n".join(f"Service {number}" for number in range(201)), "That is 201 names"),
        ("\nFine\n" + "N" * 101, "Line 3 is longer than 100 characters"),
        (f"{'N' * 101}\n{'M' * 101}", "Lines 1, 2 are longer than 100 characters"),
    ],
)
def test_a_list_that_cannot_be_taken_says_why(owner, cast, text, said):
    response = paste(owner, cast.team, text)
    assert said in response.context["form"].errors["names"][0]
    assert cast.team.services.count() == 1


def test_two_hundred_names_of_a_hundred_letters_are_taken(owner, cast):
    paste(owner, cast.team, "\n".join(f"{number:0100}" for number in range(200)))
    assert cast.team.services.count() == 201


# --- Editing


def test_a_member_edits_a_service_of_their_team(colleague, payments):
    service = factories.service(payments, "Ledger")
    given = {"name": "Accounts", "description": "Counts money", "team": payments.pk}
    response = colleague.post(path("service-edit", service.pk), given)
    service.refresh_from_db()
    assert (service.name, service.description) == ("Accounts", "Counts money")
    assert response.url == path("service", service.pk)


def test_a_description_is_tidied_as_a_name_is(owner, cast):
    given = {"name": "Beds", "description": "\u202eSells\u00a0beds\u200b", "team": cast.team.pk}
    owner.post(path("service-edit", cast.service.pk), given)
    cast.service.refresh_from_db()
    assert cast.service.description == "Sells beds"


def test_a_lead_cannot_edit_another_team_s_service(client, cast):
    client.force_login(factories.member(cast.organisation, "lead@example.org", role=Role.LEAD))
    assert client.get(path("service-edit", cast.service.pk)).status_code == 404


# --- Archiving and deleting


def test_archiving_says_what_happens_first(owner, cast):
    factories.submitted_result(cast.service)
    page = owner.get(path("service-archive", cast.service.pk)).text
    assert "its 1 result stays readable" in page


def test_a_service_is_archived_and_restored(owner, cast):
    owner.post(path("service-archive", cast.service.pk))
    cast.service.refresh_from_db()
    assert cast.service.archived_at is not None
    owner.post(path("service-restore", cast.service.pk))
    cast.service.refresh_from_db()
    assert cast.service.archived_at is None


def test_restoring_beside_a_service_of_that_name_says_what_to_do(owner, cast):
    owner.post(path("service-archive", cast.service.pk))
    factories.service(cast.team, "Bedroom")
    response = owner.post(path("service-restore", cast.service.pk), follow=True)
    assert "rename or archive that one first" in response.text


def test_deleting_spells_out_what_is_lost(owner, cast):
    factories.submitted_result(cast.service)
    factories.assessment(cast.service, {"telemetry": "stays"})
    page = owner.get(path("service-delete", cast.service.pk)).text
    answers = len(factories.full_answers()) + 1
    assert "2 assessments" in page
    assert "1 result, with its report" in page
    assert f"{answers} answers" in page
    assert "cannot be undone" in page


@pytest.mark.parametrize("typed", ["", "\u200b", "Bed room", "Bedrooms"])
def test_a_service_is_not_deleted_without_its_name(owner, cast, typed):
    response = owner.post(path("service-delete", cast.service.pk), {"name": typed})
    assert list(response.context["form"].errors) == ["name"]
    assert Service.objects.filter(pk=cast.service.pk).exists()


@pytest.mark.parametrize("typed", [" Men\u2019s shop ", "men's  SHOP", "“Men\u2019s shop”\u200b"])
def test_a_service_is_deleted_by_its_name_however_it_is_spelt(owner, cast, typed):
    service = factories.service(cast.team, "Men\u2019s shop")
    owner.post(path("service-delete", service.pk), {"name": typed})
    assert not Service.objects.filter(pk=service.pk).exists()


def test_a_member_cannot_delete_a_service_of_their_own_team(colleague, payments):
    service = factories.service(payments, "Ledger")
    response = colleague.post(path("service-delete", service.pk), {"name": "Ledger"})
    assert response.status_code == 404


# --- Assessing


def test_assessing_opens_a_sheet(owner, cast):
    response = owner.post(path("service-assess", cast.service.pk), {"scope": "quick"})
    opened = cast.service.assessments.get()
    assert opened.scope == Scope.QUICK
    assert response.url == path("sheet:overview", opened.pk)


def test_a_second_start_goes_to_the_open_sheet(owner, cast):
    for _time in range(2):
        owner.post(path("service-assess", cast.service.pk))
    assert cast.service.assessments.count() == 1


def test_an_archived_service_says_that_it_cannot_be_assessed(owner, cast):
    owner.post(path("service-archive", cast.service.pk))
    response = owner.post(path("service-assess", cast.service.pk), follow=True)
    assert "Restore it to assess it again" in response.text


def test_an_owner_outside_the_team_cannot_assess(owner, payments):
    service = factories.service(payments, "Ledger")
    assert owner.post(path("service-assess", service.pk)).status_code == 404


def test_an_unknown_scope_does_not_exist(owner, cast):
    response = owner.post(path("service-assess", cast.service.pk), {"scope": "vast"})
    assert response.status_code == 404
