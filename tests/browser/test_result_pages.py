"""The pages of a result: how much the summary holds, and where old addresses lead."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from assessments.models import Result, Scope
from tests import factories
from tests.browser import steps

MOST_WORDS, MOST_BYTES = 450, 40 * 1024
SCREENS = [(1280, 900, 2), (390, 844, 4)]
"""A width, a height, and how many such screens the summary may fill."""

NIGHTS: dict[str, Any] = {"exposure": 6_000, "out-of-hours-cover": "team"}
BOTH: dict[str, Any] = {
    "composition": "both",
    "foundational-exposure": 500_000,
    "foundational-demand": "low",
}
LONGEST = {
    "all at once": factories.full_answers({"out-of-hours-cover": "none"}, option=0),
    "at 95.0%": factories.full_answers(NIGHTS, option=0),
    "two parts": factories.full_answers({**BOTH, "present-model": "ops-run-it"}, option=0),
    "not live": factories.full_answers({"present-model": "not-live"}, option=0),
}


def at_guests(result: Result) -> str:
    return f"/check/a-guest-token/a/{result.assessment_id}/result/"


@pytest.fixture
def result(page) -> Result:
    return factories.submitted_result(
        factories.guest_check(token="a-guest-token"), factories.full_answers(option=0)
    )


def assert_is_brief(page: Page, address: str) -> None:
    for width, height, screens in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        sent = page.goto(address)
        assert sent
        assert len(sent.body()) <= MOST_BYTES
        assert page.evaluate("document.documentElement.scrollHeight") <= screens * height
        assert len(page.locator("main").inner_text().split()) <= MOST_WORDS


@pytest.mark.parametrize("case", LONGEST)
def test_the_summary_of_a_service_is_read_at_a_glance(page, sign_in, case):
    cast = factories.cast()
    for _time in "ab":
        result = factories.submitted_result(cast.service, LONGEST[case], by=cast.owner)
    sign_in(page, cast.owner)
    assert_is_brief(page, f"/o/acme/assessments/{result.assessment_id}/result/")


def test_the_summary_of_a_guest_s_quick_check_is_read_at_a_glance(page):
    check = factories.guest_check(token="a-guest-token")
    answers = {**factories.BEDROOM, **steps.QUICK}
    assert_is_brief(page, at_guests(factories.submitted_result(check, answers, scope=Scope.QUICK)))


@pytest.mark.parametrize(
    ("fragment", "leads"),
    [
        ("plan", "plan/#plan"),
        ("practice-run-regular-chaos-days", "plan/#practice-run-regular-chaos-days"),
        ("pitfalls", "risks/#pitfalls"),
        ("pitfall-excessive-bau", "risks/#pitfall-excessive-bau"),
        ("scores", "scores/#scores"),
        ("answer-telemetry", "answers/#answer-telemetry"),
        ("sources", "answers/#sources"),
        ("explore", "explore/#explore"),
        ("share", "links/#share"),
    ],
)
def test_an_old_address_of_a_part_leads_on(page, result, fragment, leads):
    page.goto(f"{at_guests(result)}#{fragment}")
    expect(page).to_have_url(re.compile(re.escape(f"/result/{leads}") + "$"))


def test_a_part_that_is_on_the_summary_stays_there(page, result):
    page.goto(f"{at_guests(result)}#today")
    expect(page.locator("#today")).to_be_in_viewport()
    expect(page).to_have_url(re.compile(r"/result/#today$"))


def test_a_practice_is_one_line_that_a_link_to_it_opens(page, result):
    page.goto(f"{at_guests(result)}plan/")
    practice = page.locator("#practice-run-regular-chaos-days")
    expect(practice.get_by_text("How to start:")).to_be_hidden()
    page.goto(f"{at_guests(result)}plan/#practice-run-regular-chaos-days")
    expect(practice.get_by_text("How to start:")).to_be_visible()


def test_what_is_explored_is_one_press_away_from_every_page(page, result):
    for name in ("", "plan/", "risks/", "scores/", "answers/"):
        page.goto(f"{at_guests(result)}{name}")
        page.get_by_role("navigation", name="Result").get_by_role("link", name="Explore").click()
        expect(page.locator("#explore")).to_be_visible()
