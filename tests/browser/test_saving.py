"""Whatever is typed is saved, however the page is left."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from assessments.models import Answer, Scope
from tests import factories
from tests.browser.steps import status

pytestmark = pytest.mark.django_db(transaction=True)

SAVES = re.compile(r"/answer/")
WORDS = "It takes bookings, and it does so day and night."
# Nine bytes a sign on its way: two such notes are more than may outlive a page.
LONG = "€" * 3_900


@pytest.fixture
def profile(page: Page, base_url: str) -> Page:
    """A guest's profile page, come to from the landing page."""
    check = factories.guest_check(token="a-guest-token")
    opened = factories.assessment(check, scope=Scope.QUICK)
    page.goto("/")
    page.goto(f"/check/a-guest-token/a/{opened.pk}/section/profile/")
    return page


@pytest.fixture
def warnings(page: Page) -> list[str]:
    """The kinds of the dialogs that the page has shown; each is told to go on."""
    shown: list[str] = []

    def accept(dialog) -> None:
        shown.append(dialog.type)
        dialog.accept()

    page.on("dialog", accept)
    return shown


def eventually(page: Page, found: Callable[[], object]) -> bool:
    for _ in range(150):
        if found():
            return True
        page.wait_for_timeout(100)
    return False


def is_stored(page: Page, question: str, **fields: object) -> bool:
    return eventually(page, Answer.objects.filter(question=question, **fields).exists)


def type_note(page: Page, words: str = WORDS, question: str = "composition") -> None:
    """Without a pause, and the cursor stays in the field."""
    page.locator(f"#q-{question} .foot summary").first.click()
    page.locator(f"#{question}-note").press_sequentially(words)


def follow_link(page: Page) -> None:
    with page.expect_navigation():
        page.locator(".steps a").nth(1).click()


# Each waits until one has left, and closing does not ask `beforeunload`: Chromium may lose what is
# closed in the middle of going elsewhere, and its driver then waits for ever.
LEAVE = {
    "back": lambda page: page.go_back(),
    "reload": lambda page: page.reload(),
    "another address": lambda page: page.goto("/playbook/"),
    "link": follow_link,
    "closed tab": lambda page: page.close(),
}


@pytest.mark.parametrize("way", LEAVE)
def test_a_note_being_typed_is_saved_however_one_leaves(profile, warnings, another_browser, way):
    onlooker = another_browser()
    type_note(profile)
    LEAVE[way](profile)
    assert is_stored(onlooker, "composition", note=WORDS)
    assert warnings == []


@pytest.mark.parametrize("way", LEAVE)
def test_an_amount_being_typed_is_saved_however_one_leaves(profile, warnings, another_browser, way):
    onlooker = another_browser()
    profile.locator("#exposure-amount").press_sequentially("200k")
    LEAVE[way](profile)
    assert is_stored(onlooker, "exposure", amount=200_000)
    assert warnings == []


def test_what_is_typed_is_saved_when_another_tab_comes_to_the_front(profile):
    type_note(profile)
    profile.evaluate(
        """() => {
          Object.defineProperty(document, "visibilityState", { value: "hidden" });
          document.dispatchEvent(new Event("visibilitychange"));
        }"""
    )
    expect(status(profile, "composition")).to_have_text("Saved")
    assert Answer.objects.get().note == WORDS


def test_an_amount_is_saved_at_a_pause(profile):
    profile.locator("#exposure-amount").press_sequentially("200k")
    expect(status(profile, "exposure")).to_have_text("Saved")
    expect(profile.locator("#exposure-amount")).to_be_focused()
    assert Answer.objects.get().amount == 200_000


def test_who_types_on_without_a_pause_is_saved_all_the_same(profile):
    profile.clock.install()
    profile.reload()
    profile.locator("#q-composition .foot summary").first.click()
    for letter in "It takes":
        profile.locator("#composition-note").press_sequentially(letter)
        profile.clock.run_for(800)
    assert is_stored(profile, "composition", note__startswith="It")


def test_a_page_that_says_saved_has_nothing_left_to_save(profile):
    type_note(profile, "It")
    expect(status(profile, "composition")).to_have_text("Saved")
    profile.locator("#composition-note").press_sequentially(" takes")
    expect(status(profile, "composition")).to_have_text("Not saved yet")


def test_reload_shows_what_was_typed_last(profile):
    type_note(profile)
    profile.reload()
    expect(profile.locator("#composition-note")).to_have_value(WORDS)
    expect(profile.locator("#composition-note")).to_be_visible()


def test_back_shows_what_was_typed_last(profile):
    type_note(profile)
    profile.goto("/playbook/")
    profile.go_back()
    expect(profile.locator("#composition-note")).to_have_value(WORDS)


def test_a_page_that_comes_back_as_it_was_loads_what_is_stored(profile, another_browser):
    type_note(profile, "Mine")
    expect(status(profile, "composition")).to_have_text("Saved")
    Answer.objects.update(note="Theirs")
    profile.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(profile.locator("#composition-note")).to_have_value("Theirs")


