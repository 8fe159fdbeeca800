"""What is sent to this site can be read: it is a form as browsers send it, in UTF-8."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, HttpResponseBase, UnreadablePostError
from django.http.multipartparser import MultiPartParserError

Answer = Callable[[HttpRequest], HttpResponseBase]


def readable_body(answer: Answer) -> Answer:
    """Refuses a body that cannot be read, before anything else reads it.

    Each part of Django that looks for a field would fail on it anew, the error page too: that
    one looks for the token of its form, and a refusal would end as an error of ours.
    """

    def checked(request: HttpRequest) -> HttpResponseBase:
        # PostgreSQL takes no such character, and a session's key is looked up in it.
        request.COOKIES = {name: text for name, text in request.COOKIES.items() if "\0" not in text}
        try:
            # Django has left out what is no codec at all.
            if request.encoding and codecs.lookup(request.encoding).name != "utf-8":
                raise BadRequest("not UTF-8")
            if request.encoding:
                # However it was spelt: Django knows one spelling.
                request.encoding = "utf-8"
            _ = request.POST
        except (BadRequest, MultiPartParserError, SuspiciousOperation, UnreadablePostError) as why:
            # As Django marks what its own parser of uploads refused: read as empty from now on.
            request._mark_post_parse_error()  # type: ignore[attr-defined]
            raise BadRequest(f"unreadable body: {type(why).__name__}") from None
        return answer(request)

    return checked
