import html

import pytest
from django.urls import reverse

from assessments.queries.search.finding import LONGEST
from tests import factories

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def search(client, asked, **more):
    return client.get(reverse("search"), {"q": asked}, **more)


def text_of(client, asked, **more):
    return search(client, asked, **more).content.decode()


def test_a_hit_leads_to_its_page_with_its_words_marked(client):
    text = text_of(client, "chaos")
    assert (
        '<a href="/playbook/practice/run-regular-chaos-days/">Run regular <mark>Chaos</mark>'
        in text
    )


def test_a_question_leads_to_its_place_among_those_asked(client):
    assert f'href="{reverse("questions")}#release-safety"' in text_of(client, "canary")


def test_a_hit_says_of_what_kind_it_is(client):
    assert "Question" in text_of(client, "canary")


def test_the_number_of_results_is_said(client):
    text = text_of(client, "chaos")
    assert f"{text.count('<li class=')} results" in text


def test_what_is_not_shown_is_counted(client):
    assert "the best 20 shown" in text_of(client, "team")


def test_no_words_yet_gets_examples(client):
    text = client.get(reverse("search")).content.decode()
    assert 'href="?q=on-call+pay"' in text
    assert "Nothing found" not in text


def test_nothing_found_says_what_to_try(client):
    text = text_of(client, "zebra")
    assert "Nothing found." in text
    assert "Try fewer words" in text
    assert f'href="{reverse("playbook")}"' in text


def test_some_of_the_words_are_told_from_all(client):
    assert "none of which has all of these words" in text_of(client, "telemetry zebra")


def test_what_was_typed_is_shown_as_text(client):
    text = text_of(client, '"><script>alert(1)</script>')
    assert "<script>alert" not in text
    assert "&quot;&gt;&lt;script&gt;" in text


def test_a_title_with_signs_of_html_would_be_shown_as_text(client, monkeypatch):
    from assessments.queries.search import finding, index
    from assessments.queries.search.documents import Document

    evil = Document("practice", "x", "/x/", "<b>Zebra</b>", "", ())
    monkeypatch.setattr(finding, "search_index", lambda: index.index_of([evil]))
    assert "&lt;b&gt;<mark>Zebra</mark>&lt;/b&gt;" in text_of(client, "zebra")


@pytest.mark.parametrize("asked", ["\x00chaos", "chaos\x1b[0m", "chaos\r\nX: y", "\u202echaos"])
def test_control_characters_are_harmless(client, asked):
    response = search(client, asked)
    assert response.status_code == 200
    assert not set("\x00\x1b\r\u202e") & set(response.content.decode())


def test_the_longest_search_is_answered(client):
    assert search(client, "w" * LONGEST).status_code == 200


def test_a_longer_one_is_refused_with_the_remedy(client):
    response = search(client, "w" * (LONGEST + 1))
    assert response.status_code == 400
    assert "A few words are enough." in response.content.decode()


def test_as_one_types_only_results_and_their_number_are_sent(client):
    text = text_of(client, "chaos", headers=HTMX)
    assert "<html" not in text
    assert "<mark>Chaos</mark>" in text
    assert '<p id="search-said" hx-swap-oob="innerHTML">' in text


def test_going_back_gets_the_whole_page(client):
    headers = {**HTMX, "HX-History-Restore-Request": "true"}
    assert "<html" in text_of(client, "chaos", headers=headers)


def test_no_cache_takes_results_for_the_page(client):
    assert "HX-Request" in search(client, "chaos").headers["Vary"]


def test_searching_takes_no_account_and_no_query_but_the_one_that_counts_it(
    client, django_assert_num_queries
):
    with django_assert_num_queries(1):
        assert "results" in text_of(client, "team")


def test_who_is_signed_in_searches_at_the_cost_of_the_session_and_the_head(
    client, django_assert_max_num_queries
):
    client.force_login(factories.cast().owner)
    with django_assert_max_num_queries(5):
        search(client, "team")


def test_a_search_is_only_read(client):
    assert client.post(reverse("search"), {"q": "chaos"}).status_code == 405


def test_the_page_keeps_what_was_typed(client):
    assert 'value="on-call &amp; pay"' in text_of(client, "on-call & pay")
    assert "Search: on-call & pay" in html.unescape(text_of(client, "on-call & pay"))


def test_guidance_of_one_s_own_organisation_is_found_apart_from_the_playbook(client):
    cast = factories.cast()
    factories.guidance(cast.organisation, text="Ask the **zebra** guild.")
    factories.guidance(factories.organisation("Other"), text="Not for you, zebra.")
    client.force_login(cast.colleague)
    for more in ({}, {"headers": HTMX}):
        text = text_of(client, "Zebra guild", **more)
        assert "In guidance of your own organisation" in text
        assert "Ask the zebra guild." in text
        assert 'href="/playbook/practice/run-regular-chaos-days/#own-guidance"' in text
        assert "Not for you" not in text
        assert "Nothing found." not in text
    assert "zebra guild" not in text_of(client, "zebra nobody")


@pytest.mark.parametrize(
    ("typed", "found"),
    [("übergab", True), ("ÜBERGABE guild", True), ("ergabe", False), ("guild zoo", False)],
)
def test_guidance_is_found_by_the_beginnings_of_its_words(client, typed, found):
    cast = factories.cast()
    factories.guidance(cast.organisation, text="Übergabe: ask the guild.")
    client.force_login(cast.colleague)
    assert ("ask the guild." in text_of(client, typed)) == found


def test_nobody_else_finds_it(client):
    factories.guidance(factories.cast().organisation, text="Ask the zebra guild.")
    assert "In guidance of your own" not in text_of(client, "zebra")


def test_searching_signed_in_takes_one_query_more_than_session_count_and_head(
    client, django_assert_max_num_queries
):
    cast = factories.cast()
    for number in range(30):
        factories.guidance(cast.organisation, entry=f"gone-{number}", text="Ask the zebra guild.")
    client.force_login(cast.colleague)
    with django_assert_max_num_queries(5):
        text = text_of(client, "zebra")
    assert text.count("From Acme, about") == 3


@pytest.mark.parametrize("typed", ["a", "%", "é"])
def test_one_letter_is_asked_for_another(client, typed):
    assert "Type at least two letters of a word." in text_of(client, typed)


def test_found_guidance_is_told_from_what_the_playbook_says(client):
    cast = factories.cast()
    factories.guidance(cast.organisation, text="Ask the zebra guild about chaos.")
    client.force_login(cast.colleague)
    assert "results in the playbook" in text_of(client, "chaos")
    assert "Try fewer words" not in text_of(client, "zebra")
