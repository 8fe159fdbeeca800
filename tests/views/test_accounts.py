"""The accounts' pages: allauth's views in the site's look."""

import re

import pytest
from django.urls import reverse

from assessments.models import User
from tests import factories

pytestmark = pytest.mark.django_db

PASSWORD = "a-long-enough-pass"
SIGNED_OUT = (
    "account_login",
    "account_signup",
    "account_request_login_code",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "account_email_verification_sent",
    "account_inactive",
)
SIGNED_IN = (
    "account_logout",
    "account_email",
    "account_change_password",
    "account_reauthenticate",
    "account_reset_password",
)


@pytest.fixture
def person():
    return factories.user("someone@example.org", password=PASSWORD)


@pytest.fixture
def signed_in(client, person):
    """Signed in by the form, as the pages that ask for the password again need."""
    client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    return client


def in_the_sites_look(response):
    return response.status_code == 200 and '<header class="site-head">' in response.text


def link_in(mail):
    return re.search(r"http://testserver(\S+)", mail.body).group(1)


@pytest.mark.parametrize("name", SIGNED_OUT)
def test_a_signed_out_page_has_the_site_s_look(client, name):
    response = client.get(reverse(name))
    assert in_the_sites_look(response)
    assert response.text.count("<h1>") == 1


@pytest.mark.parametrize("name", SIGNED_IN)
def test_a_signed_in_page_has_the_site_s_look(signed_in, name):
    response = signed_in.get(reverse(name))
    assert in_the_sites_look(response)
    assert response.text.count("<h1>") == 1


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("account_login", {"email", "current-password"}),
        ("account_signup", {"name", "email", "new-password"}),
        ("account_request_login_code", {"email"}),
        ("account_reset_password", {"email"}),
    ],
)
def test_a_browser_can_fill_in_the_fields(client, name, fields):
    assert set(re.findall(r'autocomplete="([^"]+)"', client.get(reverse(name)).text)) == fields


@pytest.mark.parametrize("name", SIGNED_OUT[:4])
def test_every_field_has_a_label(client, name):
    page = client.get(reverse(name)).text
    visible = re.findall(r'<input (?![^>]*type="hidden")[^>]*id="([^"]+)"', page)
    assert visible
    assert set(visible) <= set(re.findall(r'<label\s+for="([^"]+)"', page))


def test_signing_up_leads_home(client):
    given = {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD}
    response = client.post(reverse("account_signup"), {"name": "Ada Lund", **given})
    assert response.url == reverse("home")
    assert User.objects.get(email="new@example.org").name == "Ada Lund"


def test_nobody_signs_up_without_a_name(client):
    given = {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD}
    response = client.post(reverse("account_signup"), given)
    assert "name" in response.context["form"].errors
    assert not User.objects.exists()


@pytest.mark.parametrize("name", ["account_login", "account_signup"])
def test_the_way_back_is_kept_on_the_form_and_on_the_way_to_the_other(client, name):
    page = client.get(reverse(name), {"next": "/join/a-token/"}).text
    assert '<input type="hidden" name="next" value="/join/a-token/"' in page
    assert "?next=%2Fjoin%2Fa-token%2F" in page or "?next=/join/a-token/" in page


def test_signing_in_goes_back_to_where_one_came_from(client, person):
    given = {"login": person.email, "password": PASSWORD, "next": "/join/a-token/"}
    assert client.post(reverse("account_login"), given).url == "/join/a-token/"


def test_a_wrong_password_says_so_on_the_page(client, person):
    response = client.post(reverse("account_login"), {"login": person.email, "password": "another"})
    assert in_the_sites_look(response)
    assert "not correct" in response.text


def test_a_code_by_mail_signs_in(client, person, mailoutbox):
    asked = client.post(
        reverse("account_request_login_code"), {"email": person.email, "next": "/start/"}
    )
    page = client.get(asked.url)
    assert person.email in page.text
    assert 'autocomplete="one-time-code"' in page.text
    code = re.search(r"\n\n(\S+)\n\n", mailoutbox[0].body).group(1)
    back = re.search(r'name="next" value="([^"]+)"', page.text).group(1)
    given = {"code": code, "next": back}
    assert client.post(reverse("account_confirm_login_code"), given).url == "/start/"


