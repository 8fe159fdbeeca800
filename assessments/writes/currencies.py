"""Keeping an amount to the currency in which it was typed."""

from __future__ import annotations

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from assessments.models import Answer, Assessment
from assessments.writes.errors import OtherCurrency


def refuse_other_currency(assessments: QuerySet[Assessment], *, given: str, wanted: str) -> None:
    """Raise OtherCurrency where any of those is open and holds an amount that would change its
    currency. At most one query."""
    if given == wanted:
        return
    still_open = assessments.filter(submitted_at=None)
    amounts = Answer.objects.filter(sheet__assessment__in=still_open, amount__isnull=False)
    name = Coalesce("sheet__assessment__service__name", "sheet__assessment__guest_check__name")
    where = list(amounts.values_list(name, flat=True).distinct().order_by(name))
    if where:
        raise OtherCurrency(given=given, wanted=wanted, where=where)
