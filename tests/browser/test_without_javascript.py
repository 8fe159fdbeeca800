"""The whole of it with scripts switched off: pages, forms and buttons are enough."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from assessments.models import Answer, Scope, Service
from tests import factories
from tests.browser import steps

pytestmark = pytest.mark.browser_context_args(java_script_enabled=False)


@pytest.fixture
def profile(page) -> Page:
    """The first page of a guest's quick check."""
    check = factories.guest_check(token="a-guest-token")
    opened = factories.assessment(check, scope=Scope.QUICK)
    page.goto(f"/check/a-guest-token/a/{opened.pk}/section/profile/")
    return page


def save(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Save this page").click()


def told(page: Page, question: str) -> Locator:
    return page.locator(f"#said-{question}")


def test_a_guest_gets_from_the_first_page_to_a_result_that_is_kept(page):
    page.goto("/")
    page.get_by_role("link", name="Check a service, no account").click()
    page.get_by_label("Name").fill("Bedroom")
    page.get_by_role("button", name="Start answering").click()
    page.check("#composition-digital-option")
    page.fill("#exposure-amount", "200k")
    page.check("#feature-demand-very-high-option")
    page.check("#present-model-you-build-it-you-run-it-option")
    steps.save_and_continue(page)
    steps.answer_quick_questions(page)
    steps.submit(page)
    expect(steps.verdict(page)).to_have_text("You Build It You Run It")
    page.get_by_role("link", name="Keep it: claim it for your organisation").click()
    page.get_by_role("link", name="Sign up").click()
    steps.sign_up(page, "nina@example.org")
    page.get_by_label("New organisation").fill("Acme")
    page.get_by_label("Its first team, yours").fill("Rooms")
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Claim it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bedroom")
    assert Service.objects.get().current_result


def test_saving_a_page_stays_on_it_with_what_was_answered(profile):
    profile.check("#composition-digital-option")
    profile.locator("#q-composition .foot summary").first.click()
    profile.fill("#composition-note", "It takes bookings.")
    save(profile)
    expect(profile.get_by_text("Saved.", exact=True)).to_be_visible()
    expect(profile.locator("#composition-digital-option")).to_be_checked()
    expect(profile.locator("#composition-note")).to_have_value("It takes bookings.")


def test_a_page_whose_session_changed_is_sent_again_from_the_page_that_says_so(profile):
    profile.check("#composition-digital-option")
    profile.locator("#q-composition .foot summary").first.click()
    profile.fill("#composition-note", "It takes\nbookings.")
    profile.context.clear_cookies()
    save(profile)
    expect(profile.get_by_role("heading", level=1)).to_contain_text("This was not saved")
    expect(profile.get_by_role("textbox").first).to_have_value("It takes\nbookings.")
    profile.get_by_role("button", name="Send it again").click()
    expect(profile.get_by_text("Saved.", exact=True)).to_be_visible()
    expect(profile.locator("#composition-note")).to_have_value("It takes\nbookings.")
    expect(profile.locator("#composition-digital-option")).to_be_checked()


def test_choosing_both_parts_asks_about_the_second_on_the_saved_page(profile):
    expect(profile.locator("#q-foundational-demand")).to_have_count(0)
    profile.check("#composition-both-option")
    save(profile)
    expect(profile.locator("#q-foundational-demand")).to_be_visible()


def test_the_estimator_works_an_amount_out(profile):
    profile.locator("#q-exposure .estimator summary").click()
    profile.fill("#exposure-revenue", "150k")
    profile.fill("#exposure-costs", "50k")
    with profile.expect_navigation():
        profile.locator("#estimate-exposure").click()
    expect(profile.locator("#exposure-amount")).to_have_value("200,000")


def test_an_amount_that_cannot_be_read_is_said_and_the_rest_is_saved(profile):
    profile.check("#composition-digital-option")
    profile.fill("#exposure-amount", "a lot")
    save(profile)
    expect(told(profile, "exposure")).to_contain_text("Type an amount in figures")
    expect(profile.locator("#exposure-amount")).to_have_value("a lot")
    assert Answer.objects.get().question == "composition"


def test_two_people_at_one_question_see_both_answers_and_choose(profile, another_browser):
    other: Page = another_browser()
    other.goto(profile.url)
    profile.check("#feature-demand-low-option")
    save(profile)
    other.check("#feature-demand-high-option")
    save(other)
    for words in ("one release a month", "Yours, not saved", "something new is wanted every week"):
        expect(told(other, "feature-demand")).to_contain_text(words)
    with other.expect_navigation():
        told(other, "feature-demand").get_by_role("button", name="Use mine").click()
    expect(other.locator("#feature-demand-high-option")).to_be_checked()
    assert Answer.objects.get(question="feature-demand").option == "high"


def test_submitting_too_early_names_what_is_missing(profile):
    profile.get_by_role("link", name="Review and submit").click()
    steps.submit(profile)
    missing = profile.get_by_role("alert")
    expect(missing).to_contain_text("Not ready to submit")
    missing.get_by_role("link").first.click()
    expect(profile.get_by_role("heading", level=1)).to_have_text("About the service")


def test_a_result_is_explored_by_a_button_and_its_entries_are_read(page):
    check = factories.guest_check(token="a-guest-token")
    result = factories.submitted_result(check, factories.full_answers())
    page.goto(f"/check/a-guest-token/a/{result.assessment_id}/result/")
    page.get_by_role("link", name="Explore").click()
    page.get_by_label("Demand for features in a month").select_option("low")
    page.get_by_role("button", name="Show").click()
    expect(steps.verdict(page)).to_have_text("Ops Run It")
    page.get_by_role("link", name="Back to the result").first.click()
    expect(steps.verdict(page)).to_have_text("You Build It You Run It")
    page.get_by_role("link", name="Playbook", exact=True).click()
    page.get_by_role("link", name="Change management treacle").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Change management treacle")


def test_the_report_is_downloaded_as_a_pdf(page):
    check = factories.guest_check(token="a-guest-token")
    result = factories.submitted_result(check)
    page.goto(f"/check/a-guest-token/a/{result.assessment_id}/result/")
    assert steps.downloaded_pdf(page).startswith(b"%PDF")
