"""What was typed by someone who had been signed out meanwhile: kept until they are back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from assessments.models import KeptForm
from assessments.tokens import digest

KEPT = timedelta(days=1)

Fields = Sequence[tuple[str, str]]


def keep(*, token: str, address: str, fields: Fields, at: datetime) -> None:
    """Keep it in place of what that browser sent to the same address before."""
    KeptForm.objects.update_or_create(
        digest=_digest(token, address),
        defaults={"fields": [list(field) for field in fields], "kept_at": at},
    )
    purge(at=at)


@transaction.atomic
def take(*, token: str, address: str, at: datetime) -> Fields | None:
    """What was kept of that browser for that address, and keep it no longer."""
    found = KeptForm.objects.filter(digest=_digest(token, address))
    kept = found.filter(kept_at__gte=at - KEPT).first()
    if kept is None:
        return None
    found.delete()
    return [(name, value) for name, value in kept.fields]


def purge(*, at: datetime) -> int:
    """Delete what nobody came back for. How many forms that were."""
    return KeptForm.objects.filter(kept_at__lt=at - KEPT).delete()[0]


def _digest(token: str, address: str) -> str:
    return digest(f"{token} {address}")
