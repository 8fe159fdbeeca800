"""A name for each request, in every line that is logged while it is answered, and in the answer's
header: whoever reports a fault can give it."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from contextvars import ContextVar

from django.core.signals import request_finished
from django.http import HttpRequest, HttpResponseBase

HEADER = "X-Request-ID"
NONE = "-"
GIVEN = re.compile(r"[A-Za-z0-9_-]{8,64}")

_current: ContextVar[str] = ContextVar("request_id", default=NONE)


def current_request_id() -> str:
    """The request that is answered; a dash between requests."""
    return _current.get()


def named(answer: Callable[[HttpRequest], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Names the request. What the header says is believed where it is left by a trusted proxy
    (`playbook_site.proxies` has taken it away otherwise)."""

    def with_name(request: HttpRequest) -> HttpResponseBase:
        given = request.headers.get(HEADER, "")
        # Kept until the next request's: the server logs what came of it once it is answered.
        _current.set(given if GIVEN.fullmatch(given) else uuid.uuid4().hex)
        response = answer(request)
        response.headers[HEADER] = current_request_id()
        return response

    return with_name


def _forget(**_signal: object) -> None:
    """Between requests nothing is said in the name of the last."""
    _current.set(NONE)


request_finished.connect(_forget)
