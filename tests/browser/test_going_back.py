"""After Back, what a filter says is what the list under it was drawn for."""

from __future__ import annotations

import pytest
from django.db.models import Count
from django.utils import timezone
from playwright.sync_api import Page, expect

from assessments.demo.retailer import furnish
from assessments.models import Service, User


@pytest.fixture
def lead(page: Page, db, sign_in) -> Page:
    furnish(at=timezone.now())
    return sign_in(page, User.objects.get(name="Leo Novak"))


def kept_in_memory(page: Page) -> None:
    """As browsers do with a page that one comes back to, and a driven one does not."""
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")


def test_compare_says_what_it_shows(lead):
    lead.goto("/home/")
    lead.get_by_role("link", name="Compare", exact=True).click()
    lead.get_by_label("Name contains").fill("kitchen")
    lead.get_by_label("Recommended model").select_option("Hybrid")
    lead.get_by_role("button", name="Filter").click()
    expect(lead.get_by_role("heading", name="1 service", exact=True)).to_be_visible()
    expect(lead.get_by_label("Name contains")).to_have_value("kitchen")
    lead.go_back()
    expect(lead.get_by_role("heading", name="14 services")).to_be_visible()
    expect(lead.get_by_label("Name contains")).to_have_value("")
    expect(lead.get_by_label("Recommended model")).to_have_value("")


def test_compare_kept_in_memory_says_what_it_shows(lead):
    lead.goto("/home/")
    lead.get_by_role("link", name="Compare", exact=True).click()
    lead.get_by_label("Name contains").fill("kitchen")
    kept_in_memory(lead)
    expect(lead.get_by_label("Name contains")).to_have_value("")


def test_the_two_results_picked_are_those_compared(lead):
    several = Service.objects.annotate(times=Count("results")).filter(times__gt=1)
    service = several.select_related("organisation").first()
    lead.goto(f"/o/{service.organisation.slug}/services/{service.pk}/")
    earlier = lead.locator("select[name=earlier]")
    shown = earlier.input_value()
    earlier.select_option(index=0)
    assert earlier.input_value() != shown
    kept_in_memory(lead)
    expect(earlier).to_have_value(shown)


def test_a_selector_kept_in_memory_is_drawn_for_what_stands_in_it(page: Page, live_server):
    page.goto("/selector/")
    before = page.locator("#selected").inner_text()
    page.locator("select[name=feature_demand]").evaluate("field => { field.value = 'low'; }")
    kept_in_memory(page)
    expect(page.locator("#selected")).not_to_have_text(before, use_inner_text=True)


def test_a_search_kept_in_memory_is_of_the_words_in_it(page: Page, live_server):
    page.goto("/playbook/search/")
    page.locator("input#q").evaluate("field => { field.value = 'chaos'; }")
    kept_in_memory(page)
    expect(page.locator("#hits")).to_contain_text("Chaos")
