"""Bringing people in, and deciding what they may do."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from assessments.models import Membership, Role
from tests import factories
from tests.browser import steps


def invite(page: Page, team: str) -> str:
    """As an owner, the address of a link into that team."""
    page.goto("/o/acme/people/")
    page.get_by_role("link", name="Invite people").click()
    page.get_by_label("Team", exact=True).select_option(team)
    page.get_by_role("button", name="Make the link").click()
    return page.locator("#link").input_value()


def test_a_newcomer_joins_by_an_owners_link(page, another_browser, sign_in):
    cast = factories.cast()
    link = invite(sign_in(page, cast.owner), "Rooms")
    newcomer: Page = another_browser()
    newcomer.goto(link)
    newcomer.get_by_role("link", name="Sign up").click()
    steps.sign_up(newcomer, "nina@example.org")
    newcomer.get_by_role("button", name="Join").click()
    expect(newcomer.locator("main")).to_contain_text("You are in: Acme.")
    expect(newcomer.get_by_role("link", name="Bedroom")).to_be_visible()
    assert Membership.objects.get(user__email="nina@example.org").role == Role.MEMBER


def test_a_link_is_shown_once_and_stops_working_when_withdrawn(page, sign_in, another_browser):
    link = invite(sign_in(page, factories.cast().owner), "Rooms")
    page.reload()
    expect(page.locator("#link")).to_have_count(0)
    page.get_by_role("button", name="Withdraw").click()
    expect(page.locator("main")).to_contain_text("The invitation is withdrawn")
    late: Page = another_browser()
    late.goto(link)
    expect(late.get_by_role("heading", level=1)).to_have_text("This invitation is closed")


def test_an_owner_makes_a_member_a_lead(page, sign_in):
    cast = factories.cast()
    sign_in(page, cast.owner).goto("/o/acme/people/")
    page.get_by_role("link", name="Change Colleague").click()
    page.get_by_label("Lead").check()
    page.get_by_role("button", name="Save").click()
    expect(page.locator("main")).to_contain_text("Saved what Colleague may do.")
    assert Membership.objects.get(user=cast.colleague).role == Role.LEAD


def test_an_owner_sets_up_an_organisation_and_its_services(page, sign_in):
    sign_in(page, factories.user("olu@example.org")).goto("/home/")
    page.get_by_label("Organisation").fill("Oak and Ember")
    page.get_by_label("Your team").fill("Checkout")
    page.get_by_label("First service to assess").fill("Basket")
    page.get_by_role("button", name="Create").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Basket")
    page.get_by_role("link", name="My services").first.click()
    page.get_by_role("link", name="Paste a list").click()
    page.locator("textarea").fill("Payments\nPricing")
    page.get_by_role("button", name="Add the services").click()
    expect(page.locator("main")).to_contain_text("2 services are added.")
