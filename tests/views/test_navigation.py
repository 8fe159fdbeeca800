"""The head of every page leads to the same places, whichever page it is."""

import re

import pytest
from django.utils import timezone

from assessments.models import Membership, Organisation
from tests import factories

pytestmark = pytest.mark.django_db

OF_NO_ORGANISATION = [
    "/check/",
    "/selector/",
    "/playbook/",
    "/playbook/questions/",
    "/playbook/method/",
    "/playbook/models/",
    "/playbook/glossary/",
    "/playbook/versions/",
    "/playbook/search/?q=rota",
    "/playbook/practice/run-regular-chaos-days/",
    "/home/?choose=1",
    "/start/",
    "/accounts/email/",
    "/accounts/password/change/",
    "/nothing/here/",
]
ACME = ["/o/acme/", "/o/acme/compare/", "/o/acme/people/"]
ELSEWHERE = [each.replace("acme", "elsewhere") for each in ACME]


@pytest.fixture
def in_both(owner, cast):
    factories.membership(Organisation.objects.get(slug="elsewhere"), cast.owner)
    return owner


def led_to(client, path):
    """The organisation's pages in the head of the page at that address."""
    nav = re.search(r'<nav class="site-nav".*?</nav>', client.get(path).text, re.DOTALL)
    assert nav
    return re.findall(r'href="(/o/[^"]*)"', nav[0])


@pytest.mark.parametrize("path", [*OF_NO_ORGANISATION, *ACME])
def test_every_page_leads_who_is_in_one_organisation_to_it(owner, path):
    assert led_to(owner, path) == ACME


@pytest.mark.parametrize("path", OF_NO_ORGANISATION)
def test_every_page_leads_who_is_in_several_to_the_one_they_last_visited(in_both, path):
    in_both.get("/o/acme/")
    in_both.get("/o/elsewhere/compare/")
    assert led_to(in_both, path) == ELSEWHERE


def test_looking_at_an_assessment_is_a_visit(in_both, cast):
    in_both.get("/o/elsewhere/")
    draft = factories.assessment(cast.service)
    in_both.get(f"/o/acme/assessments/{draft.pk}/review/")
    assert led_to(in_both, "/playbook/") == ACME


def test_who_is_in_several_and_visited_none_chooses(in_both):
    assert led_to(in_both, "/playbook/") == []
    assert 'href="/home/"' in in_both.get("/playbook/").text


def test_an_organisation_one_was_removed_from_is_led_to_no_more(in_both, cast):
    in_both.get("/o/elsewhere/")
    Membership.objects.get(user=cast.owner, organisation__slug="elsewhere").delete()
    assert led_to(in_both, "/playbook/") == ACME


def test_an_organisation_that_was_deleted_is_led_to_no_more(in_both):
    in_both.get("/o/elsewhere/")
    Organisation.objects.filter(slug="elsewhere").update(deleted_at=timezone.now())
    assert led_to(in_both, "/playbook/") == ACME


def test_what_one_may_not_see_is_no_visit(in_both):
    in_both.get("/o/elsewhere/")
    factories.organisation("Strangers")
    in_both.get("/o/strangers/")
    assert led_to(in_both, "/playbook/") == ELSEWHERE


def test_signing_out_forgets_what_was_visited(in_both, cast):
    in_both.get("/o/elsewhere/")
    in_both.logout()
    assert led_to(in_both, "/playbook/") == []
    in_both.force_login(cast.owner)
    assert led_to(in_both, "/playbook/") == []


def test_who_is_in_no_organisation_is_led_to_none(client):
    client.force_login(factories.user())
    assert led_to(client, "/playbook/") == []


def test_a_visit_by_who_is_in_one_organisation_writes_nothing(owner):
    owner.get("/o/acme/")
    assert "organisation" not in owner.session


def test_a_second_visit_writes_nothing(in_both, django_assert_max_num_queries):
    in_both.get("/o/acme/people/")
    with django_assert_max_num_queries(12) as asked:
        in_both.get("/o/acme/people/")
    assert not [each for each in asked.captured_queries if "UPDATE" in each["sql"]]


def test_what_is_refused_before_anybody_asks_who_sends_it_has_a_page_too(client):
    assert client.get("/", headers={"host": "another.example"}).status_code == 400
