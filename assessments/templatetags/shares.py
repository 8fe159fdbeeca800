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


@register.inclusion_tag("patterns/_bar.html")
def stacked(bad: int, warn: int, good: int) -> dict[str, float]:
    """Three counts as one bar; the figures stand beside it."""
    whole = bad + warn + good or 1
    widths = {"bad": 100 * bad / whole, "warn": 100 * warn / whole, "good": 100 * good / whole}
    return {**widths, "good_at": widths["bad"] + widths["warn"]}
