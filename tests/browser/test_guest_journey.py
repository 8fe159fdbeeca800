"""Without an account: from the first page to a result that is kept."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from assessments.models import Assessment, Scope, Service
from tests import factories
from tests.browser import steps


def private_link(page: Page) -> None:
    """From the first page to the first question of a quick check."""
    page.goto("/")
    page.get_by_role("link", name="Check a service, no account").click()
    page.get_by_label("Name").fill("Bedroom")
    page.get_by_role("button", name="Start answering").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("About the service")
    scripted(page)


def scripted(page: Page) -> None:
    """Until the page's scripts have run: before that a press sends the form as without them."""
    page.wait_for_load_state("domcontentloaded")


def quick_result(page: Page, token: str = "a-guest-token") -> None:
    """The result of the worked example's quick check."""
    answers = {**factories.BEDROOM, **steps.QUICK}
    check = factories.guest_check(token=token)
    result = factories.submitted_result(check, answers, scope=Scope.QUICK)
    page.goto(f"/check/{token}/a/{result.assessment_id}/result/")


def test_a_guest_gets_from_the_first_page_to_the_right_model(page):
    private_link(page)
    steps.choose(page, "composition", "digital")
    page.fill("#exposure-amount", "200k")
    page.keyboard.press("Enter")
    expect(steps.status(page, "exposure")).to_have_text("Saved")
    steps.choose(page, "feature-demand", "very-high")
    steps.choose(page, "present-model", "you-build-it-you-run-it")
    steps.save_and_continue(page)
    steps.answer_quick_questions(page)
    expect(page.get_by_text("Every question that counts has an answer.")).to_be_visible()
    steps.submit(page)
    expect(steps.verdict(page)).to_have_text("You Build It You Run It")
    decision = page.locator("main")
    for target in ("99.0%", "Daily", "£336,000"):
        expect(decision).to_contain_text(target)


