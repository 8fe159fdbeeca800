"""The mail server is away: that is said, and what was done is kept."""

import smtplib

import pytest
from django.core.mail.backends.base import BaseEmailBackend
from django.urls import reverse

from assessments.models import User
from tests import factories

pytestmark = pytest.mark.django_db

SAID = "The mail could not be sent"
PASSWORD = "a-long-enough-pass"
SIGN_UP = {
    "name": "Ada",
    "email": "ada@example.org",
    "password1": PASSWORD,
    "password2": PASSWORD,
}


class Away(BaseEmailBackend):
    """A mail server that fails in the way that is set."""

    error: Exception = ConnectionRefusedError()

    def send_messages(self, _messages):
        raise self.error


@pytest.fixture(autouse=True)
def away(settings):
    settings.EMAIL_BACKEND = "tests.test_account_adapter_mail.Away"


@pytest.fixture
def deployed(settings):
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
    settings.ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True


@pytest.fixture
def person():
    return factories.user("someone@example.org", password=PASSWORD)


def sign_up(client):
    return client.post(reverse("account_signup"), SIGN_UP, follow=True)


@pytest.mark.parametrize(
    "error", [ConnectionRefusedError(), TimeoutError(), smtplib.SMTPServerDisconnected()]
)
def test_signing_up_says_so_and_keeps_the_account(client, monkeypatch, error):
    monkeypatch.setattr(Away, "error", error)
    page = sign_up(client)
    assert page.status_code == 200
    assert SAID in page.text
    assert User.objects.filter(email="ada@example.org").exists()


@pytest.mark.usefixtures("deployed")
def test_signing_up_on_a_deployed_site_asks_for_the_code_and_says_so(client):
    page = sign_up(client)
    assert page.status_code == 200
    assert page.text.count(SAID) == 1
    assert "Send another code" in page.text


@pytest.mark.usefixtures("deployed")
def test_once_the_server_is_back_another_code_can_be_had_at_once(client, settings, mailoutbox):
    page = sign_up(client)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    client.post(page.request["PATH_INFO"], {"action": "resend"})
    assert len(mailoutbox) == 1


@pytest.mark.parametrize("email", ["someone@example.org", "nobody@example.org"])
@pytest.mark.parametrize("name", ["account_reset_password", "account_request_login_code"])
def test_a_link_or_code_asked_for_says_so_whether_there_is_an_account_or_not(
    client, person, name, email
):
    page = client.post(reverse(name), {"email": email}, follow=True)
    assert page.status_code == 200
    assert page.text.count(SAID) == 1


def test_nothing_is_told_as_sent_that_was_not(client, person):
    page = client.post(reverse("account_request_login_code"), {"email": person.email}, follow=True)
    assert len(page.context["messages"]) == 1


@pytest.mark.parametrize("name", ["action_add", "action_send"])
def test_an_address_is_kept_and_its_link_can_be_sent_again(client, person, name):
    client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    client.post(reverse("account_email"), {"email": "new@example.org", "action_add": ""})
    page = client.post(
        reverse("account_email"), {"email": "new@example.org", name: ""}, follow=True
    )
    assert page.status_code == 200
    assert person.emailaddress_set.filter(email="new@example.org").exists()


def test_a_link_can_be_sent_again_at_once(client, person, settings, mailoutbox):
    client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    path, email = reverse("account_email"), "new@example.org"
    page = client.post(path, {"email": email, "action_add": ""}, follow=True)
    assert SAID in page.text
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    client.post(path, {"email": email, "action_send": ""})
    assert len(mailoutbox) == 1


def test_the_log_names_the_mail_and_the_error_and_no_address(client, person, caplog):
    client.post(reverse("account_reset_password"), {"email": person.email})
    (record,) = [each for each in caplog.records if each.name == "assessments.account_adapter"]
    assert record.getMessage() == ("Mail not sent (password_reset_key): ConnectionRefusedError")
