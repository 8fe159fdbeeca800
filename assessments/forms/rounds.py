"""The form of a round: its name, what it asks, and between which days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.forms.organisations import NameField
from assessments.models import Scope

FURTHEST = timedelta(days=2 * 365)
"""How far ahead a round may end: further is a slip of the keyboard."""


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=help_text,
        error_messages={"invalid": gettext_lazy("Type a day, such as 2027-01-31.")},
    )


class RoundForm(forms.Form):
    """`today` is the organisation's."""

    name = NameField(
        label=gettext_lazy("Name of the round"),
        help_text=gettext_lazy("What teams read, such as “Reassess Buy before the budget”."),
    )
    scope = forms.ChoiceField(
        label=gettext_lazy("What is asked"),
        choices=Scope.choices,
        initial=Scope.FULL,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("The full questionnaire answers a round of quick checks as well."),
    )
    begins_on = _day(
        gettext_lazy("First day"), gettext_lazy("What is submitted from this day on counts.")
    )
    ends_on = _day(
        gettext_lazy("Last day"), gettext_lazy("Teams are reminded a week and a day before it.")
    )

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data, initial={"begins_on": today})
        self.today = today

    def clean_ends_on(self) -> date:
        ends_on: date = self.cleaned_data["ends_on"]
        if ends_on < self.today:
            raise forms.ValidationError(_("Choose a day that is not over yet."))
        if ends_on > self.today + FURTHEST:
            raise forms.ValidationError(_("Choose a day within two years."))
        return ends_on

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        begins_on, ends_on = cleaned.get("begins_on"), cleaned.get("ends_on")
        if begins_on and ends_on and begins_on > ends_on:
            self.add_error("begins_on", _("Choose a day that is not after the last one."))
        return cleaned
