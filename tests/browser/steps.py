"""Steps that several journeys take."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from assessments.current import playbook

QUICK = {
    slug: playbook().scored_questions[slug].options[-1].slug for slug in playbook().quick_check
}
"""The best answer to each scored question of the quick check."""


def status(page: Page, question: str) -> Locator:
    return page.locator(f"#status-{question}")


def choose(page: Page, question: str, option: str) -> None:
    """Chosen, and saved without any button."""
    page.check(f"#{question}-{option}-option")
    expect(status(page, question)).to_have_text("Saved")


def save_and_continue(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Save and continue").click()


def answer_quick_questions(page: Page) -> None:
    """From the first scored section to the review, a page at a time."""
    for section in playbook().sections[1:]:
        for question in section.questions:
            if question in QUICK:
                page.check(f"#{question}-{QUICK[question]}-option")
        save_and_continue(page)


def submit(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Submit and see the result").click()


def verdict(page: Page) -> Locator:
    """The recommended model, as the result's head says it."""
    return page.locator("#recommendation")


def tab_to(page: Page, wanted: Locator) -> None:
    """There by the keyboard alone; a hundred stops are more than any page needs."""
    for _ in range(100):
        page.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            return
    raise AssertionError(f"the keyboard does not reach {wanted}")


def sign_up(page: Page, email: str) -> None:
    """On the page where one signs up, an account for someone called by the address."""
    page.fill("[name=name]", email.partition("@")[0].title())
    page.fill("[name=email]", email)
    for field in ("password1", "password2"):
        page.fill(f"[name={field}]", "a-long-enough-passphrase")
    with page.expect_navigation():
        page.get_by_role("button", name="Sign up").click()


def downloaded_pdf(page: Page) -> bytes:
    """From a result, by way of the report's page."""
    page.get_by_role("link", name="Report", exact=True).click()
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Download the PDF").click()
    return Path(downloading.value.path()).read_bytes()
