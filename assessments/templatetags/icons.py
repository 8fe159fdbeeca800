"""Icons: the vendored SVG files, put into the page so that they take the text's colour."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django import template
from django.contrib.staticfiles import finders
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """An icon as decoration: whatever it means stands beside it in words."""
    path = finders.find(f"vendor/icons/{name}.svg")
    if not isinstance(path, str):
        raise template.TemplateSyntaxError(f"There is no icon {name} in static/vendor/icons.")
    svg = Path(path).read_text(encoding="utf-8")
    hidden = svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
    return mark_safe(hidden)  # noqa: S308 - a file of ours, no one's input
