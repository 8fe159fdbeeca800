"""The selector by itself, as one changes it and with scripts switched off."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser import steps


def test_the_answer_follows_each_change_and_the_address_keeps_it(page):
    page.goto("/selector/")
    page.get_by_label("Demand for features in a month").select_option("low")
    expect(steps.verdict(page)).to_have_text("Ops Run It")
    expect(page.get_by_role("status")).to_contain_text("With these values: Ops Run It.")
    page.reload()
    expect(steps.verdict(page)).to_have_text("Ops Run It")


def test_an_amount_that_cannot_be_read_leaves_answer_and_address(page):
    page.goto("/selector/?composition=foundational&exposure=high&feature_demand=low")
    page.get_by_label("Cost of an hour of failure").select_option("amount")
    expect(page.get_by_text("Type an amount, such as 200k")).to_be_visible()
    expect(steps.verdict(page)).to_have_text("Ops Run It")
    assert page.url.endswith("?composition=foundational&exposure=high&feature_demand=low")
    page.get_by_label("Amount an hour, such as 200k", exact=True).fill("6k")
    page.get_by_label("Amount an hour, such as 200k", exact=True).press("Enter")
    expect(page.get_by_text("£50,400 a week")).to_be_visible()


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_a_button_shows_the_answer(page):
    page.goto("/selector/")
    page.get_by_label("Demand for features in a month").select_option("low")
    page.get_by_role("button", name="Show").click()
    expect(steps.verdict(page)).to_have_text("Ops Run It")
    page.get_by_label("Cost of an hour of failure").select_option("amount")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("Type an amount, such as 200k")).to_be_visible()
    expect(steps.verdict(page)).to_have_text("Ops Run It")
