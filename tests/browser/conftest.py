"""A browser before the product's own server, watched all the time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect

from assessments.models import User
from tests.browser.watching import Watch

SignIn = Callable[..., Page]


@pytest.fixture(scope="session", autouse=True)
def patience() -> None:
    """Machines that test are busy; nothing is slower for it when all is well."""
    expect.set_options(timeout=15_000)


@pytest.fixture
def watch(base_url) -> Iterator[Watch]:
    watched = Watch(base_url)
    yield watched
    assert not watched.faults, "\n".join(watched.faults)


@pytest.fixture
def context(watch: Watch, context: BrowserContext) -> BrowserContext:
    watch.over(context)
    return context


@pytest.fixture
def another_browser(watch: Watch, new_context) -> Callable[[], Page]:
    """Somebody else's page, with cookies of its own."""

    def open_page() -> Page:
        elsewhere = new_context()
        watch.over(elsewhere)
        return elsewhere.new_page()

    return open_page


@pytest.fixture
def sign_in(base_url) -> SignIn:
    """Signs a person in without the form, which has a test of its own."""

    def sign_in(page: Page, person: User) -> Page:
        client = Client()
        client.force_login(person)
        name = settings.SESSION_COOKIE_NAME
        value = client.cookies[name].value
        page.context.add_cookies([{"name": name, "value": value, "url": base_url}])
        return page

    return sign_in
