"""The models side by side: for everyone, without an account and without a query."""

import html
import re

import pytest
from django.urls import reverse

from assessments.current import playbook
from assessments.queries.models_page import comparison
from tests import factories
from tests.views.words import without_terms

pytestmark = pytest.mark.django_db


@pytest.fixture
def text(client):
    return html.unescape(without_terms(client.get(reverse("models")).content.decode()))


def test_comparing_the_models_takes_no_account_and_no_query(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get(reverse("models")).status_code == 200


def test_who_is_signed_in_compares_at_the_cost_of_the_session(
    client, django_assert_max_num_queries
):
    client.force_login(factories.cast().owner)
    with django_assert_max_num_queries(4):
        assert client.get(reverse("models")).status_code == 200


def test_the_comparison_is_not_written_to(client):
    assert client.post(reverse("models")).status_code == 405


def test_every_text_of_every_model_is_on_the_page(text):
    told = [each for model in playbook().models.values() for each in model.texts]
    assert [each for each in told if each not in text] == []


def test_every_row_and_column_has_a_head(text):
    rows = sum(len(section.rows) for section in comparison().sections)
    assert text.count('<th scope="row"') == rows
    assert text.count('<th scope="col"') == 4 * len(comparison().sections)


def test_every_jump_lands_on_the_page(text):
    jumps = re.findall(r'href="#([a-z-]+)"', text)
    places = set(re.findall(r'id="([a-z-]+)"', text))
    assert len(jumps) > len(comparison().sections)
    assert set(jumps) <= places


def test_every_entry_that_the_page_links_is_there(client, text):
    links = set(re.findall(r'href="(/playbook/[a-z]+/[a-z0-9.-]+/)"', text))
    assert len(links) == 3 + len(playbook().drawbacks) + len(playbook().pitfalls)
    assert [link for link in links if client.get(link).status_code != 200] == []


def test_every_section_names_the_pages_of_the_source(text):
    for section in comparison().sections:
        for _, address in section.sources:
            assert f'href="{address}"' in text


def test_duties_are_told_as_responsible_accountable_and_informed(text):
    for duty in playbook().models["hybrid"].governance:
        for who in (duty.responsible, duty.accountable, duty.informed):
            assert f"<dd>{who}</dd>" in text


def test_a_cost_weighs_in_words(text):
    for weight in ("Lower", "Higher", "About equal", "In between"):
        assert f">{weight}</strong>" in text


@pytest.mark.parametrize(
    "path", ["/playbook/", *(f"/playbook/model/{slug}/" for slug in playbook().models)]
)
def test_the_playbook_leads_to_the_comparison(client, path):
    assert f'href="{reverse("models")}"' in client.get(path).content.decode()
