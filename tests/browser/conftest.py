"""A browser before the product's own server, watched all the time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect

from assessments.models import User
from tests.browser.watching import Watch

PATIENCE = 30
"""Seconds that a busy machine may take."""

SignIn = Callable[..., Page]


@pytest.fixture(scope="session", autouse=True)
def patience() -> None:
    """Machines that test are busy; nothing is slower for it when all is well."""
    expect.set_options(timeout=15_000)


@pytest.fixture(autouse=True)
def nothing_under_way(transactional_db) -> Iterator[None]:
    """The browser is closed before this ends, the database emptied after it. In between, what
    was asked last is answered, or it would meet an empty database, or keep it locked."""
    yield
    end = time.monotonic() + PATIENCE
    for thread in at_work():
        thread.join(max(0, end - time.monotonic()))
    assert not at_work()


def at_work() -> list[threading.Thread]:
    """The live server's threads, one a connection, and those that the product has begun."""
    names = ("process_request_thread", "_delete_and_hang_up")
    return [each for each in threading.enumerate() if any(name in each.name for name in names)]


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
