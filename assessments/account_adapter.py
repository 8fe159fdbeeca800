"""What allauth is told about this site's accounts."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context, ratelimit
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

logger = logging.getLogger(__name__)

FAILED_SIGN_INS = {
    "email_password_mismatch",
    "incorrect_code",
    "incorrect_password",
    "too_many_login_attempts",
}


@dataclass(frozen=True)
class Site:
    """What mails call the site, and where they say it is."""

    name: str
    domain: str


def own_site() -> Site:
    """The site by its settings. A local one has no address that would hold elsewhere."""
    return Site(gettext("Who runs it?"), settings.SITE_ADDRESS)


UNSENT = "_unsent_mail"
"""Set on a request whose mail could not be sent."""

TOLD_AS_SENT = {
    "account/messages/email_confirmation_sent.txt",
    "account/messages/login_code_sent.txt",
}


class AccountAdapter(DefaultAccountAdapter):
    """Whose requests are counted together, what is said where there are too many, and what where a
    mail could not be sent."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "too_many_login_attempts": _(
            "Too many attempts to sign in failed. Try again in five minutes, or have a code sent."
        ),
        "rate_limited": _("You have asked for that too often. Try again in a minute."),
    }

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        """A refusal in words. A failed sign-in is logged, without what was typed."""
        if code in FAILED_SIGN_INS and context.request is not None:
            address = self.get_client_ip(context.request)
            logger.warning("Sign-in failed (%s) from %s", code, address)
        refusal: ValidationError = super().validation_error(code, *args)
        return refusal

    def _get_login_attempts_cache_key(
        self,
        request: HttpRequest,  # noqa: ARG002 - allauth passes it
        **credentials: Any,
    ) -> str:
        # allauth's begins with the host asked for: with another port one could try on.
        return str(credentials.get("email", credentials.get("username", ""))).lower()

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address behind as many proxies as there are. One of IPv4 that a server on an IPv6
        address sees stays one: folded into a network, all of them would be the same."""
        try:
            address = ip_address(super().get_client_ip(request))
        except ImproperlyConfigured:
            raise ImproperlyConfigured(
                f"PROXIES is {settings.PROXIES}, but X-Forwarded-For names fewer. Set it to how "
                "many proxies stand in front of the site, each of which adds to that header."
            ) from None
        mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
        return str(mapped or address)

    def send_mail(self, template_prefix: str, email: str, context_of_mail: dict[str, Any]) -> None:
        """A mail in the name of the site: which host a request asked for is the sender's to say.
        Where the mail server is away, that is said, and what was done stands."""
        request: HttpRequest | None = context.request
        try:
            given = {**context_of_mail, "current_site": own_site()}
            super().send_mail(template_prefix, email, given)
        except OSError as error:  # SMTPException is one
            if request is None:
                raise
            mail = template_prefix.rpartition("/")[2]
            logger.error("Mail not sent (%s): %s", mail, type(error).__name__)
            setattr(request, UNSENT, True)
            # Nothing came, so another may be asked for at once.
            ratelimit.clear(request, action="confirm_email", key=email.lower())
            messages.error(
                request,
                gettext(
                    "The mail could not be sent: the mail server does not answer. What you did is "
                    "kept. Wait a few minutes, then have the mail sent again."
                ),
            )

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *rest: Any,
        **more: Any,
    ) -> None:
        """Does not tell a mail as sent that was not."""
        if message_template in TOLD_AS_SENT and getattr(request, UNSENT, False):
            return
        super().add_message(request, level, message_template, *rest, **more)
