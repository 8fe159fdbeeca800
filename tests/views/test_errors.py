"""When a request came to nothing, what was sent is given back."""

import re
import sqlite3

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client
from django.urls import reverse

from assessments.forms.form_key import FORM_KEY, new_key
from assessments.forms.known_forms import ACCOUNT_FIELDS, BUTTONS, SECTION_BUTTONS
from assessments.models import Service
from assessments.views.errors import is_database_away
from tests import factories
from tests.views.sheets import SheetPages

pytestmark = pytest.mark.django_db

AGAIN = "Send it again"
TYPED = {"name": "Typed <b>", "description": "First\nsecond", "team": "7", "password": "secret"}
OURS = {"Origin": "http://testserver"}


@pytest.fixture
def owner(client, cast):
    client.force_login(cast.owner)
    client.raise_request_exception = False
    return client


@pytest.fixture
def away(monkeypatch):
    """The database, gone between two requests."""

    def goes(error=OperationalError):
        def fails(**_given):
            raise error("connection refused")

        monkeypatch.setattr("assessments.queries.access.membership", fails)

    return goes


NAMED_BUTTON = re.compile(r'<button[^>]* name="([^"]+)"')
NEW = "/o/acme/services/new/"


def hidden(page):
    """The fields of the form that sends it again."""
    forms = re.findall(r"<form.*?</form>", page.text, re.S)
    form = next((each for each in forms if AGAIN in each), "")
    return dict(re.findall(r'name="([^"]+)" value="([^"]*)"', form))


# --- The database is away.


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_without_its_database_a_page_is_503_and_says_when_to_come_back(owner, away, error):
    away(error)
    page = owner.get(NEW)
    assert page.status_code == 503
    assert page["Retry-After"] == "30"


def test_what_was_sent_is_given_back_with_one_button(owner, away):
    away()
    page = owner.post(NEW, TYPED)
    assert page.status_code == 503
    assert page.text.count("<button") == 1
    assert AGAIN in page.text


def test_the_known_fields_are_sent_again_as_they_were_and_no_others(owner, away):
    away()
    sent = hidden(owner.post(NEW, {**TYPED, FORM_KEY: "k"}))
    sent.pop("csrfmiddlewaretoken")
    assert sent == {
        "name": "Typed &lt;b&gt;",
        "description": "First\nsecond",
        "team": "7",
        FORM_KEY: "k",
    }


def test_what_was_typed_can_be_read_and_copied(owner, away):
    away()
    text = owner.post(NEW, TYPED).text
    assert re.search(r"<textarea[^>]*readonly>\nTyped &lt;b&gt;</textarea>", text)
    assert "secret" not in text


def test_the_button_works_once_the_database_is_back(cast, monkeypatch):
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(cast.owner)
    token = client.get(NEW).cookies["csrftoken"].value
    sent = {"name": "Typed", "team": cast.team.pk, FORM_KEY: new_key()}
    body = {**sent, "csrfmiddlewaretoken": token}
    with monkeypatch.context() as patched:
        patched.setattr("assessments.queries.access.membership", raises)
        again = hidden(client.post(NEW, body))
    assert client.post(NEW, again).status_code == 302
    assert Service.objects.filter(name="Typed").exists()


def raises(**_given):
    raise OperationalError


def test_a_section_is_given_back_with_its_answers_and_the_button_that_was_pressed(
    owner, cast, away
):
    pages = SheetPages(owner, factories.assessment(cast.service, factories.BEDROOM))
    body = pages.body("telemetry", option="alert-only", note="Typed")
    away()
    page = pages.save("service-reliability", body, go="next")
    sent = hidden(page)
    assert sent["telemetry-option"] == "alert-only"
    assert sent["go"] == "next"
    assert re.search(r"<textarea[^>]*>\nTyped</textarea>", page.text)


def test_every_value_of_a_field_with_several_is_given_back(owner, away):
    away()
    page = owner.post("/o/acme/people/1/", {"role": "lead", "teams": ["3", "4"]})
    assert page.text.count('name="teams"') == 2


def test_a_part_of_a_page_is_answered_with_a_part(owner, away):
    away()
    page = owner.get("/o/acme/selector/", headers={"HX-Request": "true"})
    assert page.status_code == 503
    assert "<html" not in page.text
    assert 'role="alert"' in page.text


def test_the_page_asks_the_database_nothing(owner, away, django_assert_num_queries):
    away()
    with django_assert_num_queries(2):  # who is signed in, before the organisation is looked up
        owner.post(NEW, TYPED)


def test_a_session_that_cannot_be_looked_up_is_503(owner, monkeypatch):
    monkeypatch.setattr(
        "django.contrib.sessions.backends.db.SessionStore._get_session_from_db", raises_it
    )
    assert owner.get("/home/").status_code == 503


