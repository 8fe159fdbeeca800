"""Which two results of a service are compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.models import Result
from assessments.moments import SHORT, moment


class ResultDiffForm(forms.Form):
    """Two of a service's results; the latest two until others are picked."""

    earlier = forms.TypedChoiceField(
        coerce=int, label=_("From"), widget=forms.Select(attrs={"class": "form-select"})
    )
    later = forms.TypedChoiceField(
        coerce=int, label=_("To"), widget=forms.Select(attrs={"class": "form-select"})
    )

    def __init__(self, data: Any, *, results: Sequence[Result]) -> None:
        self.latest = [result.pk for result in results[:2]]
        first = dict(zip(("later", "earlier"), self.latest, strict=False))
        super().__init__(data if {"earlier", "later"} & set(data) else None, initial=first)
        choices = [(result.pk, _named(result)) for result in results]
        for field in self.fields.values():
            field.choices = choices  # type: ignore[attr-defined]

    @property
    def picked(self) -> Sequence[int]:
        """The two results, in any order; none where the pick makes no sense."""
        if not self.is_bound:
            return self.latest
        return list(self.cleaned_data.values()) if self.is_valid() else []

    def clean(self) -> dict[str, Any]:
        picked = super().clean() or {}
        if len(picked) == len(self.fields) and len(set(picked.values())) == 1:
            raise forms.ValidationError(_("Pick two different results."))
        return picked


def _named(result: Result) -> str:
    return f"{moment(result.submitted_at, written=SHORT)}: {result.get_model_display()}"
