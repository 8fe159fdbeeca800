"""Icons: symbols of one vendored file, which take the text's colour."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django import template
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

SYMBOLS = "vendor/icons.svg"


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """An icon as decoration: whatever it means stands beside it in words."""
    path = finders.find(SYMBOLS)
    if not isinstance(path, str) or f'id="{name}"' not in Path(path).read_text(encoding="utf-8"):
        raise template.TemplateSyntaxError(f"There is no icon {name} in static/{SYMBOLS}.")
    drawing = '<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>'
    return format_html(drawing, static(SYMBOLS), name)
