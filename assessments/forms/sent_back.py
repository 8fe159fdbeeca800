"""What was sent and not saved, given back on the page that says so: nothing typed is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest

from assessments.forms.known_forms import SentField, is_known, known_fields


@dataclass(frozen=True)
class SentBack:
    """The fields as they were sent; `again` where one may send them again at the press of a
    button."""

    address: str
    fields: Sequence[SentField]
    again: bool

    @property
    def typed(self) -> list[SentField]:
        """What is worth copying."""
        return [field for field in self.fields if field.label and field.value.strip()]


def sent_back(request: HttpRequest, *, again: bool = True) -> SentBack | None:
    """What was sent, of a form of ours. The database is not asked."""
    if request.method != "POST" or not is_known(request):
        return None
    again = again and came_from_here(request)
    return SentBack(request.get_full_path(), known_fields(request), again=again)


def came_from_here(request: HttpRequest) -> bool:
    """Whether a page of this site sent the form, and not one that only wants a button pressed."""
    if getattr(request, "csrf_processing_done", False):
        return True
    origin = request.headers.get("Origin")
    if origin is None:
        return request.headers.get("Sec-Fetch-Site") == "same-origin"
    try:
        ours = f"{request.scheme}://{request.get_host()}"
    except SuspiciousOperation:
        return False
    return urlsplit(origin).netloc != "" and origin in {ours, *settings.CSRF_TRUSTED_ORIGINS}
