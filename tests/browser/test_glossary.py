"""Words explained on click, tap and keyboard; and without scripts, since the browser does it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests import factories
from tests.browser import steps

CHAOS_DAYS = "/playbook/practice/run-regular-chaos-days/"


def note(page: Page):
    return page.get_by_role("note")


def word(page: Page):
    return page.get_by_role("button", name="incident", exact=True)


def explained_by(page: Page, press) -> None:
    page.goto(CHAOS_DAYS)
    expect(note(page)).to_have_count(0)
    press()
    expect(note(page)).to_have_count(1)
    expect(note(page)).to_contain_text("An event that harms the users of a service")


def test_a_word_is_explained_on_a_click_and_the_next_click_closes_it(page):
    explained_by(page, lambda: word(page).click())
    page.get_by_role("heading", level=1).click()
    expect(note(page)).to_have_count(0)


def test_a_word_is_explained_by_the_keyboard_and_escape_goes_back_to_it(page):
    def press() -> None:
        word(page).focus()
        page.keyboard.press("Enter")

    explained_by(page, press)
    page.keyboard.press("Tab")
    expect(note(page).get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(note(page)).to_have_count(0)
    expect(word(page)).to_be_focused()


@pytest.mark.browser_context_args(has_touch=True, viewport={"width": 390, "height": 844})
def test_a_word_is_explained_on_a_tap_within_a_phones_screen(page):
    explained_by(page, lambda: word(page).tap())
    box = note(page).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    note(page).get_by_role("button", name="Close").tap()
    expect(note(page)).to_have_count(0)


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_word_is_explained_without_scripts(page):
    explained_by(page, lambda: word(page).click())


def test_a_note_leads_to_its_place_among_all_words(page):
    explained_by(page, lambda: word(page).click())
    note(page).get_by_role("link", name="All words explained").click()
    expect(page).to_have_url("/playbook/glossary/#incident")
    expect(page.locator("#incident")).to_be_in_viewport()


def test_a_question_s_words_are_still_explained_after_an_answer_is_saved(page):
    check = factories.guest_check(token="a-guest-token")
    opened = factories.assessment(check, factories.BEDROOM)
    page.goto(f"/check/a-guest-token/a/{opened.pk}/section/learning-culture/")
    steps.choose(page, "review-style", "one-root-cause")
    page.locator("#q-review-style").get_by_role("button", name="Root cause").click()
    expect(note(page)).to_contain_text("Root cause")
