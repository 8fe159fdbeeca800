"""The form of a table of services, pasted, or put in the text by a script from a file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from assessments.service_table import LONGEST_TABLE, NotATable, read_table


class ServiceTableForm(forms.Form):
    """A table as text."""

    text = forms.CharField(
        label=gettext_lazy("Table with headings"),
        max_length=LONGEST_TABLE,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
        help_text=gettext_lazy(
            "Copied from a spreadsheet or as CSV. Columns: Service and Team; Domain, Description "
            "and Contact if you have them, in any order."
        ),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            try:
                cleaned["table"] = read_table(cleaned["text"])
            except NotATable as fault:
                self.add_error("text", str(fault))
        return cleaned
