"""Texts of several lines that people write."""

from __future__ import annotations

from typing import Any

from django import forms

from assessments.texts import tidy_text


class TextField(forms.CharField):
    """A text of several lines, tidied before it is measured: browsers send line ends as two."""

    widget = forms.Textarea(attrs={"rows": 5})

    def to_python(self, value: Any) -> str:
        return tidy_text(super().to_python(value) or "")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """No `maxlength`: a browser would cut what is pasted, and say nothing."""
        return {k: v for k, v in super().widget_attrs(widget).items() if k != "maxlength"}
