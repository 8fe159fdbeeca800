"""What proxies say of a request: believed of as many as there are, and of nobody else."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

Answer = Callable[[HttpRequest], HttpResponseBase]

NEVER = ("HTTP_FORWARDED", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PORT", "HTTP_X_REAL_IP")
LISTS = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO")
"""Each proxy adds to the end of these, or sets them anew."""


def believed(answer: Answer) -> Answer:
    """Takes away what anybody could have sent, and lets links begin with the site's address."""

    def checked(request: HttpRequest) -> HttpResponseBase:
        for name in NEVER:
            request.META.pop(name, None)
        if not settings.PROXIES:
            for name in (*LISTS, "HTTP_X_REQUEST_ID"):
                request.META.pop(name, None)
        for name in LISTS:
            if said := request.META.get(name):
                said = [each.strip() for each in said.split(",")][-settings.PROXIES :]
                request.META[name] = ",".join(said)
        if settings.SITE_ADDRESS:
            # What `build_absolute_uri` begins with, here and in allauth's mails; `get_host` stays
            # what was asked for, since forms are checked against it.
            request.__dict__["_current_scheme_host"] = settings.SITE_ADDRESS
        # Read once, so that whoever asked before is not believed.
        request.__dict__.pop("headers", None)
        return answer(request)

    return checked
