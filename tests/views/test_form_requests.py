"""A form that was refused is answered 422, whatever page it is on."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db
REFUSED = {"sent": "something else"}


@pytest.mark.parametrize(
    "name",
    [
        "service-new",
        "service-paste",
        "invitations",
        "teams",
        "domains",
        "bands",
        "organisation-edit",
        "organisation-delete",
    ],
)
def test_a_refused_form_of_an_organisation_is_422_and_says_why(owner, name):
    response = owner.post(reverse(name, args=["acme"]), REFUSED)
    assert response.status_code == 422
    assert "invalid-feedback" in response.text


@pytest.mark.parametrize("name", ["service-edit", "service-delete"])
def test_a_refused_form_of_a_service_is_422_and_says_why(owner, cast, name):
    response = owner.post(reverse(name, args=["acme", cast.service.pk]), REFUSED)
    assert response.status_code == 422
    assert "invalid-feedback" in response.text


@pytest.mark.parametrize("address", ["/start/", "/check/"])
def test_a_refused_start_is_422_and_says_why(owner, address):
    response = owner.post(address, REFUSED)
    assert response.status_code == 422
    assert response.context["form"].errors


def test_a_form_that_was_not_sent_is_200(owner):
    assert owner.get(reverse("service-new", args=["acme"])).status_code == 200


@pytest.mark.parametrize("name", ["service-new", "service-paste", "invitations", "teams", "bands"])
def test_an_empty_form_is_refused_like_any_that_lacks_something(owner, name):
    response = owner.post(reverse(name, args=["acme"]))
    assert response.status_code == 422


@pytest.mark.parametrize("name", ["service-new", "service-paste", "invitations", "teams", "bands"])
def test_a_body_that_is_no_form_is_refused(owner, name):
    path = reverse(name, args=["acme"])
    response = owner.post(path, {"name": "Kitchen"}, content_type="application/json")
    assert response.status_code == 400
    assert "could not be read" in response.text
