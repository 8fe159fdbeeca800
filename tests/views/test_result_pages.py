"""The pages of a result: what each is for, and how one leads to the others."""

import re
from urllib.parse import urljoin

import pytest
from django.template.loader import render_to_string

from tests import factories
from tests.views.sheets import SheetPages

pytestmark = pytest.mark.django_db

PAGES = ["result", "plan", "risks", "scores", "answers", "explore"]
BEHIND = {
    **factories.BEDROOM,
    "out-of-hours-cover": "operations",
    "deployment-frequency": "fortnightly",
    "telemetry": "stays",
}


def element(text, name):
    """The article of that id."""
    found = text[text.index(f'id="{name}"') :]
    return found[: found.index("</article>")]


@pytest.mark.parametrize("name", PAGES)
def test_every_link_within_the_result_has_its_end(submitted, name):
    seen = submitted(BEHIND)
    texts = {seen.url(page): seen.text(page) for page in PAGES}
    ends = re.findall(r'href="([^"]*result/[^"]*)#([^"]*)"', texts[seen.url(name)])
    assert [(page, end) for page, end in ends if f'id="{end}"' not in texts[page]] == []


def test_an_answer_links_to_its_practice_and_back(submitted):
    seen = submitted(BEHIND)
    slug = "automate-a-telemetry-toolchain"
    answer = element(seen.text("answers"), "answer-telemetry")
    practice = element(seen.text("plan"), f"practice-{slug}")
    assert f'href="{seen.url("plan")}#practice-{slug}"' in answer
    assert f'href="{seen.url("answers")}#answer-telemetry"' in practice


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_the_result_leads_to_all_others_and_marks_itself(submitted, name):
    seen = submitted()
    text = seen.text(name)
    nav = text[text.index('class="result-nav"') : text.index("</nav>", text.index("result-nav"))]
    assert re.findall('href="([^"]*)"', nav) == [seen.url(page) for page in PAGES]
    assert re.findall('href="([^"]*)"[^>]*aria-current="page"', nav) == [seen.url(name)]


@pytest.mark.parametrize("name", PAGES)
def test_an_open_assessment_has_none_of_the_pages(client, people, name):
    client.force_login(people.owner)
    seen = SheetPages(client, factories.assessment(people.service))
    assert seen.get(name).url == seen.url("overview")


@pytest.mark.parametrize("name", PAGES)
def test_a_guest_reads_every_page_under_the_link(guests_quick_check, name):
    assert guests_quick_check.get(name).status_code == 200


def test_the_gravest_caution_leads_to_the_others(submitted):
    answers = {**factories.BEDROOM, "out-of-hours-cover": "none", "composition": "both"}
    seen = submitted({**answers, "foundational-demand": "low"})
    text = seen.text("result")
    assert "Digital part:</strong>" in text[text.index("Look into this first") :]
    assert "alerts wait for the next working day" in text
    (leads_to,) = set(re.findall(r'<a href="([^"]+)#cautions">', text))
    assert urljoin(seen.url("result"), leads_to) == seen.url("risks")


def test_the_summary_s_parts_are_drawn_once_for_everyone_who_sees_as_much(submitted, monkeypatch):
    seen, drawn = submitted(), []

    def noted(template, context):
        drawn.append(template)
        return render_to_string(template, context)

    monkeypatch.setattr("assessments.views.results.render_to_string", noted)
    texts = [seen.text("result") for _ in "abc"]
    assert drawn == ["results/_summary.html"]
    assert all("Start with" in text for text in texts)


def test_what_the_team_would_take_over_is_never_told_as_a_fact(submitted):
    answers = {"present-model": "ops-run-it", "change-approval": "each-by-a-board"}
    text = submitted(factories.full_answers(answers, option=0)).text("risks")
    assert "Waiting for you if the team takes over and nothing else changes" in text
    assert "None of these is so today." in text
    assert "these can happen today" not in text


def test_what_can_happen_today_is_told_apart(submitted):
    text = submitted(factories.full_answers(option=0)).text("risks")
    assert "Now: these can happen today" in text
    assert "Waiting for you" not in text


def test_where_nothing_burns_the_summary_says_so(submitted):
    nothing_to_wish_for = {
        "present-model": "you-build-it-you-run-it",
        "deployment-lead-time": "within-a-day",
        "time-to-restore": "under-100-minutes",
        "out-of-hours-cover": "domain",
    }
    text = submitted(factories.full_answers(nothing_to_wish_for)).text("result")
    start = text[text.index('id="start"') : text.index('id="today"')]
    assert "Nothing burns: no pitfall is near" in start
    assert "<ol>" not in start


def test_an_answer_says_how_it_bears_on_a_score(submitted):
    seen = submitted(factories.full_answers(option=0))
    answer = element(seen.text("answers"), "answer-telemetry")
    assert f'of 4 points</span> <a href="{seen.url("scores")}">' in answer


def test_an_answer_that_led_to_nothing_says_so(submitted):
    seen = submitted()
    assert "It led to nothing by itself." in element(seen.text("answers"), "answer-exposure")


@pytest.mark.parametrize("name", PAGES)
def test_a_result_page_costs_few_queries(submitted, django_assert_max_num_queries, name):
    seen = submitted()
    with django_assert_max_num_queries(12 if name == "plan" else 8):
        seen.get(name)
