"""The one-time key of a form."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from assessments.forms.form_key import FORM_KEY, new_key

register = template.Library()


@register.simple_tag
def form_key() -> SafeString:
    """A hidden field by which a second press of the form's button is known to be one."""
    return format_html(
        '<input type="hidden" name="{}" value="{}" autocomplete="off">', FORM_KEY, new_key()
    )
