import logging

import pytest

from playbook_site.log import HideSecrets


@pytest.mark.parametrize(
    ("path", "logged"),
    [
        ("/check/abcDEF-123_/a/4/", "/check/…/a/4/"),
        ("/join/abcDEF-123_/", "/join/…/"),
        ("/demo/abcDEF-123_/", "/demo/…/"),
        ("/o/oak/services/3/", "/o/oak/services/3/"),
    ],
)
def test_the_log_never_holds_the_secret_of_a_private_link(path, logged):
    record = logging.LogRecord("django.request", 30, "", 0, "Not Found: %s", (path,), None)
    HideSecrets().filter(record)
    assert record.getMessage() == f"Not Found: {logged}"


def test_the_console_hides_secrets(settings):
    assert settings.LOGGING["handlers"]["console"]["filters"] == ["secrets"]
    assert settings.LOGGING["filters"]["secrets"]["()"] == "playbook_site.log.HideSecrets"