def test_the_private_link_is_offered_with_the_first_answer_and_stands_in_the_bar(page):
    private_link(page)
    expect(page.locator("[data-copy]")).to_have_count(0)
    steps.choose(page, "composition", "digital")
    link = page.url.rpartition("a/")[0]
    expect(page.locator("#offered-composition .link")).to_have_text(link)
    steps.choose(page, "feature-demand", "high")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".steps").get_by_role("button", name="Copy link").click()
    expect(page.locator(".steps").get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == link


def test_the_band_of_an_amount_is_told_as_soon_as_it_is_saved(page):
    private_link(page)
    page.fill("#exposure-amount", "12k")
    page.keyboard.press("Enter")
    expect(page.locator("#placed-exposure")).to_have_text("£12,000: medium, 99.0%")
    page.check("#exposure-high-option")
    expect(page.locator("#placed-exposure")).to_be_empty()


def test_what_is_said_of_two_questions_comes_and_goes_with_them(page):
    private_link(page)
    page.fill("#exposure-amount", "200k")
    page.keyboard.press("Enter")
    expect(steps.status(page, "exposure")).to_have_text("Saved")
    steps.choose(page, "feature-demand", "high")
    expect(page.locator("#at-block-rota")).to_contain_text("Two facts decide")
    expect(page.locator("#q-sibling-teams")).to_be_visible()
    steps.choose(page, "feature-demand", "low")
    expect(page.locator("#at-block-rota")).to_be_empty()


def test_a_guest_counts_in_the_currency_they_chose(page):
    page.goto("/check/")
    page.get_by_label("Name").fill("Bedroom")
    page.get_by_label("Currency").select_option("PLN")
    page.get_by_role("button", name="Start answering").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("About the service")
    scripted(page)
    page.fill("#exposure-amount", "£200k")
    page.keyboard.press("Enter")
    expect(page.locator("#said-exposure")).to_contain_text(
        "Amounts here are in PLN, and “£” is not PLN. Type what it comes to in PLN"
    )
    page.fill("#exposure-amount", "200 000 zł")
    page.keyboard.press("Enter")
    expect(steps.status(page, "exposure")).to_have_text("Saved")
    page.reload()
    expect(page.locator("#exposure-amount")).to_have_value("200,000")


def test_the_profile_is_answered_by_the_keyboard_alone(page):
    private_link(page)
    steps.tab_to(page, page.locator("#composition-digital-option"))
    page.keyboard.press("Space")
    expect(steps.status(page, "composition")).to_have_text("Saved")
    steps.tab_to(page, page.locator("#exposure-amount"))
    page.keyboard.type("200k")
    page.keyboard.press("Enter")
    expect(steps.status(page, "exposure")).to_have_text("Saved")
    steps.tab_to(page, page.locator("#feature-demand-low-option"))
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    expect(steps.status(page, "feature-demand")).to_have_text("Saved")
    steps.tab_to(page, page.locator("#present-model-ops-run-it-option"))
    page.keyboard.press("ArrowDown")
    expect(steps.status(page, "present-model")).to_have_text("Saved")
    expect(page.locator(".steps [aria-current=step]")).to_contain_text("4 of 4")
    steps.tab_to(page, page.get_by_role("button", name="Save and continue"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Deployment throughput")


def test_what_was_said_is_there_after_a_reload(page):
    private_link(page)
    steps.choose(page, "composition", "digital")
    page.locator("#q-composition").get_by_text("Note and evidence").click()
    page.fill("#composition-note", "It takes bookings.")
    expect(steps.status(page, "composition")).to_have_text("Saved")
    page.fill("#composition-evidence", "https://example.org/catalogue")
    page.locator("#composition-evidence").blur()
    page.get_by_role("link", name="Deployment throughput").click()
    page.wait_for_url("**/deployment-throughput/")
    page.go_back()
    page.reload()
    expect(page.locator("#composition-digital-option")).to_be_checked()
    expect(page.locator("#composition-note")).to_have_value("It takes bookings.")
    expect(page.locator("#composition-evidence")).to_have_value("https://example.org/catalogue")


def test_the_estimator_works_an_amount_out(page):
    private_link(page)
    page.locator("#q-exposure .estimator summary").click()
    page.get_by_label("Income lost in an hour").first.fill("150k")
    page.get_by_label("Costs caused in an hour").first.fill("50,000")
    page.locator("#estimate-exposure").click()
    expect(page.locator("#exposure-amount")).to_have_value("200,000")
    expect(page.locator("#exposure-amount-option")).to_be_checked()
    expect(steps.status(page, "exposure")).to_have_text("Saved")


def test_back_and_forward_keep_what_was_answered(page):
    private_link(page)
    steps.choose(page, "composition", "digital")
    steps.save_and_continue(page)
    steps.choose(page, "deployment-frequency", "monthly")
    page.go_back()
    expect(page.locator("#composition-digital-option")).to_be_checked()
    page.go_forward()
    expect(page.locator("#deployment-frequency-monthly-option")).to_be_checked()


def test_exploring_changes_the_verdict_and_saves_nothing(page):
    quick_result(page)
    submitted = page.url
    page.get_by_role("link", name="Explore").click()
    page.get_by_label("Demand for features in a month").select_option("low")
    expect(page.get_by_text("Exploring: nothing is saved.")).to_be_visible()
    expect(steps.verdict(page)).to_have_text("Ops Run It")
    page.go_back()
    expect(steps.verdict(page)).to_have_text("You Build It You Run It")
    page.goto(submitted)
    expect(steps.verdict(page)).to_have_text("You Build It You Run It")


def test_going_on_in_full_asks_nothing_twice(page):
    quick_result(page)
    page.get_by_role("button", name="Go on to the full questionnaire").click()
    page.wait_for_url("**/section/**")
    answered = len(factories.BEDROOM) + len(steps.QUICK)
    expect(page.locator(".steps")).to_contain_text(re.compile(rf"{answered} of \d+ answered"))
    expect(page.get_by_role("button", name="Still true")).to_have_count(0)
    page.goto(page.url.replace(page.url.split("/section/")[1], "profile/"))
    expect(page.locator("#composition-digital-option")).to_be_checked()
    expect(page.locator("#exposure-amount")).to_have_value("200,000")


def test_signing_up_keeps_the_check_as_a_service(page):
    quick_result(page)
    page.get_by_role("link", name="Keep it: claim it for your organisation").click()
    page.get_by_role("link", name="Sign up").click()
    steps.sign_up(page, "new@example.org")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Keep the check of “Bedroom”")
    page.get_by_label("New organisation").fill("Acme")
    page.get_by_label("Its first team, yours").fill("Rooms")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Claim the check of “Bedroom”?")
    page.get_by_role("button", name="Claim it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bedroom")
    expect(page.locator("main")).to_contain_text("You Build It You Run It")
    assert Service.objects.get().current_result
    assert not Assessment.objects.filter(service=None).exists()
    page.goto("/check/a-guest-token/")
    expect(page.get_by_role("heading", level=1)).to_have_text("This check was claimed")


def test_a_guest_shows_the_result_by_a_read_only_link(page, another_browser):
    quick_result(page)
    page.get_by_role("link", name="make a read-only link").click()
    page.get_by_label("Who is it for?").fill("The board")
    page.get_by_role("button", name="Make the link").click()
    link = page.locator("#link").input_value()
    reader = another_browser()
    reader.goto(link)
    expect(steps.verdict(reader)).to_have_text("You Build It You Run It")
    reader.get_by_role("link", name="Explore").click()
    reader.get_by_label("Demand for features in a month").select_option("low")
    expect(steps.verdict(reader)).to_have_text("Ops Run It")
    with reader.expect_download() as pdf:
        reader.get_by_role("link", name="Download the decision sheet").click()
    assert pdf.value.suggested_filename.startswith("bedroom-operating-model")
    page.get_by_role("button", name="Revoke The board").click()
    expect(page.get_by_text("The link for “The board” is revoked")).to_be_visible()
