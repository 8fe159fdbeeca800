"""What allauth is told about this site's accounts."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class AccountAdapter(DefaultAccountAdapter):
    """Whose requests are counted together, and what is said where there are too many."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "too_many_login_attempts": _(
            "Too many attempts to sign in failed. Try again in five minutes, or have a code sent."
        ),
        "rate_limited": _("You have asked for that too often. Try again in a minute."),
    }

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address behind as many proxies as there are. One of IPv4 that a server on an IPv6
        address sees stays one: folded into a network, all of them would be the same."""
        address = ip_address(super().get_client_ip(request))
        mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
        return str(mapped or address)
