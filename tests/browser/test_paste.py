"""Copying the summary of a result."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests import factories

RESULT = "/shared/a-read-only-token/"
COPIED = "navigator.clipboard.readText()"


@pytest.fixture(autouse=True)
def result(transactional_db):
    made = factories.submitted_result(factories.cast().service)
    factories.shared_link(made)
    return made


@pytest.mark.browser_context_args(permissions=["clipboard-read", "clipboard-write"])
@pytest.mark.parametrize(
    ("button", "begins", "said"),
    [
        ("Copy as plain text", "Bedroom: You Build It", "The plain text is copied."),
        ("Copy as Markdown", "# Bedroom: You Build It", "The Markdown is copied."),
    ],
)
def test_one_press_copies_the_summary(page, button, begins, said):
    page.goto(RESULT)
    page.get_by_role("button", name=button).click()
    expect(page.get_by_text(said)).to_be_visible()
    assert page.evaluate(COPIED).startswith(begins)


def test_without_a_clipboard_the_text_is_opened(page):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(RESULT)
    page.get_by_role("button", name="Copy as plain text").click()
    page.wait_for_url("**/summary.txt")
    expect(page.locator("body")).to_contain_text("Bedroom: You Build It You Run It")


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_javascript_a_link_leads_to_the_text(page):
    page.goto(RESULT)
    expect(page.get_by_role("button", name="Copy as plain text")).to_be_hidden()
    page.get_by_role("link", name="Markdown", exact=True).click()
    expect(page.locator("body")).to_contain_text("# Bedroom: You Build It You Run It")