def test_what_arrived_late_does_not_overtake_what_was_typed_after_it(profile, another_browser):
    held: list[Route] = []
    onlooker = another_browser()
    profile.route(SAVES, lambda route: route.continue_() if held else held.append(route))
    type_note(profile, "It takes")
    assert eventually(profile, lambda: held)
    profile.locator("#composition-note").press_sequentially(" bookings")
    profile.evaluate("document.activeElement.blur()")
    profile.go_back()
    assert is_stored(onlooker, "composition", note="It takes bookings")


def test_what_arrived_without_an_answer_is_nobody_else_s(profile, watch):
    watch.goes_offline = True

    def arrive_without_answer(route: Route) -> None:
        route.fetch()
        route.abort()

    profile.route(SAVES, arrive_without_answer)
    type_note(profile, "It")
    expect(profile.locator("#said-composition")).to_contain_text("could not be reached")
    profile.unroute(SAVES)
    profile.locator("#composition-note").press_sequentially(" takes")
    expect(status(profile, "composition")).to_have_text("Saved")
    expect(profile.locator("#said-composition")).to_be_empty()
    assert Answer.objects.get().note == "It takes"


def test_what_did_not_arrive_is_sent_by_the_page_that_comes_after(profile, watch, warnings):
    watch.goes_offline = True
    profile.route(SAVES, lambda route: route.abort())
    type_note(profile)
    expect(profile.locator("#said-composition")).to_contain_text("could not be reached")
    profile.unroute(SAVES)
    profile.reload()
    expect(status(profile, "composition")).to_have_text("Saved")
    expect(profile.locator("#composition-note")).to_have_value(WORDS)
    assert warnings == ["beforeunload"]
    assert Answer.objects.get().note == WORDS


def test_one_is_warned_while_more_waits_than_outlives_the_page(profile, warnings):
    profile.route(SAVES, lambda route: None)
    for question in ("composition", "exposure"):
        profile.locator(f"#q-{question} .foot summary").first.click()
        profile.locator(f"#{question}-note").fill(LONG)
    profile.locator("#composition-note").press("Control+End")
    profile.go_back()
    assert warnings == ["beforeunload"]


def test_one_is_warned_while_an_amount_is_refused(profile, warnings):
    profile.locator("#exposure-amount").press_sequentially("lots")
    expect(profile.locator("#said-exposure")).to_contain_text("Type an amount")
    profile.go_back()
    assert warnings == ["beforeunload"]


def test_the_sum_takes_the_place_of_an_amount_that_was_refused(profile, warnings):
    profile.locator("#exposure-amount").press_sequentially("lots")
    expect(profile.locator("#said-exposure")).to_contain_text("Type an amount")
    profile.click("#q-exposure .estimator summary")
    profile.fill("#exposure-revenue", "4k")
    profile.fill("#exposure-costs", "500")
    profile.locator("#estimate-exposure").click()
    expect(profile.locator("#exposure-amount")).to_have_value("4,500")
    expect(profile.locator("#said-exposure")).to_be_empty()
    profile.go_back()
    assert warnings == []
    assert Answer.objects.get().amount == 4_500


def test_faulty_links_wait_alone_and_are_told_of_beside_them(profile):
    type_note(profile, "Mine")
    profile.locator("#composition-evidence").fill("Roadmap board, Q4")
    profile.check("#composition-digital-option")
    expect(status(profile, "composition")).to_have_text("Not saved: evidence links")
    expect(profile.locator("#fault-composition-evidence")).to_contain_text("not a web address")
    expect(profile.locator("#said-composition")).to_be_empty()
    answer = Answer.objects.get()
    assert (answer.option, answer.note, answer.evidence) == ("digital", "Mine", [])


def test_what_is_typed_outlasts_the_question_being_drawn_anew(profile):
    held: list[Route] = []
    released: list[bool] = []
    profile.route(
        re.compile("/answer/present-model/"),
        lambda route: route.continue_() if released else held.append(route),
    )
    type_note(profile, "Mine", "present-model")
    profile.check("#composition-both-option")
    expect(profile.locator("#present-model-hybrid-option")).to_be_visible()
    expect(profile.locator("#present-model-note")).to_have_value("Mine")
    released.append(True)
    for route in held:
        route.continue_()
    expect(status(profile, "present-model")).to_have_text("Saved")
    expect(profile.locator("#present-model-note")).to_have_value("Mine")
    assert is_stored(profile, "present-model", note="Mine")


def test_two_tabs_of_one_person_find_each_other_s_change(profile):
    other = profile.context.new_page()
    other.goto(profile.url)
    type_note(profile, "First")
    expect(status(profile, "composition")).to_have_text("Saved")
    type_note(other, "Second")
    expect(other.locator("#said-composition")).to_contain_text("Which one holds?")
    assert Answer.objects.get().note == "First"


def test_saving_the_page_waits_for_what_is_under_way(profile):
    type_note(profile)
    with profile.expect_navigation():
        profile.get_by_role("button", name="Save and continue").click()
    expect(profile).to_have_url(re.compile("deployment-throughput"))
    assert Answer.objects.get().note == WORDS


def test_signing_out_waits_for_what_is_under_way(page, sign_in):
    cast = factories.cast()
    opened = factories.assessment(cast.service)
    sign_in(page, cast.owner)
    page.goto(f"/o/{cast.organisation.slug}/assessments/{opened.pk}/section/profile/")
    type_note(page)
    page.locator(".menu summary").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in").first).to_be_visible()
    assert Answer.objects.get().note == WORDS
