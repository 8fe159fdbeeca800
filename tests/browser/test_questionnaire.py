"""The questionnaire as it is used: by keyboard and mouse, with JavaScript and without."""

import re

import pytest
from playwright.sync_api import Page, expect

from assessments.models import Answer, Scope
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def profile(live_server) -> str:
    """The address of a guest's profile page."""
    check = factories.guest_check(token="a-guest-token")
    assessment = factories.assessment(check, scope=Scope.QUICK)
    return f"{live_server.url}/check/a-guest-token/a/{assessment.pk}/section/profile/"


def status(page: Page, question: str):
    return page.locator(f"#status-{question}")


def stored(question: str) -> Answer:
    return Answer.objects.get(question=question)


def test_an_answer_is_saved_when_it_is_chosen(page, profile):
    page.goto(profile)
    page.check("#composition-digital-option")
    expect(status(page, "composition")).to_have_text(re.compile("Saved"))
    assert stored("composition").option == "digital"


def test_arrows_on_the_keyboard_save_the_last_option_and_keep_the_focus(page, profile):
    page.goto(profile)
    page.focus("#feature-demand-low-option")
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    expect(status(page, "feature-demand")).to_have_text(re.compile("Saved"))
    expect(page.locator("#feature-demand-very-high-option")).to_be_focused()
    assert stored("feature-demand").option == "very-high"


def test_enter_saves_an_amount_and_stays(page, profile):
    page.goto(profile)
    page.fill("#exposure-amount", "200k")
    page.keyboard.press("Enter")
    expect(status(page, "exposure")).to_have_text(re.compile("Saved"))
    expect(page.locator("#exposure-amount")).to_be_focused()
    assert stored("exposure").amount == 200_000


def test_typing_an_amount_selects_it(page, profile):
    page.goto(profile)
    page.fill("#exposure-amount", "2")
    expect(page.locator("#exposure-amount-option")).to_be_checked()


def test_picking_a_band_takes_the_amount_away(page, profile):
    page.goto(profile)
    page.fill("#exposure-amount", "200k")
    page.check("#exposure-low-option")
    expect(page.locator("#exposure-amount")).to_have_value("")


def test_the_sum_of_the_estimator_is_saved_and_focused(page, profile):
    page.goto(profile)
    page.click("#q-exposure .estimator summary")
    page.fill("#exposure-revenue", "150k")
    page.fill("#exposure-costs", "20k")
    page.keyboard.press("Enter")
    expect(page.locator("#exposure-amount")).to_have_value("170,000")
    expect(page.locator("#exposure-amount")).to_be_focused()


def test_a_note_is_saved_while_one_types_and_the_focus_stays(page, profile):
    page.goto(profile)
    page.click("#q-composition .foot summary")
    page.fill("#composition-note", "It takes bookings.")
    expect(status(page, "composition")).to_have_text(re.compile("Saved"))
    expect(page.locator("#composition-note")).to_be_focused()
    assert stored("composition").note == "It takes bookings."


def test_questions_come_and_go_with_the_profile(page, profile):
    page.goto(profile)
    page.check("#composition-both-option")
    expect(page.locator("#q-foundational-demand")).to_be_visible()
    page.check("#composition-digital-option")
    expect(page.locator("#q-foundational-demand")).to_have_count(0)


def test_two_people_choose_between_their_answers(page, profile):
    other = page.context.new_page()
    page.goto(profile)
    other.goto(profile)
    page.check("#feature-demand-low-option")
    expect(status(page, "feature-demand")).to_have_text(re.compile("Saved"))
    other.check("#feature-demand-high-option")
    other.get_by_role("button", name="Use mine").click()
    expect(status(other, "feature-demand")).to_have_text(re.compile("Saved"))
    assert stored("feature-demand").option == "high"


def test_what_could_not_be_sent_is_said_and_sent_when_one_is_back(page, profile, watch):
    watch.goes_offline = True
    page.goto(profile)
    page.context.set_offline(True)
    page.check("#composition-both-option")
    expect(page.locator("#said-composition")).to_contain_text("could not be reached")
    page.context.set_offline(False)
    expect(status(page, "composition")).to_have_text(re.compile("Saved"))
    assert stored("composition").option == "both"


def test_a_link_waits_for_what_is_being_saved(page, profile):
    page.goto(profile)
    page.check("#composition-both-option")
    page.click(".steps a >> nth=1")
    page.wait_for_url("**/deployment-throughput/")
    assert stored("composition").option == "both"


def test_everything_can_be_answered_without_javascript(browser, profile):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(profile)
    page.check("#composition-digital-option")
    page.fill("#exposure-amount", "£200,000")
    page.get_by_role("button", name="Save and continue").click()
    page.wait_for_url("**/deployment-throughput/")
    assert stored("exposure").amount == 200_000
    page.context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_screen(page, profile, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(profile)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
