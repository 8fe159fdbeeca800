"""How much is asked and how long it takes, in pages that offer a check."""

from __future__ import annotations

from django import template

from assessments.models import Scope
from assessments.queries.answering_time import AnsweringTime
from assessments.queries.answering_time import answering_time as time_of

register = template.Library()


@register.simple_tag
def answering_time(scope: str) -> AnsweringTime:
    """What a check of that scope takes: "quick" or "full"."""
    return time_of(Scope(scope))
