import logging
import sys

import pytest
from django.db import IntegrityError

from playbook_site.log import HideSecrets, Line


@pytest.mark.parametrize(
    ("path", "logged"),
    [
        ("/check/abcDEF-123_/a/4/", "/check/…/a/4/"),
        ("/join/abcDEF-123_/", "/join/…/"),
        ("/shared/abcDEF-123_/report.pdf", "/shared/…/report.pdf"),
        ("/demo/abcDEF-123_/", "/demo/…/"),
        ("/o/oak/services/3/", "/o/oak/services/3/"),
        ("/o/oak/compare/?q=our+secret", "/o/oak/compare/?…"),
        ("/accounts/login/?next=%2Fcheck%2FabcDEF%2F", "/accounts/login/?…"),
    ],
)
def test_the_log_never_holds_the_secret_of_a_private_link_or_a_search(path, logged):
    record = logging.LogRecord("django.request", 30, "", 0, "Not Found: %s", (path,), None)
    HideSecrets().filter(record)
    assert record.getMessage() == f"Not Found: {logged}"


def test_the_console_hides_secrets(settings):
    assert settings.LOGGING["handlers"]["console"]["filters"] == ["secrets"]
    assert settings.LOGGING["filters"]["secrets"]["()"] == "playbook_site.log.HideSecrets"


def logged_error() -> str:
    """What the log says of an error whose words quote a note, after another that led to it."""
    try:
        try:
            raise KeyError("our secret")
        except KeyError as cause:
            raise IntegrityError("Failing row contains (our secret)") from cause
    except IntegrityError:
        failed = logging.LogRecord("django", 40, "", 0, "Failed: /", (), sys.exc_info())
    return Line().format(failed)


def test_the_log_tells_of_which_kind_an_error_is_and_what_led_to_it():
    lines = logged_error().splitlines()
    kinds = [line for line in lines if not line.startswith(" ")][1:]
    assert kinds == ["builtins.KeyError", "django.db.utils.IntegrityError"]


def test_the_log_tells_where_an_error_happened():
    assert 'test_log.py", line' in logged_error()


def test_the_log_never_holds_the_words_of_an_error():
    # Quoted by the source line too, as it stands in this file and no one's typing would.
    words = [line for line in logged_error().splitlines() if "raise " not in line]
    assert "our secret" not in "\n".join(words)


def test_the_console_formats_so(settings):
    assert settings.LOGGING["formatters"]["line"]["()"] == "playbook_site.log.Line"
