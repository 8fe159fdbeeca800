"""Shares beside counts."""

from __future__ import annotations

from django import template
from django.utils.html import format_html

register = template.Library()


@register.filter
def share_of(count: int, total: int) -> str:
    """The share in per cent, for beside the count; nothing where there is no whole."""
    if not total:
        return ""
    return format_html(' <span class="share">{}%</span>', round(100 * count / total))
