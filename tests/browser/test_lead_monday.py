"""A lead's Monday with 300 services in 25 teams: each question is answered in five presses."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from assessments.models import Service
from assessments.queries.compare import services
from assessments.queries.move_first import to_move_first
from tests import estate, factories

MOST_PRESSES = 5


class Presses:
    """Presses by the names that people read, counted from where a lead lands."""

    def __init__(self, page: Page):
        self.page = page
        self.begin()

    def begin(self):
        self.page.goto("/home/")
        expect(self.page.get_by_role("heading", name="Compare services")).to_be_visible()
        self.number = 0

    def link(self, name, **more):
        self.press(self.page.get_by_role("link", name=name, **more).first)

    def press(self, wanted):
        wanted.click()
        self.number += 1
        assert self.number <= MOST_PRESSES

    def sees(self, text):
        expect(self.page.locator("main")).to_contain_text(text)


@pytest.fixture
def shop(db):
    return estate.seed(timezone.now())


def test_each_question_of_a_monday_takes_five_presses_at_most(page, shop, sign_in, tmp_path):
    lead = estate.lead(shop)
    today = timezone.localdate()
    factories.round_of(
        list(shop.services.all()), "Before the budget", begins_on=today, ends_on=today
    )
    presses = Presses(sign_in(page, lead))
    presses.sees(re.compile("300 services"))

    # Which ten should move, and why?
    presses.link("Which to move first")
    seen = services(lead.memberships.get(), timezone.now())
    first = to_move_first(seen)[0]
    expect(page.locator("ol.behind > li")).to_have_count(10)
    expect(page.locator("ol.behind > li").first).to_contain_text(first.name)

    # What do most teams lack?
    presses.begin()
    presses.link("Patterns")
    expect(page.locator("table").first.locator("tbody tr").first).to_be_visible()
    lacking = page.locator("table").first.locator("tbody th a").first
    practice = lacking.inner_text()

    # Who has solved it?
    presses.press(lacking)
    expect(page.get_by_role("heading", level=1)).to_have_text(practice)
    presses.sees(re.compile(r"[Ii]n place at \d+ service"))

    # What changed since last quarter, and where?
    presses.begin()
    presses.link("What changed")
    presses.sees(re.compile(r"\d+ services have two results"))
    presses.press(page.locator("table a").first)
    presses.sees(re.compile(r"\d+ services?"))
    presses.link("What moved between its two results")
    expect(page.locator("#moved")).to_be_visible()

    # Who has not answered?
    presses.begin()
    presses.link("Rounds", exact=True)
    presses.link("Before the budget")
    presses.link(re.compile("Not begun"))
    expect(page.locator(".services__row")).to_have_count(50)
    presses.sees("Nobody can answer for these teams")

    # What do the rotas cost?
    presses.begin()
    presses.link("What cover costs")
    page.get_by_label("A standby rota a year").fill("60k")
    page.get_by_label("Operations' on-call a year").fill("200k")
    presses.press(page.get_by_role("button", name="Try out"))
    presses.sees(re.compile(r"£[\d,]+"))

    # One page for the CTO.
    presses.begin()
    presses.press(page.get_by_text("Take away"))
    with page.expect_download() as download:
        presses.link("Report on all of them, as PDF")
    download.value.save_as(tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert Service.objects.count() == estate.SERVICES