def test_a_wrong_code_says_so_on_the_page(client, person):
    client.post(reverse("account_request_login_code"), {"email": person.email})
    response = client.post(reverse("account_confirm_login_code"), {"code": "WRONG1"})
    assert in_the_sites_look(response)
    assert "is-invalid" in response.text


def test_signing_out_takes_a_click(signed_in):
    assert in_the_sites_look(signed_in.get(reverse("account_logout")))
    signed_in.post(reverse("account_logout"))
    assert "_auth_user_id" not in signed_in.session


def test_a_forgotten_password_is_set_by_a_link(client, person, mailoutbox):
    client.post(reverse("account_reset_password"), {"email": person.email})
    form = client.get(link_in(mailoutbox[0]), follow=True)
    assert "Set a new password" in form.text
    given = {"password1": "another-long-pass", "password2": "another-long-pass"}
    done = client.post(form.redirect_chain[-1][0], given, follow=True)
    assert "Your password is set" in done.text
    person.refresh_from_db()
    assert person.check_password("another-long-pass")


def test_a_used_link_offers_another(client):
    page = client.get(reverse("account_reset_password_from_key", args=["1", "set-password"]))
    assert "does not work any more" in page.text


def test_a_password_is_changed(signed_in, person):
    given = {"oldpassword": PASSWORD, "password1": "another-pass-1", "password2": "another-pass-1"}
    signed_in.post(reverse("account_change_password"), given)
    person.refresh_from_db()
    assert person.check_password("another-pass-1")


def test_who_has_no_password_can_set_one(client):
    person = factories.user("code@example.org")
    person.set_unusable_password()
    person.save()
    client.force_login(person)
    assert in_the_sites_look(client.get(reverse("account_set_password")))


def test_an_address_is_confirmed_by_a_link(client, mailoutbox):
    given = {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD}
    client.post(reverse("account_signup"), {"name": "Ada Lund", **given})
    path = link_in(mailoutbox[0])
    assert "Yes, confirm it" in client.get(path).text
    client.post(path)
    assert "Confirmed" in client.get(reverse("account_email")).text


def test_a_false_confirmation_link_says_so(client):
    page = client.get(reverse("account_confirm_email", args=["false"]))
    assert in_the_sites_look(page)
    assert "does not work any more" in page.text


def test_a_second_address_is_added_made_the_main_one_and_the_first_removed(
    signed_in, person, mailoutbox
):
    path = reverse("account_email")
    signed_in.post(path, {"action_add": "", "email": "second@example.org"})
    signed_in.post(link_in(mailoutbox[-1]))
    signed_in.post(path, {"action_primary": "", "email": "second@example.org"})
    signed_in.post(path, {"action_remove": "", "email": "someone@example.org"})
    assert [each.email for each in person.emailaddress_set.all()] == ["second@example.org"]


def test_on_a_deployed_site_a_code_confirms_the_address_before_one_is_in(
    client, settings, mailoutbox
):
    settings.ACCOUNT_EMAIL_VERIFICATION = "mandatory"
    settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
    given = {"name": "Ada Lund", "email": "new@example.org", "next": "/join/a-token/"}
    passwords = {"password1": PASSWORD, "password2": PASSWORD}
    asked = client.post(reverse("account_signup"), {**given, **passwords})
    page = client.get(asked.url)
    assert in_the_sites_look(page)
    assert "Confirm your address" in page.text
    assert "_auth_user_id" not in client.session
    code = re.search(r"\n\n(\S+)\n\n", mailoutbox[0].body).group(1)
    answered = client.post(reverse("account_email_verification_sent"), {"code": code})
    assert answered.url == "/join/a-token/"
    assert "_auth_user_id" in client.session
