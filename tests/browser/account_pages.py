"""The pages about an account, seen by whoever is signed out."""

from __future__ import annotations

from tests.browser.shown import Shown, emptied, typed

ACCOUNTS = [
    Shown("account/login.html", "/accounts/login/"),
    Shown("account/login.html", "/accounts/login/", emptied),
    Shown("account/signup.html", "/accounts/signup/"),
    Shown("account/signup.html", "/accounts/signup/", emptied),
    Shown("account/password_reset.html", "/accounts/password/reset/"),
    Shown(
        "account/password_reset_done.html",
        "/accounts/password/reset/",
        typed("Send me the link", email="owner@example.org"),
    ),
    Shown("account/password_reset_from_key.html", "/accounts/password/reset/key/{reset}/"),
    Shown("account/password_reset_from_key.html", "/accounts/password/reset/key/{reset}/", emptied),
    Shown("account/password_reset_from_key.html", "/accounts/password/reset/key/1-used/"),
    Shown("account/password_reset_from_key_done.html", "/accounts/password/reset/key/done/"),
    Shown("account/request_login_code.html", "/accounts/login/code/"),
    Shown(
        "account/confirm_login_code.html",
        "/accounts/login/code/",
        typed("Send me a code", email="owner@example.org"),
    ),
    Shown("account/email_confirm.html", "/accounts/confirm-email/{confirm}/"),
    Shown("account/email_confirm.html", "/accounts/confirm-email/used/"),
    Shown("account/verification_sent.html", "/accounts/confirm-email/"),
    Shown("account/account_inactive.html", "/accounts/inactive/"),
    Shown(
        "account/confirm_email_verification_code.html",
        "/bare/account/confirm_email_verification_code.html/",
    ),
    Shown("account/signup_closed.html", "/bare/account/signup_closed.html/"),
    Shown("account/verified_email_required.html", "/bare/account/verified_email_required.html/"),
    Shown("allauth/layouts/base.html", "/bare/account/base_entrance.html/"),
]
