"""Searching the playbook, as one types and by the button."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

RESULTS = re.compile(r"^\s*[1-9]\d* results?")


def test_results_come_as_one_types_and_the_address_carries_them(page):
    page.goto("/playbook/search/")
    page.get_by_label("Search the playbook").press_sequentially("telemet")
    expect(page.get_by_role("status")).to_have_text(RESULTS)
    expect(page.locator("mark").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"/playbook/search/\?q=telemet$"))
    page.reload()
    expect(page.locator("mark").first).to_be_visible()


def test_going_back_from_a_result_leads_to_the_results(page):
    page.goto("/playbook/search/")
    page.get_by_label("Search the playbook").press_sequentially("chaos")
    page.get_by_role("link", name="Run regular Chaos Days").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Run regular Chaos Days")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Search the playbook")
    expect(page.locator("mark").first).to_be_visible()


def test_typing_on_replaces_the_results_and_keeps_the_place_in_the_field(page):
    page.goto("/playbook/search/?q=chaos")
    field = page.get_by_label("Search the playbook")
    field.press("End")
    field.press_sequentially(" zebra")
    expect(page.get_by_role("status")).to_contain_text("none of which has all of these words")
    field.fill("zebra")
    expect(page.get_by_role("status")).to_contain_text("Nothing found.")
    expect(field).to_be_focused()


def test_the_first_result_is_the_next_thing_after_the_button(page):
    page.goto("/playbook/search/?q=chaos")
    page.get_by_role("button", name="Search").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Run regular Chaos Days")


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_a_search_leads_from_the_contents_to_a_question(page):
    page.goto("/playbook/")
    page.get_by_label("Search the playbook").fill("canary")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("status")).to_have_text(RESULTS)
    page.get_by_role("link", name="What happens to users when a release goes wrong?").click()
    expect(page.locator("#release-safety")).to_be_in_viewport()
