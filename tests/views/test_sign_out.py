"""Whoever signs out leaves nothing behind for the next person at the same browser."""

import pytest
from django.urls import reverse

from assessments.models import KeptForm
from tests import factories

pytestmark = pytest.mark.django_db

START = reverse("start")
TYPED = {"organisation_name": "Secret merger Ltd", "team_name": "", "service_name": "x"}


@pytest.fixture
def left_open(client):
    """A browser whose person has signed out in another tab."""
    client.force_login(factories.user("first@example.org"))
    client.post(reverse("account_logout"))
    return client


def test_what_a_page_left_open_sends_is_given_back_and_not_kept(left_open):
    response = left_open.post(START, TYPED)
    assert response.status_code == 403
    assert "Secret merger Ltd" in response.content.decode()
    assert not KeptForm.objects.exists()


def test_the_next_person_finds_nothing_of_it(left_open):
    left_open.post(START, TYPED)
    left_open.force_login(factories.user("next@example.org"))
    assert "Secret merger" not in left_open.get(START).content.decode()


def test_once_somebody_is_signed_in_a_session_that_ends_keeps_forms_again(left_open):
    left_open.force_login(factories.user("next@example.org"))
    left_open.get(START)
    left_open.cookies.pop("sessionid")
    assert left_open.post(START, TYPED).status_code == 302
    assert KeptForm.objects.count() == 1


def test_signing_out_clears_what_the_browser_stores(client):
    client.force_login(factories.user("first@example.org"))
    response = client.post(reverse("account_logout"))
    assert response.headers["Clear-Site-Data"] == '"storage"'


def test_asking_whether_to_sign_out_clears_nothing(client):
    client.force_login(factories.user("first@example.org"))
    assert "Clear-Site-Data" not in client.get(reverse("account_logout")).headers
