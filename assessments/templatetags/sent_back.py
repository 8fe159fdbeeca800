"""What was sent and not saved, given back."""

from __future__ import annotations

from typing import Any

from django import template

from assessments.forms import sent_back as forms

register = template.Library()


@register.inclusion_tag("_sent_back.html", takes_context=True)
def sent_back(context: template.Context, *, again: bool = True) -> dict[str, Any]:
    """The form that was sent, to be sent again or, where that is no use, to be copied."""
    request = context.get("request")
    back = None if request is None else forms.sent_back(request, again=again)
    return {"back": back, "csrf_token": context.get("csrf_token")}
