import html
import re
from collections.abc import Mapping
from typing import Any

import pytest
from django.urls import reverse

from assessments.current import playbook
from tests import factories
from tests.views.words import without_terms

pytestmark = pytest.mark.django_db

KINDS: dict[str, Mapping[str, Any]] = {
    "principle": playbook().principles,
    "practice": playbook().practices,
    "pitfall": playbook().pitfalls,
    "drawback": playbook().drawbacks,
    "model": playbook().models,
}
EVERY_ENTRY = [(kind, slug) for kind, entries in KINDS.items() for slug in entries]


def text_of(client, kind, slug):
    """An entry's page as it is read."""
    page = client.get(reverse("playbook-entry", args=[kind, slug])).content.decode()
    return without_terms(page)


@pytest.mark.parametrize(("kind", "slug"), EVERY_ENTRY)
def test_every_entry_has_a_page_that_links_the_playbooks_own(client, kind, slug):
    own = playbook().url(KINDS[kind][slug].page)
    assert f'href="{own}"' in text_of(client, kind, slug)


def test_the_contents_lead_to_every_entry(client):
    text = client.get(reverse("playbook")).content.decode()
    addresses = [reverse("playbook-entry", args=entry) for entry in EVERY_ENTRY]
    assert [address for address in addresses if f'href="{address}"' not in text] == []


def test_the_contents_tell_the_phases_in_order(client):
    text = client.get(reverse("playbook")).content.decode()
    places = [text.index(f"Phase {number}") for number in (1, 2, 3)]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "entry", [("practice", "none-such"), ("recipe", "excessive-bau"), ("pitfall", "ops-run-it")]
)
def test_what_the_playbook_does_not_hold_is_not_found(client, entry):
    assert client.get(reverse("playbook-entry", args=entry)).status_code == 404


@pytest.mark.parametrize(
    "path", [reverse("playbook"), reverse("questions"), "/playbook/pitfall/excessive-bau/"]
)
def test_reading_the_playbook_takes_no_account_and_no_query(
    client, path, django_assert_num_queries
):
    with django_assert_num_queries(0):
        assert client.get(path).status_code == 200


def test_who_is_signed_in_reads_the_playbook_at_the_cost_of_the_session(
    client, django_assert_max_num_queries
):
    client.force_login(factories.cast().owner)
    with django_assert_max_num_queries(4):
        client.get(reverse("playbook"))


def test_the_contents_lead_to_the_method(client):
    assert f'href="{reverse("method")}"' in client.get(reverse("playbook")).content.decode()


def test_the_method_takes_no_account_and_no_query(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get(reverse("method")).status_code == 200


def test_the_method_names_every_pitfall(client):
    text = html.unescape(client.get(reverse("method")).content.decode())
    titles = [pitfall.title for pitfall in playbook().pitfalls.values()]
    assert [title for title in titles if f">{title}</a>" not in text] == []


@pytest.mark.parametrize(
    "told",
    [
        "10 questions about the service",
        "Then 35 questions",
        "the quick check puts 8 of them",
        "16 questions, 3 of them against the targets",
        "0 to 4 points",
        "Every question weighs the same.",
        "99.9% or more the team, 99.0% or less operations",
        "1 h 40 min 48 s",
        "above £250,000",
        "CC BY-NC 4.0",
    ],
)
def test_the_method_tells_its_figures_and_its_source(client, told):
    assert told in html.unescape(client.get(reverse("method")).content.decode())


def test_a_pitfall_names_its_guards(client):
    text = text_of(client, "pitfall", "change-management-treacle")
    assert "Guarded against by" in text
    assert "/playbook/practice/automate-change-auditing/" in text


def test_a_practice_names_the_answers_that_call_for_it(client):
    text = text_of(client, "practice", "automate-change-auditing")
    assert "How does the record of a production change come about?" in text
    assert "calls for it" in text


def test_a_practice_says_when_it_is_adopted(client):
    assert "phase 2, step 2" in text_of(client, "practice", "automate-change-auditing")


SKELETONS = {
    "practice": ["why", "in-place", "start", "next", "goes-wrong"],
    "pitfall": ["recognise", "causes", "costs", "way-out"],
    "principle": ["changes", "example"],
    "drawback": ["recognise", "causes", "costs"],
    "model": [
        "suits",
        "deploys",
        "protects",
        "restores",
        "learns",
        "benefits",
        "drawbacks",
        "costs",
        "governance",
    ],
}
FACTS = {
    "practice": ["measure", "who"],
    "drawback": ["counter", "price"],
    "model": [
        "frequency",
        "lead-time",
        "incentive",
        "availability",
        "restoration-time",
        "insight-time",
        "improvement-time",
    ],
}


def headings(text, tag):
    return re.findall(rf'<{tag} id="(?!asked)([a-z-]+)">[^<]+</{tag}>', text)


@pytest.mark.parametrize(("kind", "slug"), EVERY_ENTRY)
def test_every_page_of_a_kind_has_the_same_headings(client, kind, slug):
    text = text_of(client, kind, slug)
    assert headings(text, "h2") == SKELETONS[kind]
    assert headings(text, "dt") == FACTS.get(kind, [])


@pytest.mark.parametrize(("kind", "slug"), EVERY_ENTRY)
def test_every_text_of_an_entry_is_on_its_page(client, kind, slug):
    entry = KINDS[kind][slug]
    shown = html.unescape(text_of(client, kind, slug))
    paragraphs = [paragraph for text in entry.texts for paragraph in text.split("\n\n")]
    assert [paragraph for paragraph in paragraphs if paragraph not in shown] == []


def test_the_way_out_of_a_pitfall_is_a_numbered_list(client):
    text = html.unescape(text_of(client, "pitfall", "excessive-bau"))
    listed = text[text.index("<ol>") : text.index("</ol>")]
    steps = re.findall(r"<li>(.+?)</li>", listed)
    assert tuple(steps) == playbook().pitfalls["excessive-bau"].way_out


def test_a_drawback_tells_counter_and_price(client):
    text = text_of(client, "drawback", "slow-restoration")
    assert "What counters it" in text
    assert "At what price" in text


def test_every_page_credits_the_source(client):
    assert "CC BY-NC 4.0" in text_of(client, "model", "hybrid")


def asked(client):
    return html.unescape(client.get(reverse("questions")).content.decode())


def test_every_question_is_asked_at_a_place_of_its_own(client):
    text = asked(client)
    assert [
        slug for slug in playbook().questions if f'<article class="put" id="{slug}"' not in text
    ] == []


def test_what_is_asked_holds_every_word_that_helps_to_answer(client):
    text = asked(client)
    for question in playbook().questions.values():
        words = [question.text, question.why, question.help, question.evidence]
        words += [option.text for option in question.options]
        assert [each for each in words if each not in text] == []


def test_a_question_leads_to_the_entries_that_its_answers_bear_on(client):
    text = asked(client)
    about = text[text.index('id="on-call-pay"') : text.index('id="on-call-funding"')]
    assert "/playbook/practice/ensure-fair-remuneration-for-on-call-developers/" in about
    assert "/playbook/pitfall/limited-on-call-schedule/" in about


@pytest.mark.parametrize(
    "path", [reverse("playbook"), reverse("questions"), "/playbook/pitfall/excessive-bau/"]
)
def test_one_can_search_from_every_page_of_the_playbook(client, path):
    text = client.get(path).content.decode()
    assert f'action="{reverse("search")}"' in text


def test_how_to_answer_stands_once_before_the_questions(client):
    text = client.get(reverse("questions")).content.decode()
    assert text.count(html.escape(playbook().how_to_answer)) == 1
