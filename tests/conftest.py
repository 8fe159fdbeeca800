"""What every test shares: a clean process between tests, and the machine's browser."""

import os
import shutil
from collections.abc import Iterator

import pytest
from django.db import connection

from tests import factories
from tests.forgetting import forget_results

CHROMIUM = next(
    filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None
)
NO_CHROMIUM = "no Chromium found: install it, on Debian by `apt-get install chromium`"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if connection.vendor != "postgresql":
        elsewhere = [item for item in items if item.get_closest_marker("postgresql")]
        config.hook.pytest_deselected(items=elsewhere)
        items[:] = [item for item in items if item not in elsewhere]
    browser = [item for item in items if "page" in getattr(item, "fixturenames", ())]
    if not browser:
        return
    # Playwright's synchronous API leaves an event loop running in this thread, and
    # Django would refuse the database to every later test.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    for item in browser:
        item.add_marker("browser")
    # Last, so that a plain fault is shown before the slow tests start.
    items.sort(key=lambda item: item in browser)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if CHROMIUM is None and item.get_closest_marker("browser"):
        if os.environ.get("CI") == "true":
            pytest.fail(NO_CHROMIUM, pytrace=False)
        pytest.skip(NO_CHROMIUM)


@pytest.fixture(autouse=True)
def results_forgotten() -> Iterator[None]:
    yield
    forget_results()


@pytest.fixture
def cast() -> factories.Cast:
    """An organisation with its people, a team and a service."""
    return factories.cast()


@pytest.fixture(scope="session")
def base_url(live_server) -> str:
    """Paths alone are enough for `page.goto`. Here and nowhere deeper: the browser's settings are
    made once, for whichever test comes first."""
    return live_server.url


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    args = [
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ]
    if os.geteuid() == 0:
        args.append("--no-sandbox")  # Chromium's sandbox refuses root
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": args}


@pytest.fixture(autouse=True)
def clean_process(settings) -> None:
    """Hashing a password costs nothing."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
