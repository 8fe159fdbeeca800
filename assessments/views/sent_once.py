"""A second press of a button shows what came of the first, on every form with a one-time key.

A template gives its form the key with `{% form_key %}`. A press is the same as an earlier one if
key, sender, address and everything typed are the same: another name after going back is a new
form, whatever its key.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib.messages import ERROR, add_message, get_messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils import timezone

from assessments.forms.form_key import FORM_KEY, LENGTH
from assessments.forms.known_forms import KEYED, view_name
from assessments.tokens import digest, sealed
from assessments.writes.sent_forms import send_once

Respond = Callable[[], HttpResponseBase]


class SentOnce:
    """Middleware: the innermost, so that only what passed all other checks gets here."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        key = request.POST.get(FORM_KEY, "") if request.method == "POST" else ""
        # Of our own forms alone: what is done here holds a transaction, on SQLite the only one, and
        # allauth hashes passwords and sends mail, and expects its errors to pass its middleware.
        if len(key) != LENGTH or view_name(request) not in KEYED:
            return None
        return _once(request, key, partial(view, request, *args, **kwargs))


def _once(request: HttpRequest, key: str, respond: Respond) -> HttpResponseBase:
    response: HttpResponseBase = HttpResponse()
    sender = _sender(request)
    sent = _digest(request, sender)

    def act() -> bytes:
        nonlocal response
        response = respond()
        return sealed(_outcome(request, response), key + sent)

    outcome, before = send_once(digest=sent, sender=sender, act=act, at=timezone.now())
    return _shown_again(request, sealed(outcome, key + sent)) if before else response


def _sender(request: HttpRequest) -> str:
    """Who sends: the person, or a guest's browser, which its cookie tells from any other."""
    guest = request.META.get("CSRF_COOKIE", "")
    return digest(f"user {request.user.pk}" if request.user.is_authenticated else f"guest {guest}")


def _digest(request: HttpRequest, sender: str) -> str:
    fields = {name: given for name, given in request.POST.lists() if name != "csrfmiddlewaretoken"}
    files = {name: _content_of(file) for name, file in request.FILES.items()}
    told = [sender, request.get_full_path(), fields, *([files] if files else [])]
    return digest(json.dumps(told, sort_keys=True))


def _content_of(file: Any) -> str:
    """What tells a file from another; it can be read as before afterwards."""
    content = sha256(file.read()).hexdigest()
    file.seek(0)
    return content


def _outcome(request: HttpRequest, response: HttpResponseBase) -> bytes:
    """Where it led and what it said; nothing where nothing was done."""
    # There is no public way to read messages that leaves them for the next page.
    said = get_messages(request)._queued_messages  # type: ignore[union-attr]
    refused = any(message.level >= ERROR for message in said)
    # A cookie goes with what is kept over the log-in, and the browser may not have taken it.
    if refused or response.cookies or response.status_code != HTTPStatus.FOUND:
        return b""
    outcome: dict[str, Any] = {
        "url": response["Location"],
        "messages": [(message.level, str(message.message)) for message in said],
        "session": "",
    }
    if request.session.modified:
        # Before anyone who waits for this goes on: the next page may need what is in it.
        request.session.save()
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            outcome["session"] = request.session.session_key
    return json.dumps(outcome).encode()


def _unsaid(request: HttpRequest, said: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Those that do not wait for the next page already: no page may have come between."""
    storage = get_messages(request)
    waiting = {(each.level, str(each.message)) for each in storage}
    # Reading them was not showing them.
    storage.used = False  # type: ignore[union-attr]
    return [(level, text) for level, text in said if (level, text) not in waiting]


def _shown_again(request: HttpRequest, outcome: bytes) -> HttpResponseBase:
    before = json.loads(outcome)
    for level, text in _unsaid(request, before["messages"]):
        add_message(request, level, text)
    if before["session"]:
        # A guest's first one: the answer that began it may never have reached the browser.
        request.session = type(request.session)(before["session"])
        request.session.modified = True
    return HttpResponseRedirect(before["url"])
