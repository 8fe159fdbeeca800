"""What was typed by someone who had been signed out meanwhile: kept over the log-in."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase, QueryDict

from assessments.views.access import View

KEY = "unsent"
LARGEST = 200_000
"""Characters: more than a page of answers, and little enough to keep for a stranger."""


def kept_over_sign_in(view: View) -> View:
    """Keeps a form in the session where the log-in page would drop it."""

    @wraps(view)
    def wrapped(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        is_dropped = "token" not in kwargs and not request.user.is_authenticated
        if request.method == "POST" and is_dropped:
            body = request.POST.urlencode()
            if len(body) <= LARGEST:
                request.session[KEY] = {"path": request.get_full_path(), "body": body}
        return view(request, **kwargs)

    return wrapped


def take_unsent(request: HttpRequest) -> QueryDict | None:
    """What was kept for this page, once: to be shown and sent again, never saved unasked."""
    kept = request.session.get(KEY)
    if kept is None or kept["path"] != request.get_full_path():
        return None
    del request.session[KEY]
    return QueryDict(kept["body"])
