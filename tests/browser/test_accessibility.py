"""Every page, at the width of a desk's screen and of a phone's, in the states it may be in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test.signals import template_rendered
from playwright.sync_api import Page, Response

from assessments.models import User
from tests import factories
from tests.browser import account_pages, axe, pages, seeing, world
from tests.browser.shown import Shown

TEMPLATES = Path(settings.BASE_DIR) / "templates"
BUILT_UPON = re.compile(r'{% (?:extends|include) "([^"]+)"')


@contextmanager
def rendered() -> Iterator[set[str]]:
    """The names of the templates that the server renders meanwhile, in whatever thread."""
    names: set[str] = set()

    def note(template: Any, **_rest: Any) -> None:
        names.add(template.name)

    template_rendered.connect(note)
    try:
        yield names
    finally:
        template_rendered.disconnect(note)


@contextmanager
def statuses(page: Page) -> Iterator[list[int]]:
    """What the server answers meanwhile when asked for a page."""
    answers: list[int] = []

    def note(response: Response) -> None:
        if response.request.resource_type == "document":
            answers.append(response.status)

    page.on("response", note)
    try:
        yield answers
    finally:
        page.remove_listener("response", note)


def faults_of(page: Page, shown: Shown, filled: world.World) -> Iterator[str]:
    with rendered() as names, statuses(page) as answered:
        page.goto(shown.path.format(**filled))
        if shown.then:
            shown.then(page)
    if answered[-1] != shown.status:
        yield f"answered {answered[-1]} instead of {shown.status}"
    if shown.template not in names:
        yield f"drawn by {sorted(names)}"
    yield from axe.faults(page)
    yield from seeing.faults(page)


def look(page: Page, shown: Sequence[Shown], filled: world.World) -> None:
    found = [f"{each}: {fault}" for each in shown for fault in faults_of(page, each, filled)]
    assert not found, f"{len(found)} faults\n" + "\n".join(found)


@pytest.mark.urls("tests.browser.urls")
def test_the_pages_for_everyone_are_accessible(page, watch):
    watch.expects_a_server_error = True
    look(page, pages.NOBODY, world.strangers())


@pytest.mark.urls("tests.browser.urls")
def test_the_pages_of_accounts_are_accessible(page):
    look(page, account_pages.ACCOUNTS, world.strangers())


def test_a_guests_pages_are_accessible(page):
    look(page, pages.GUEST, world.strangers())


def test_a_newcomers_pages_are_accessible(page, sign_in):
    filled = world.strangers()
    look(sign_in(page, factories.user("new@example.org")), pages.NEWCOMER, filled)


def test_a_members_pages_are_accessible(page, sign_in):
    filled = world.furnished()
    look(sign_in(page, User.objects.get(name="Mia Chen")), pages.MEMBER, filled)


def test_an_owners_pages_are_accessible(page, sign_in):
    filled = world.furnished()
    look(sign_in(page, User.objects.get(name="Olu Adeyemi")), pages.OWNER, filled)


def test_the_longest_names_fit_and_are_accessible(page, sign_in):
    filled = world.longest()
    look(sign_in(page, User.objects.get(name=world.UNBROKEN)), pages.LONGEST, filled)


def test_every_template_is_looked_at():
    texts = {
        path.relative_to(TEMPLATES).as_posix(): path.read_text(encoding="utf-8")
        for path in TEMPLATES.rglob("*.html")
    }
    built_upon = {name for text in texts.values() for name in BUILT_UPON.findall(text)}
    alone = {name for name in texts if not Path(name).name.startswith("_")} - built_upon
    everyone = [pages.NOBODY, account_pages.ACCOUNTS, pages.GUEST, pages.NEWCOMER]
    everyone += [pages.MEMBER, pages.OWNER, pages.LONGEST]
    assert alone <= {shown.template for some in everyone for shown in some}
