"""What a form did is done once, however often its button is pressed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction

from assessments.models import SentForm

KEPT = timedelta(hours=1)
"""How long a form that is sent again leads to what it did the first time."""


def send_once(
    *, digest: str, sender: str, act: Callable[[], bytes], at: datetime
) -> tuple[bytes, bool]:
    """The outcome of the form, and whether it was done before. `act` does what the form asks for;
    an empty outcome is none, and the form can be sent again.

    Whoever sends the same form at the same moment waits here for the first. What somebody did
    longer ago than their last form is forgotten: it may have been undone since.
    """
    with transaction.atomic():
        sent, first = SentForm.objects.get_or_create(
            digest=digest, defaults={"sender": sender, "sent_at": at}
        )
        if not first and sent.sent_at >= at - KEPT:
            return bytes(sent.outcome), True
        outcome = act()
        if not outcome:
            sent.delete()
            return outcome, False
        sent.outcome, sent.sent_at = outcome, at
        sent.save()
    SentForm.objects.filter(sender=sender).exclude(pk=sent.pk).delete()
    purge(at=at)
    return outcome, False


def purge(*, at: datetime) -> None:
    """Delete what is too long ago to be the same press."""
    SentForm.objects.filter(sent_at__lt=at - KEPT).delete()
