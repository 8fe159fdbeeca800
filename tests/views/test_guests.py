from datetime import timedelta

import pytest
from django.urls import reverse

from assessments.models import Answer, Assessment, GuestCheck, Scope
from tests import factories

pytestmark = pytest.mark.django_db


def start(client, **data):
    return client.post(reverse("check-start"), {"name": "Bedroom", "scope": "quick"} | data)


def test_a_guest_is_told_how_long_a_check_is_kept(client):
    assert "deleted 30 days after" in client.get(reverse("check-start")).content.decode()


def test_starting_a_check_leads_straight_to_the_first_question(client):
    response = client.post(
        reverse("check-start"), {"name": "Bedroom", "scope": "quick"}, follow=True
    )
    assert "/section/profile/" in response.redirect_chain[-1][0]
    assert 'id="q-composition"' in response.content.decode()


@pytest.mark.parametrize("scope", [Scope.QUICK, Scope.FULL])
def test_a_guest_chooses_how_much_is_asked(client, scope):
    start(client, scope=scope)
    assert Assessment.objects.get().scope == scope


def test_two_links_have_nothing_in_common(client):
    one, two = (start(client).url.split("/")[2] for _ in range(2))
    assert one != two
    assert min(len(one), len(two)) > 40


@pytest.mark.parametrize("data", [{"name": " "}, {"name": "x" * 101}, {"scope": "all"}])
def test_a_check_that_cannot_be_started_says_why(client, data):
    response = start(client, **data)
    assert response.status_code == 422
    assert "field-error" in response.content.decode()
    assert not GuestCheck.objects.exists()


def test_the_page_shows_the_link_to_keep(client):
    factories.guest_check(token="mine")
    text = client.get(reverse("check", args=["mine"])).content.decode()
    assert "http://testserver/check/mine/" in text


def test_the_page_says_when_it_is_deleted(client):
    factories.guest_check(token="mine")
    text = client.get(reverse("check", args=["mine"])).content.decode()
    assert "2 December 2026" in text


def test_an_answer_moves_the_day_of_deletion(client):
    check = factories.guest_check(token="mine", at=factories.AT - timedelta(days=9))
    assessment = factories.assessment(check)
    where = reverse("guest:answer", args=["mine", assessment.pk, "composition"])
    client.post(where, {"composition-shown": "", "composition-option": "digital"})
    check.refresh_from_db()
    assert Answer.objects.get().saved_at == check.last_saved_at


def test_the_page_leads_on_to_the_questions(client):
    assessment = factories.assessment(factories.guest_check(token="mine"))
    text = client.get(reverse("check", args=["mine"])).content.decode()
    assert reverse("guest:overview", args=["mine", assessment.pk]) in text


def test_the_page_names_what_a_submitted_check_came_to(client):
    factories.submitted_result(factories.guest_check(token="mine"))
    text = client.get(reverse("check", args=["mine"])).content.decode()
    assert "You Build It You Run It" in text
    assert "See the result" in text


def test_the_page_leads_into_an_account(client):
    factories.guest_check(token="mine")
    text = client.get(reverse("check", args=["mine"])).content.decode()
    assert reverse("check-claim", args=["mine"]) in text


def test_a_wrong_link_finds_nothing(client):
    factories.guest_check(token="mine")
    assert client.get(reverse("check", args=["yours"])).status_code == 404


def test_the_page_is_not_kept_by_the_browser(client):
    factories.guest_check(token="mine")
    response = client.get(reverse("check", args=["mine"]))
    assert "no-store" in response.headers["Cache-Control"]


def test_the_page_costs_the_same_for_any_number_of_assessments(
    client, django_assert_max_num_queries
):
    check = factories.guest_check(token="mine")
    for _ in range(3):
        factories.submitted_result(check)
    with django_assert_max_num_queries(3):
        client.get(reverse("check", args=["mine"]))
