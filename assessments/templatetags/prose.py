"""Markdown in pages: people's notes, and texts of the content."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString, mark_safe

from assessments.models import LONGEST_NOTE
from assessments.prose import blocks, html

register = template.Library()


@register.filter
def markdown(text: str) -> SafeString:
    """What a person wrote, in paragraphs."""
    return mark_safe(html.to_html(text))  # noqa: S308 - held to a few tags there


@register.filter
def passage(text: str) -> SafeString:
    """A text of the content, in paragraphs."""
    return mark_safe(html.passage_to_html(text))  # noqa: S308 - held to a few tags there


@register.filter
def line(text: str) -> SafeString:
    """A text of the content within an element of its own."""
    return mark_safe(html.line_to_html(text))  # noqa: S308 - held to a few tags there


@register.filter
def unmarked(text: str) -> str:
    """What a person wrote, less the marks."""
    return blocks.to_plain(text)


@register.filter
def has_marks(text: str | None) -> bool:
    """Whether what a person wrote looks otherwise than it was typed."""
    return blocks.has_marks(text or "")


@register.filter
def is_short_enough(text: str | None) -> bool:
    """Whether what a person wrote may be stored: of more, reading the marks may take seconds."""
    return len(text or "") <= LONGEST_NOTE
