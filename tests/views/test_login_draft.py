"""A page sent by someone who had been signed out meanwhile."""

import pytest

from assessments.views.login_draft import LARGEST
from tests import factories
from tests.views.sheets import guests, members

pytestmark = pytest.mark.django_db

BACK = "You had been signed out"


@pytest.fixture
def pages(client):
    pages = members(client, {"telemetry": "stays"})
    pages.typed = pages.body("telemetry", option="alert-only", note="typed")
    client.logout()
    return pages


def sign_in_again(pages):
    assessment = pages.assessment
    person = assessment.service.team.team_members.get().membership.user
    pages.client.force_login(person)
    return pages.text("section", section="service-reliability")


def test_a_page_sent_while_signed_out_leads_to_the_log_in(pages):
    assert pages.save("service-reliability", pages.typed).status_code == 302


def test_what_was_sent_while_signed_out_is_back_after_the_log_in(pages):
    pages.save("service-reliability", pages.typed)
    text = sign_in_again(pages)
    assert BACK in text
    assert 'value="alert-only" checked' in text
    assert "typed" in text


def test_it_is_not_saved_unasked(pages):
    pages.save("service-reliability", pages.typed)
    sign_in_again(pages)
    assert pages.stored("telemetry").option == "stays"


def test_sending_it_again_saves_it(pages):
    pages.save("service-reliability", pages.typed)
    sign_in_again(pages)
    pages.save("service-reliability", pages.typed)
    assert pages.stored("telemetry").option == "alert-only"


def test_it_is_shown_once(pages):
    pages.save("service-reliability", pages.typed)
    sign_in_again(pages)
    assert BACK not in pages.text("section", section="service-reliability")


def test_it_is_shown_on_its_own_page_only(pages):
    pages.save("profile", pages.typed)
    assert BACK not in sign_in_again(pages)


def test_more_than_a_page_of_answers_is_not_kept(pages):
    pages.save("service-reliability", pages.body("telemetry", note="x" * LARGEST))
    assert BACK not in sign_in_again(pages)


def test_a_guest_has_nothing_to_sign_in_to(client):
    pages = guests(client, factories.BEDROOM)
    pages.save("profile", pages.body("composition", option="both"))
    assert "unsent" not in client.session
