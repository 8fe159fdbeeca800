"""Words explained: a page of all, and notes on the pages that use them."""

import re
from collections import Counter

import pytest
from django.urls import reverse

from assessments.current import playbook
from tests import factories

pytestmark = pytest.mark.django_db

CHAOS = "/playbook/practice/run-regular-chaos-days/"


def text_of(client, path):
    return client.get(path).content.decode()


def pressed(text):
    """The ids of the notes that a page's words open."""
    return re.findall(r'class="term" popovertarget="([^"]+)"', text)


def ids(text):
    return Counter(re.findall(r'\bid="([^"]+)"', text))


def test_the_page_tells_every_term_at_a_place_of_its_own(client):
    text = text_of(client, reverse("glossary"))
    assert [slug for slug in playbook().terms if f'<div id="{slug}">' not in text] == []


def test_the_glossary_takes_no_account_and_no_query(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get(reverse("glossary")).status_code == 200


@pytest.fixture
def pages(client):
    """Pages that explain words, of every sort, for a member of a team."""
    cast = factories.cast()
    client.force_login(cast.owner)
    draft = factories.assessment(cast.service, factories.BEDROOM)
    result = factories.submitted_result(factories.service(cast.team, "Kitchen"))
    here = f"/o/{cast.organisation.slug}/assessments"
    factories.guidance(cast.organisation)
    factories.guidance(cast.organisation, text="Another.")
    paths = [
        CHAOS,
        reverse("models"),
        reverse("method"),
        reverse("selector"),
        reverse("questions"),
        f"{here}/{draft.pk}/section/service-reliability/",
        f"{here}/{result.assessment_id}/result/",
        f"{here}/{result.assessment_id}/result/explore/",
    ]
    return {path: text_of(client, path) for path in paths}


def test_every_word_that_can_be_pressed_has_its_note_on_the_page(pages):
    for path, text in pages.items():
        assert pressed(text), path
        assert set(pressed(text)) <= ids(text).keys(), path


def test_nothing_is_pressed_that_is_not_seen(pages):
    unseen = r'<span[^>]*(?:visually-hidden|aria-hidden="true")[^>]*>[^<]*<button[^>]*class="term"'
    assert [path for path, text in pages.items() if re.search(unseen, text)] == []


def test_no_page_has_an_id_twice(pages):
    twice = {(path, name) for path, text in pages.items() for name, n in ids(text).items() if n > 1}
    assert twice == set()


def test_a_note_tells_the_meaning_and_where_to_read_on(client):
    text = text_of(client, CHAOS)
    term = playbook().terms["incident"]
    assert f'id="term-{term.slug}" popover' in text
    assert term.meaning in text
    assert f"{reverse('glossary')}#{term.slug}" in text


def test_a_word_is_to_be_pressed_once_on_a_page(client):
    words = pressed(text_of(client, CHAOS))
    assert len(words) == len(set(words))


def test_a_question_names_the_words_that_it_uses(client):
    text = text_of(client, reverse("questions"))
    question = text[text.index('id="on-call-preparation"') : text.index('id="major-incident"')]
    assert "term-runbook" in pressed(question)
