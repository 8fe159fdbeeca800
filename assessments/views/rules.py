"""What an earlier result's answers come to by the rules of today, where a page asks for it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from assessments.models import Result
from assessments.queries.today import compute_today

ASKED = "today"
"""In the query of an address: to work it out."""


def today_context(request: HttpRequest, result: Result | None) -> dict[str, Any]:
    """Nothing is scored unless it is asked for, of a result by earlier rules."""
    if result is None or not result.is_by_earlier_rules or ASKED not in request.GET:
        return {}
    return {"asks_for_today": True, "today": compute_today(result)}
