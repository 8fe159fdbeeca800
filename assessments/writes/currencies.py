"""Keeping an amount to the currency in which it was typed."""

from __future__ import annotations

from django.db.models import QuerySet

from assessments.models import Answer, Assessment
from assessments.writes.errors import OtherCurrency


def refuse_other_currency(assessments: QuerySet[Assessment], *, given: str, wanted: str) -> None:
    """Raise OtherCurrency where one of those is open and holds an amount that would change its
    currency. At most one query."""
    still_open = assessments.filter(submitted_at=None)
    amounts = Answer.objects.filter(sheet__assessment__in=still_open, amount__isnull=False)
    if given != wanted and amounts.exists():
        raise OtherCurrency(given=given, wanted=wanted)
