"""What becomes of amounts in another currency, told to whoever goes on from them."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from assessments.models import Assessment


def tell_of_other_currency(request: HttpRequest, started: Assessment, *, at: datetime) -> None:
    """Say which amounts were not taken over into an assessment begun at that moment."""
    last = started.carried_from
    if last is None or started.started_at != at or last.currency == started.currency:
        return
    if any(entry.get("amount") is not None for entry in last.answers):
        words = {"before": last.currency, "now": started.currency}
        messages.warning(
            request,
            _("Amounts in %(before)s are not taken over. Type them again in %(now)s.") % words,
        )
