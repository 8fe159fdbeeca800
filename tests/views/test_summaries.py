"""The first screen of a result as a text to paste, by every way in."""

from datetime import timedelta

import pytest

from tests import factories
from tests.views.sheets import SheetPages

pytestmark = pytest.mark.django_db

BOTH_FORMS = pytest.mark.parametrize("name", ["summary-text", "summary-markdown"])
SHARED = pytest.mark.parametrize("file", ["summary.txt", "summary.md"])
LATER = factories.AT + timedelta(days=90)


@BOTH_FORMS
def test_a_member_gets_a_text(submitted, name):
    response = submitted().get(name)
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "Bedroom: You Build It You Run It" in response.text
    assert "Full questionnaire, submitted on 2 November 2026." in response.text


def test_markdown_is_markdown(submitted):
    assert submitted().get("summary-markdown").text.startswith("# Bedroom: ")


def test_plain_text_is_plain(submitted):
    assert submitted().get("summary-text").text.startswith("Bedroom: ")


@BOTH_FORMS
def test_a_guest_gets_a_text(guests_quick_check, name):
    assert "Quick check, submitted on" in guests_quick_check.get(name).text


@BOTH_FORMS
def test_an_open_assessment_leads_back_to_its_questions(client, people, name):
    client.force_login(people.owner)
    seen = SheetPages(client, factories.assessment(people.service))
    assert seen.get(name).url == seen.url("overview")


@BOTH_FORMS
def test_a_member_is_told_what_has_changed_since(client, people, name):
    factories.submitted_result(people.service)
    second = factories.submitted_result(people.service, at=LATER)
    client.force_login(people.owner)
    assert (
        "Compared with the result of 2 November 2026"
        in SheetPages(client, second.assessment).get(name).text
    )


@SHARED
def test_a_read_only_link_gives_a_text_that_tells_of_no_earlier_result(client, people, file):
    factories.submitted_result(people.service)
    factories.shared_link(factories.submitted_result(people.service, at=LATER))
    text = client.get(f"/shared/a-read-only-token/{file}").text
    assert "Bedroom: You Build It You Run It" in text
    assert "Since" not in text


@SHARED
def test_a_read_only_link_names_neither_organisation_nor_team(client, people, file):
    factories.shared_link(factories.submitted_result(people.service, by=people.owner))
    text = client.get(f"/shared/a-read-only-token/{file}").text
    assert not any(hidden in text for hidden in ("Acme", "Rooms", "Owner"))


@SHARED
def test_an_ended_link_gives_no_text(client, people, file):
    result = factories.submitted_result(people.service)
    factories.shared_link(result, revoked_at=factories.AT)
    response = client.get(f"/shared/a-read-only-token/{file}")
    assert (response.status_code, "accepts losing" in response.text) == (410, False)


@BOTH_FORMS
def test_it_costs_few_queries(submitted, django_assert_max_num_queries, name):
    seen = submitted()
    with django_assert_max_num_queries(8):
        seen.get(name)


@BOTH_FORMS
def test_the_result_leads_there_without_javascript(submitted, name):
    seen = submitted()
    assert f'<a href="{seen.url(name)}"' in seen.text("result")