def raises_it(*_given):
    raise OperationalError


def caused(message, name):
    """As Django raises what SQLite said."""
    cause = sqlite3.OperationalError(message)
    cause.sqlite_errorname = name
    error = OperationalError(message)
    error.__cause__ = cause
    return error


def test_a_busy_database_is_away_and_a_missing_table_is_not():
    assert is_database_away(caused("database is locked", "SQLITE_BUSY"))
    assert not is_database_away(caused("no such table: x", "SQLITE_ERROR"))


def test_what_a_missing_database_led_to_is_told_as_that():
    error = RuntimeError()
    error.__cause__ = OperationalError()
    assert is_database_away(error)


def test_every_button_with_a_name_is_sent_again(settings):
    known = {*BUTTONS, *SECTION_BUTTONS, *ACCOUNT_FIELDS["account_email"], "{{ name }}"}
    templates = (settings.BASE_DIR / "templates").rglob("*.html")
    texts = [template.read_text() for template in templates]
    assert {name for text in texts for name in NAMED_BUTTON.findall(text)} <= known


# --- Something broke.


@pytest.fixture
def broken(monkeypatch):
    def fails(**_given):
        raise ZeroDivisionError

    monkeypatch.setattr("assessments.queries.access.membership", fails)


@pytest.mark.usefixtures("broken")
def test_what_broke_something_is_given_back(owner):
    page = owner.post(NEW, TYPED)
    assert page.status_code == 500
    assert hidden(page)["name"] == "Typed &lt;b&gt;"
    assert AGAIN in page.text


@pytest.mark.usefixtures("broken")
def test_a_page_that_broke_has_nothing_to_send_again(owner):
    page = owner.get(NEW)
    assert page.status_code == 500
    assert "<form" not in page.text


# --- The session has changed.


@pytest.fixture
def strict(cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.owner)
    return client


@pytest.mark.parametrize(
    "headers",
    [OURS, {"Sec-Fetch-Site": "same-origin"}, {**OURS, "Sec-Fetch-Site": "cross-site"}],
)
def test_a_form_of_ours_can_be_sent_again(strict, headers):
    page = strict.post(NEW, TYPED, headers=headers)
    assert page.status_code == 403
    assert AGAIN in page.text
    assert hidden(page)["csrfmiddlewaretoken"]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "https://testserver"},
        {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_a_form_that_may_be_another_site_s_is_only_text_to_copy(strict, headers):
    page = strict.post(NEW, TYPED, headers=headers)
    assert AGAIN not in page.text
    assert "Typed &lt;b&gt;</textarea>" in page.text
    assert 'name="name"' not in page.text


def test_a_form_sent_again_after_a_403_is_saved(strict, cast):
    body = {"name": "Typed", "team": cast.team.pk}
    again = hidden(strict.post(NEW, body, headers=OURS))
    assert strict.post(NEW, again).status_code == 302


# --- It is not there any more, or not as it was.


def test_what_was_sent_to_what_is_gone_can_be_copied(owner):
    page = owner.post("/o/acme/services/99999/edit/", TYPED)
    assert page.status_code == 404
    assert AGAIN not in page.text
    assert "Typed &lt;b&gt;</textarea>" in page.text


def test_answers_to_what_was_submitted_meanwhile_can_be_copied(owner, cast):
    result = factories.submitted_result(cast.service, factories.BEDROOM)
    pages = SheetPages(owner, result.assessment)
    page = pages.save("service-reliability", pages.body("telemetry", note="Typed"))
    assert page.status_code == 409
    assert "Typed</textarea>" in page.text


# --- Accounts.


@pytest.mark.parametrize("name", ACCOUNT_FIELDS)
def test_no_password_and_no_code_is_given_back(cast, name):
    secrets = dict.fromkeys(
        ["password", "password1", "password2", "oldpassword", "code", "key"], "hunter2"
    )
    client = Client(enforce_csrf_checks=True)
    page = client.post(reverse(name), {"email": "typed@example.org", **secrets}, headers=OURS)
    assert page.status_code == 403
    assert "hunter2" not in page.text


def test_a_sign_up_without_a_database_keeps_name_and_address(client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("allauth.account.views.SignupView.form_valid", raises_it)
    body = {"name": "Ada", "email": "ada@example.org", "password1": "hunter2hunter2"}
    body["password2"] = body["password1"]
    page = client.post(reverse("account_signup"), body)
    assert page.status_code == 503
    assert hidden(page)["email"] == "ada@example.org"
    assert "hunter2" not in page.text


def test_no_page_sends_anyone_back_in_the_browser(settings):
    pages = (settings.BASE_DIR / "templates").rglob("*.html")
    assert not [page for page in pages if "back in your browser" in page.read_text().lower()]
