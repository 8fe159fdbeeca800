"""The demo's log-in, under a test's own addresses: the product has no such route."""

import pytest
from django.urls import NoReverseMatch, include, path, reverse

from assessments.demo.links import link_for
from assessments.models import User
from assessments.urls import urlpatterns as products
from assessments.views.demo import demo_login

urlpatterns = [
    path("demo/<str:token>/", demo_login, name="demo-login"),
    path("accounts/", include("allauth.urls")),
    *products,
]


@pytest.fixture
def mia(db) -> User:
    return User.objects.create_user("mia@example.org")


@pytest.mark.urls("tests.views.test_demo")
def test_a_link_signs_in_and_goes_home(client, mia):
    response = client.get(reverse("demo-login", args=[link_for(mia)]))
    assert response.url == reverse("home")
    assert client.session["_auth_user_id"] == str(mia.pk)


@pytest.mark.urls("tests.views.test_demo")
def test_a_used_link_says_so_and_signs_nobody_in(client, mia):
    token = link_for(mia)
    client.get(reverse("demo-login", args=[token]))
    client.logout()
    response = client.get(reverse("demo-login", args=[token]))
    assert response.status_code == 410
    assert "_auth_user_id" not in client.session


def test_the_route_exists_under_the_demo_command_only(client, db):
    with pytest.raises(NoReverseMatch):
        reverse("demo-login", args=["any"])
    assert client.get("/demo/any/").status_code == 404
