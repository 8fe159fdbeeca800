"""Evidence links: one on a line."""

from __future__ import annotations

import re
from typing import Any

from django import forms

# Addresses hold no spaces, so two of them on a line are two.
BREAK = re.compile(r"[\r\n]+|\s+(?=https?://)")


class LinksField(forms.CharField):
    """Lines of text that clean into a tuple of addresses; what they hold is the service's to
    judge."""

    widget = forms.Textarea(attrs={"rows": 2, "spellcheck": "false"})

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return tuple(filter(None, map(str.strip, BREAK.split(text))))

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, (list, tuple)) else value
