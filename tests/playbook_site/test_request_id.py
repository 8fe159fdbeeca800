import logging
import re

import pytest
from django.urls import reverse

from playbook_site.log import OnlyWhatMayBeShown
from playbook_site.request_id import NONE, current_request_id

pytestmark = pytest.mark.django_db
GIVEN = "0123456789abcdef"


def answered_as(client, path="/", **headers):
    return client.get(path, headers=headers).headers["X-Request-ID"]


@pytest.mark.parametrize("path", ["/", "/no/such/", "/o/x/"])
def test_every_answer_names_its_request(client, path):
    assert re.fullmatch(r"[0-9a-f]{32}", answered_as(client, path))


def test_two_requests_have_two_names(client):
    assert answered_as(client) != answered_as(client)


def test_a_name_is_taken_from_a_proxy(client, settings):
    settings.PROXIES = 1
    assert answered_as(client, x_request_id=GIVEN) == GIVEN


def test_a_name_is_taken_from_nobody_else(client, settings):
    settings.PROXIES = 0
    assert answered_as(client, x_request_id=GIVEN) != GIVEN


@pytest.mark.parametrize("name", ["short", "a" * 65, "with space", "a\tb12345678", "<b>12345678"])
def test_a_name_of_another_form_is_not_taken(client, settings, name):
    settings.PROXIES = 1
    assert answered_as(client, x_request_id=name) != name


def test_the_line_about_a_request_holds_its_name(client):
    kept = []

    class Keep(logging.Handler):
        def emit(self, record):
            kept.append(record)

    handler = Keep()
    handler.addFilter(OnlyWhatMayBeShown())
    logging.getLogger("django.request").addHandler(handler)
    try:
        name = answered_as(client, "/no/such/")
    finally:
        logging.getLogger("django.request").removeHandler(handler)
    assert [record.request_id for record in kept] == [name]


def test_between_requests_nothing_has_a_name(client):
    client.get(reverse("landing"))
    assert current_request_id() == NONE
