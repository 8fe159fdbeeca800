"""What a guest's link leads to."""

from __future__ import annotations

from assessments.models import GuestCheck
from assessments.tokens import digest


def guests_check(token: str) -> GuestCheck | None:
    """The check under a link that has not been claimed. One query."""
    return GuestCheck.objects.filter(token_hash=digest(token)).first()
