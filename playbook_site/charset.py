"""What is sent to this site is UTF-8, as every page is."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponseBase

Answer = Callable[[HttpRequest], HttpResponseBase]


def utf8_only(answer: Answer) -> Answer:
    """Refuses a request that claims another encoding: Django would read with any codec of
    Python's, and fail on those that are not for text."""

    def checked(request: HttpRequest) -> HttpResponseBase:
        # Django has left out what is no codec at all.
        if request.encoding and codecs.lookup(request.encoding).name != "utf-8":
            raise BadRequest("not UTF-8")
        return answer(request)

    return checked
