"""Evidence links: one on a line, or several parted the ways that people part them."""

from __future__ import annotations

import re
from typing import Any

from django import forms

# Addresses hold no spaces, so one after a space is another. Commas and semicolons may stand in
# an address: they part two only right before the next.
BEFORE_ADDRESS = r"(?=[<\"“«(]?https?://)"
# Tried at the first of several only: a long row of them would cost the square of its length.
BREAK = re.compile(r"(?<![\s,;>])[\s,;>]+" + BEFORE_ADDRESS, re.IGNORECASE)
BULLET = re.compile(r"^\s*(?:[-*•·\u2013]|[0-9]{1,2}[.)])\s+" + BEFORE_ADDRESS, re.IGNORECASE)


class LinksField(forms.CharField):
    """Lines of text that clean into a tuple of addresses; what they hold is the service's to
    judge."""

    widget = forms.Textarea(attrs={"rows": 2, "spellcheck": "false"})

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        lines = (BULLET.sub("", line) for line in text.splitlines())
        return tuple(filter(None, (part.strip() for line in lines for part in BREAK.split(line))))

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, (list, tuple)) else value
