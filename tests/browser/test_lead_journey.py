"""Over all teams: comparing services, for leads and coaches."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from assessments.demo.retailer import furnish
from assessments.models import Organisation, User
from tests.browser import steps


@pytest.fixture
def shop(db) -> Organisation:
    return furnish(at=timezone.now())


@pytest.fixture
def compared(page, shop, sign_in) -> Page:
    """The comparison, opened by a lead."""
    sign_in(page, User.objects.get(name="Leo Novak")).goto("/home/")
    page.get_by_role("link", name="Compare", exact=True).click()
    expect(page.get_by_role("heading", name="14 services")).to_be_visible()
    return page


def names(page: Page) -> list[str]:
    return page.locator("table.compare tbody th a").all_inner_texts()


def test_a_lead_narrows_the_services_down(compared):
    compared.get_by_label("Recommended model").select_option("Hybrid")
    compared.get_by_role("button", name="Filter").click()
    expect(compared.get_by_role("heading", name=re.compile(r"^1 service$"))).to_be_visible()
    assert names(compared) == ["Kitchen planner"]
    compared.get_by_role("link", name="Clear").first.click()
    expect(compared.get_by_role("heading", name="14 services")).to_be_visible()


def test_a_lead_sorts_by_a_heading(compared):
    assert names(compared) == sorted(names(compared))
    compared.get_by_role("link", name="Reliability").click()
    heading = compared.get_by_role("columnheader", name="Reliability")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    assert names(compared) != sorted(names(compared))


def test_a_cell_of_the_selector_leads_to_its_services(compared):
    cell = compared.locator(".selector__cell a").first
    count = cell.locator(".selector__count").inner_text()
    cell.click()
    expect(compared.locator("h2#services")).to_have_text(re.compile(rf"^{count} services?$"))
    assert len(names(compared)) == int(count)


def test_a_lead_puts_services_side_by_side(compared):
    for name in ("Bedroom", "Payments"):
        compared.get_by_label(f"Pick {name}").check()
    expect(compared.get_by_text("2 services picked")).to_be_visible()
    compared.get_by_role("button", name="Put side by side").click()
    expect(compared.get_by_role("heading", level=1)).to_have_text("Side by side")
    for name in ("Bedroom", "Payments"):
        expect(compared.get_by_role("columnheader", name=name)).to_be_visible()
    lines = compared.locator("table.beside tbody tr").count()
    compared.get_by_role("link", name="Show every line").click()
    expect(compared.get_by_role("link", name="Only differences")).to_be_visible()
    assert compared.locator("table.beside tbody tr").count() > lines


def test_ticks_stay_while_a_lead_sorts_narrows_down_and_comes_back(compared):
    compared.get_by_label("Pick Bedroom").check()
    expect(compared.get_by_text("1 service picked")).to_be_visible()
    expect(compared.get_by_label("Pick Bedroom")).to_be_focused()
    compared.get_by_role("link", name="Exposure").first.click()
    by_exposure = compared.get_by_role("columnheader", name="Exposure", exact=True)
    expect(by_exposure).to_have_attribute("aria-sort", "ascending")
    compared.get_by_label("Recommended model").select_option("Ops Run It")
    compared.get_by_role("button", name="Filter").click()
    expect(compared.get_by_label("Pick Bedroom")).to_have_count(0)
    compared.get_by_label("Pick Ecommerce platform").check()
    compared.get_by_label("Pick Loyalty").check()
    expect(compared.get_by_text("3 services picked")).to_be_visible()
    compared.get_by_role("button", name="Put side by side").click()
    expect(compared.get_by_role("columnheader", name="Bedroom")).to_be_visible()
    compared.get_by_role("link", name="Compare services").click()
    expect(compared.get_by_text("3 services picked")).to_be_visible()
    expect(compared.get_by_label("Recommended model")).to_have_value("ops-run-it")
    expect(by_exposure).to_have_attribute("aria-sort", "ascending")
    compared.get_by_label("Pick Loyalty").uncheck()
    expect(compared.get_by_text("2 services picked")).to_be_visible()


def test_narrowing_down_keeps_the_place_on_the_page(compared):
    compared.get_by_role("columnheader", name="Exposure", exact=True).scroll_into_view_if_needed()
    before = compared.evaluate("scrollY")
    compared.get_by_role("link", name="Exposure").first.click()
    expect(compared.get_by_role("columnheader", name="Exposure", exact=True)).to_have_attribute(
        "aria-sort", "ascending"
    )
    assert before > 0
    assert compared.evaluate("scrollY") == before
    expect(compared.locator("#sort-exposure")).to_be_focused()


def test_a_lead_takes_the_table_away_as_csv(compared):
    compared.get_by_label("Team", exact=True).select_option("Checkout")
    compared.get_by_role("button", name="Filter").click()
    expect(compared.get_by_role("heading", name="4 services", exact=True)).to_be_visible()
    compared.get_by_text("Take away").click()
    with compared.expect_download() as downloading:
        compared.get_by_role("link", name="Services as CSV").click()
    with Path(downloading.value.path()).open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert [line[0] for line in lines[1:]] == [
        "Basket",
        "Ecommerce platform",
        "Payments",
        "Pricing",
    ]


def test_a_coach_reads_a_result_and_takes_the_report_away(page, shop, sign_in):
    sign_in(page, User.objects.get(name="Cora Whitfield")).goto("/o/oak-and-ember/compare/")
    page.get_by_role("link", name="Loyalty").first.click()
    page.get_by_role("link", name=re.compile("result", re.IGNORECASE)).first.click()
    expect(steps.verdict(page)).to_be_visible()
    expect(page.get_by_role("link", name="New assessment")).to_have_count(0)
    assert steps.downloaded_pdf(page).startswith(b"%PDF")
