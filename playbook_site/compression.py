"""What is sent is compressed here, for the demo and for a site that no proxy does it for."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

WORTH_IT = ("text/", "application/json", "application/javascript", "image/svg+xml")
"""What is not yet compressed: a PDF, a picture and a font are."""


class Compression(GZipMiddleware):
    """Django's own, with its random bytes against guessing a page's secrets by its length, for
    texts alone, and for whole ones: part of a file is counted in the file's own bytes."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> Any:
        """The answer, compressed where that is worth it."""
        kind = response.headers.get("Content-Type", "")
        if response.has_header("Content-Range") or not kind.startswith(WORTH_IT):
            return response
        if request.method == "HEAD":
            patch_vary_headers(response, ("Accept-Encoding",))
            return response
        return super().process_response(request, response)
