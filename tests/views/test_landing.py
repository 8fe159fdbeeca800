import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from tests import factories


@pytest.fixture
def text(client):
    return client.get("/").content.decode()


def test_a_visitor_can_check_a_service_without_an_account(text):
    assert f'href="{reverse("check-start")}"' in text


def test_a_visitor_can_sign_in(text):
    assert f'href="{reverse("account_login")}"' in text


def test_the_decision_is_shown_by_example(text):
    assert "You Build It You Run It" in text
    assert "Ops Run It" in text


@pytest.mark.django_db
def test_whoever_is_signed_in_is_taken_home(client):
    client.force_login(factories.user())
    assert client.get("/").url == reverse("home")


@pytest.mark.parametrize("page", ["400", "403", "403_csrf", "404", "500"])
def test_an_error_page_needs_nothing_from_the_request(page):
    assert "<h1>" in render_to_string(f"{page}.html")


def test_a_wrong_address_is_told_in_the_sites_look(client):
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert "There is nothing here" in response.content.decode()


@pytest.mark.django_db
def test_a_form_without_its_token_is_told_in_the_sites_look():
    response = Client(enforce_csrf_checks=True).post(reverse("check-start"), {"name": "x"})
    assert response.status_code == 403
    assert "please send it again" in response.content.decode()
