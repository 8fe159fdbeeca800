"""In a team: assessing a service again, together."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from assessments.models import Answer, Scope, Service, User
from assessments.writes.assessments import start_assessment
from tests import factories
from tests.browser import steps


@pytest.fixture
def bedroom() -> Service:
    """A service that was assessed in spring, when it was run badly."""
    rooms = factories.team(factories.organisation("Acme"), "Rooms")
    mia = factories.member(rooms.organisation, "mia@example.org", teams=(rooms,))
    made = factories.service(rooms, "Bedroom")
    earlier = timezone.now() - timedelta(days=200)
    answers = factories.full_answers({"present-model": "ops-run-it"}, option=0)
    factories.submitted_result(made, answers, by=mia, at=earlier)
    return made


@pytest.fixture
def mia(bedroom) -> User:
    return User.objects.get(email="mia@example.org")


@pytest.fixture
def draft(bedroom, mia) -> str:
    """The path of the assessment that follows it, everything carried over."""
    begun = start_assessment(service=bedroom, scope=Scope.FULL, by=mia, at=timezone.now())
    return f"/o/acme/assessments/{begun.pk}"


def test_a_member_signs_in_and_finds_what_waits(page, bedroom):
    page.goto("/")
    page.get_by_role("link", name="Sign in").last.click()
    page.fill("[name=login]", "mia@example.org")
    page.fill("[name=password]", "pass")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("My services")
    stale = page.get_by_role("region", name="Stale")
    expect(stale.get_by_role("link", name="Bedroom")).to_be_visible()


def test_assessing_again_begins_with_the_last_answers_to_confirm(page, sign_in, bedroom, mia):
    sign_in(page, mia).goto("/home/")
    page.get_by_role("button", name=re.compile("Assess again.*Bedroom")).click()
    question = page.locator("#q-composition")
    expect(question).to_contain_text("Carried over from the last assessment.")
    question.get_by_role("button", name="Still true").click()
    expect(steps.status(page, "composition")).to_have_text("Saved")
    expect(question).not_to_contain_text("Carried over")
    assert not Answer.objects.get(
        sheet__assessment__submitted_at=None, question="composition"
    ).carried_over


def test_a_page_of_carried_over_answers_is_confirmed_at_once(page, sign_in, mia, draft):
    sign_in(page, mia).goto(f"{draft}/section/learning-culture/")
    page.get_by_role("button", name="carried-over answers here").click()
    expect(page.get_by_role("button", name="Still true")).to_have_count(0)


def test_two_people_at_one_question_see_both_answers_and_choose(
    page, another_browser, sign_in, bedroom, mia, draft
):
    leo = factories.member(bedroom.organisation, "leo@example.org", teams=(bedroom.team,))
    address = f"{draft}/section/deployment-throughput/"
    sign_in(page, mia).goto(address)
    other: Page = sign_in(another_browser(), leo)
    other.goto(address)
    steps.choose(page, "deployment-frequency", "monthly")
    other.check("#deployment-frequency-daily-or-more-option")
    said = other.locator("#said-deployment-frequency")
    for words in ("Saved by Mia", "once a month", "Yours, not saved", "most working days"):
        expect(said).to_contain_text(words, ignore_case=True)
    said.get_by_role("button", name="Use mine").click()
    expect(steps.status(other, "deployment-frequency")).to_have_text("Saved")
    page.reload()
    expect(page.locator("#deployment-frequency-daily-or-more-option")).to_be_checked()


def test_the_service_shows_what_a_new_result_moved(page, sign_in, bedroom, mia, draft):
    sign_in(page, mia).goto(f"{draft}/section/profile/")
    steps.choose(page, "present-model", "you-build-it-you-run-it")
    page.get_by_role("link", name="Deployment throughput").click()
    steps.choose(page, "deployment-frequency", "daily-or-more")
    page.get_by_role("link", name="Review and submit").click()
    expect(page.locator("main")).to_contain_text("Carried over, not confirmed")
    steps.submit(page)
    expect(steps.verdict(page)).to_have_text("You Build It You Run It")
    page.get_by_role("link", name="The service", exact=True).click()
    moved = page.get_by_role("region", name="What moved")
    expect(moved).to_contain_text("2 answers changed")
    expect(moved).to_contain_text("In place now")


def test_the_report_is_downloaded_as_a_pdf(page, sign_in, bedroom, mia):
    result = bedroom.results.get()
    sign_in(page, mia).goto(f"/o/acme/assessments/{result.assessment_id}/result/")
    assert steps.downloaded_pdf(page).startswith(b"%PDF")
