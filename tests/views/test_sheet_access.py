"""Who may see and change a sheet: its team, its organisation's readers, a guest's link."""

import pytest
from django.urls import reverse

from assessments.models import Role
from tests import factories
from tests.views.sheets import SheetPages, guests, members

pytestmark = pytest.mark.django_db

VIEWS = [
    ("overview", {}),
    ("section", {"section": "profile"}),
    ("answer", {"question": "telemetry"}),
    ("review", {}),
]


def request(client, pages, name, kwargs):
    """As the page sends it: an answer is posted, the others fetched."""
    where = pages.url(name, **kwargs)
    return client.post(where, pages.body("telemetry")) if name == "answer" else client.get(where)


@pytest.mark.parametrize(("name", "kwargs"), VIEWS)
@pytest.mark.parametrize("who", ["outsider", "colleague"])
def test_who_does_not_belong_to_it_finds_nothing(client, name, kwargs, who):
    cast = factories.cast()
    pages = SheetPages(client, factories.assessment(cast.service))
    client.force_login(getattr(cast, who))
    assert request(client, pages, name, kwargs).status_code == 404


@pytest.mark.parametrize(("name", "kwargs"), VIEWS)
def test_who_is_signed_out_is_asked_to_sign_in(client, name, kwargs):
    pages = SheetPages(client, factories.assessment(factories.cast().service))
    response = request(client, pages, name, kwargs)
    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


@pytest.mark.parametrize(("name", "kwargs"), VIEWS)
@pytest.mark.parametrize("token", ["wrong", "another-guests"])
def test_a_link_opens_only_its_own_check(client, name, kwargs, token):
    pages = guests(client)
    factories.assessment(factories.guest_check("Other", token="another-guests"))
    pages.token = token
    assert request(client, pages, name, kwargs).status_code == 404


@pytest.mark.parametrize(("name", "kwargs"), VIEWS)
def test_a_services_sheet_is_not_under_any_guests_link(client, name, kwargs):
    pages = members(client)
    factories.guest_check(token="a-guest-token")
    pages.token = "a-guest-token"
    assert request(client, pages, name, kwargs).status_code == 404


@pytest.fixture
def coach(client):
    """A sheet seen by someone who reads the whole organisation and is in no team."""
    cast = factories.cast()
    pages = SheetPages(client, factories.assessment(cast.service, factories.BEDROOM))
    client.force_login(factories.member(cast.organisation, "coach@a.example", role=Role.COACH))
    return pages


def test_a_coach_reads_the_answers(coach):
    text = coach.text("section", section="profile")
    assert "£200,000" in text
    assert "Only people in the service" in text


def test_a_coach_cannot_answer(coach):
    assert coach.answer("telemetry", option="stays").status_code == 404
    assert coach.save("profile", coach.body("composition", option="both")).status_code == 404


def test_a_coach_cannot_submit(coach):
    assert coach.client.post(coach.url("review")).status_code == 404
    assert "Submit and see the result" not in coach.text("review")
