"""What proxies say is believed of as many as there are; links begin with the site's address."""

import logging

import pytest
from allauth.account.adapter import get_adapter
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory
from django.urls import reverse

from playbook_site.proxies import believed
from tests import factories

pytestmark = pytest.mark.django_db
SITE = "https://assess.example.org"


def seen(settings, proxies, **headers):
    """The request as the site sees it."""
    settings.PROXIES = proxies
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if proxies else None
    request = RequestFactory().get("/", headers=headers)
    believed(lambda each: each)(request)  # type: ignore[arg-type, return-value]
    return request


@pytest.mark.parametrize(
    ("proxies", "said", "client"),
    [
        (0, "6.6.6.6", "127.0.0.1"),
        (1, "6.6.6.6, 203.0.113.7", "203.0.113.7"),
        (2, "6.6.6.6, 203.0.113.7, 10.0.0.1", "203.0.113.7"),
    ],
)
def test_an_address_is_believed_of_as_many_proxies_as_there_are(settings, proxies, said, client):
    request = seen(settings, proxies, x_forwarded_for=said)
    assert get_adapter().get_client_ip(request) == client
    assert "6.6.6.6" not in request.META.get("HTTP_X_FORWARDED_FOR", "")


def test_fewer_proxies_than_were_declared_are_an_error_that_says_so(settings):
    request = seen(settings, 2, x_forwarded_for="203.0.113.7")
    with pytest.raises(ImproperlyConfigured, match="PROXIES is 2, but"):
        get_adapter().get_client_ip(request)


@pytest.mark.parametrize(
    ("proxies", "said", "secure"),
    [(0, "https", False), (1, "https", True), (1, "https, http", False), (2, "https, http", True)],
)
def test_https_is_believed_of_as_many_proxies_as_there_are(settings, proxies, said, secure):
    assert seen(settings, proxies, x_forwarded_proto=said).is_secure() is secure


@pytest.mark.parametrize("name", ["x_forwarded_host", "forwarded", "x_forwarded_port", "x_real_ip"])
def test_what_no_proxy_has_to_say_is_taken_away(settings, name):
    request = seen(settings, 1, **{name: "evil"})
    assert "evil" not in [*request.META.values(), *request.headers.values()]


@pytest.fixture
def deployed(settings):
    settings.SITE_ADDRESS = SITE
    settings.ALLOWED_HOSTS = ["assess.example.org", "127.0.0.1"]


STRANGE = {"host": "127.0.0.1:6666", "x-forwarded-host": "evil.example", "x-forwarded-proto": "ftp"}


def test_a_mailed_link_begins_with_the_site_s_address(client, deployed, mailoutbox):
    factories.user("pat@example.org")
    client.post(reverse("account_reset_password"), {"email": "pat@example.org"}, headers=STRANGE)
    (mail,) = mailoutbox
    assert f"{SITE}/accounts/password/reset/key/" in mail.body
    said = f"{mail.subject}\n{mail.body}"
    assert "6666" not in said
    assert "127.0.0.1" not in said
    assert "evil" not in said


def test_no_mail_of_an_account_holds_the_host_asked_for(client, deployed, mailoutbox):
    factories.user("pat@example.org")
    for name in ("account_request_login_code", "account_reset_password"):
        for email in ("pat@example.org", "nobody@example.org"):
            client.post(reverse(name), {"email": email}, headers=STRANGE)
    assert len(mailoutbox) >= 3
    assert [mail for mail in mailoutbox if "127.0.0.1" in mail.subject + mail.body] == []


def test_an_invitation_begins_with_the_site_s_address(client, deployed):
    cast = factories.cast()
    client.force_login(cast.owner)
    path = reverse("invitations", args=[cast.organisation.slug])
    sent = {"role": "member", "team": cast.team.pk, "days": 7}
    shown = client.post(path, sent, headers=STRANGE, follow=True).text
    assert f"{SITE}/join/" in shown
    assert "6666" not in shown


def test_a_guest_s_link_begins_with_the_site_s_address(client, deployed):
    sent = {"name": "Shop", "scope": "quick"}
    asked = client.post(reverse("check-start"), sent, headers=STRANGE)
    check = asked["Location"].partition("/a/")[0] + "/"
    shown = client.get(check, headers=STRANGE).text
    assert f"{SITE}/check/" in shown
    assert "6666" not in shown


def test_a_local_site_s_links_have_the_port_it_was_opened_at(client):
    opened_at = {"host": "127.0.0.1:8108"}
    asked = client.post(
        reverse("check-start"), {"name": "Shop", "scope": "quick"}, headers=opened_at
    )
    shown = client.get(asked["Location"].partition("/a/")[0] + "/", headers=opened_at).text
    assert "http://127.0.0.1:8108/check/" in shown


def test_another_port_does_not_let_one_try_passwords_anew(client, deployed, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "3/m/key"}
    factories.user("pat@example.org")
    for port in range(4):
        shown = client.post(
            reverse("account_login"),
            {"login": "pat@example.org", "password": "wrong"},
            headers={"host": f"127.0.0.1:{6000 + port}"},
        ).text
    assert "Too many attempts" in shown


def test_a_failed_sign_in_leaves_a_line_without_what_was_typed(client, caplog):
    with caplog.at_level(logging.WARNING, "assessments"):
        typed = {"login": "pat@example.org", "password": "our secret"}
        client.post(reverse("account_login"), typed)
    (record,) = [each for each in caplog.records if each.name == "assessments.account_adapter"]
    assert record.getMessage() == "Sign-in failed (email_password_mismatch) from 127.0.0.1"
