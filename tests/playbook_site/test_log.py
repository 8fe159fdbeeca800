"""Whoever writes it: a line shows no secret of an address, and nothing that people typed."""

import io
import logging
import re
import sys
import threading
import warnings

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError

from playbook_site.log import Line, OnlyWhatMayBeShown, logging_of, may_be_shown, shape


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/check/abcDEF-123_/a/4/", "/check/…/a/4/"),
        ("/check/abcDEF-123_", "/check/…"),
        ("/join/abcDEF-123_/", "/join/…/"),
        # A route of the demo alone, and none of this site.
        ("/demo/abcDEF-123_/", "/…/…/"),
        ("/shared/abcDEF-123_/report.pdf", "/shared/…/report.pdf"),
        ("/accounts/password/reset/key/1-set-password/", "/accounts/password/reset/key/…/"),
        ("/accounts/password/reset/key/4k-cyr0-7b/", "/accounts/password/reset/key/…/"),
        ("/accounts/confirm-email/MQ:1abc:x_y-z/", "/accounts/confirm-email/…/"),
        ("/admin/auth/group/17/change/", "/…/…/…/…/change/"),
        ("/o/oak/services/3/", "/o/oak/services/3/"),
        ("/o/oak/assessments/3/section/profile/", "/o/oak/assessments/3/section/profile/"),
        ("/o/oak/compare/?q=our+secret", "/o/oak/compare/?…"),
        ("/accounts/login/?next=%2Fcheck%2FabcDEF%2F", "/accounts/login/?…"),
        ("/what/somebody/typed.php", "/…/…/…"),
        ("/", "/"),
    ],
)
def test_an_address_is_shown_by_its_shape(path, shown):
    assert shape(path) == shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Error handling request /check/abcDEF/", "Error handling request /check/…/"),
        (
            "Invalid request from ip=203.0.113.7: Invalid HTTP Version: 'GET /check/abcDEF HTTP/9'",
            "Invalid request from ip=203.0.113.7: Invalid HTTP Version: '…'",
        ),
        (
            "Referer checking failed - https://a.example/join/abcDEF/?x=1 does not match",
            "Referer checking failed - https://a.example/join/…/?… does not match",
        ),
        ("Listening at: http://127.0.0.1:8000 (123)", "Listening at: http://127.0.0.1:8000 (123)"),
        ("Invalid HTTP_HOST header: 'our secret'.", "Invalid HTTP_HOST header: '…'."),
        ("No account of pat@example.org", "No account of …@…"),
        ("postgresql://who:secret@db:5432/name", "postgresql://…@db:5432/…"),
        ("Token 4Fq9aZ0_kkLmQ2w7e", "Token …"),
        ("Worker (pid:42) isn't well, it doesn't answer", None),
    ],
)
def test_a_message_shows_no_secret_and_nothing_quoted(said, shown):
    assert may_be_shown(said) == (shown or said)


@pytest.fixture
def console():
    """What the console shows of what is said through the site's own handler."""
    handler_of = logging_of("INFO")["handlers"]["console"]
    assert handler_of["filters"] == ["shown"]
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.addFilter(OnlyWhatMayBeShown())
    handler.setFormatter(Line())
    return handler, out


def line(console, name, message, *args, **more):
    handler, out = console
    logger = logging.Logger(name)
    logger.addHandler(handler)
    logger.warning(message, *args, **more)
    return out.getvalue()


WRITERS = ("django.request", "django.security.csrf", "gunicorn.error", "allauth")


@pytest.mark.parametrize("name", WRITERS)
def test_every_writer_s_line_has_the_same_form(console, name):
    said = line(console, name, "Not Found: %s", "/join/abcDEF/")
    moment, said = said.split(" WARNING ")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d", moment)
    assert re.match(r"[a-z_.]+ \[-\] Not Found: /join/…", said)


def test_of_others_messages_only_numbers_and_addresses_are_filled_in(console):
    said = line(console, "somebody.else", "%s wrote %d words at %s", "Pat", 3, "/join/abcDEF/")
    assert said.endswith("… wrote 3 words at /join/…/\n")


def test_a_warning_shows_its_place_and_kind_and_not_its_words(console):
    shown = warnings.formatwarning("our secret", UserWarning, "/x/views.py", 7, "x = 'our secret'")
    said = line(console, "py.warnings", "%s", shown)
    assert "UserWarning" in said
    assert "secret" not in said


def test_every_handler_that_is_set_up_goes_through_the_rule(settings):
    assert settings.LOGGING_CONFIG == "playbook_site.log.configure"
    for handler in settings.LOGGING["handlers"].values():
        assert handler["filters"] == ["shown"]
        assert handler["formatter"] == "line"
    # Only the root has a handler: whoever speaks is passed on to it.
    assert not any(each.get("handlers") for each in settings.LOGGING["loggers"].values())


@pytest.mark.parametrize("sent", ["a-" * 100_000, "'a " * 70_000, "joe@a.example " * 20_000])
def test_of_what_somebody_sent_at_great_length_only_our_first_words_are_shown(sent):
    said = f"Invalid HTTP_HOST header: {sent!r}."
    assert may_be_shown(said) == "Invalid HTTP_HOST header: …"


def test_a_path_is_brought_to_its_shape_beyond_a_space():
    path = "/check/a token and a note/"
    record = logging.LogRecord("django.request", 30, "", 0, "%s: %s", ("Not Found", path), None)
    OnlyWhatMayBeShown().filter(record)
    assert record.getMessage() == "Not Found: /check/…/"


def logged_error(error: Exception) -> str:
    """What the log says of an error after another that led to it."""
    try:
        try:
            raise KeyError("our secret")
        except KeyError as cause:
            raise error from cause
    except type(error):
        failed = logging.LogRecord("django", 40, "", 0, "Failed: /", (), sys.exc_info())
    return Line().format(failed)


def test_the_log_says_of_which_kind_an_error_is_and_what_led_to_it():
    lines = logged_error(IntegrityError("Failing row contains (our secret)")).splitlines()
    kinds = [line for line in lines if not line.startswith(" ")][1:]
    assert kinds == ["builtins.KeyError", "django.db.utils.IntegrityError"]


def test_the_log_says_where_an_error_happened():
    assert 'test_log.py", line' in logged_error(ValueError("x"))


def test_the_log_never_holds_the_words_of_an_error():
    lines = logged_error(IntegrityError("Failing row contains (our secret)")).splitlines()
    # Quoted by the source line too, as it stands in this file and no one's typing would.
    assert "our secret" not in "\n".join(each for each in lines if "raise " not in each)


def test_of_a_wrong_setting_the_log_holds_the_words():
    said = logged_error(ImproperlyConfigured("PROXIES does not match"))
    assert said.endswith("django.core.exceptions.ImproperlyConfigured: PROXIES does not match")


def test_what_ends_a_thread_is_logged_in_the_same_way(caplog):
    def fail():
        raise ValueError("our secret")

    thread = threading.Thread(target=fail)
    hook = threading.excepthook
    from playbook_site import log

    threading.excepthook = log._log_the_end_of_a_thread
    try:
        thread.start()
        thread.join()
    finally:
        threading.excepthook = hook
    assert [record.message for record in caplog.records] == ["A thread ended by an error"]
