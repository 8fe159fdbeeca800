"""The form of a decision."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.forms.organisations import TOO_LONG, NameField
from assessments.forms.texts import TextField
from assessments.models import Decision, DecisionKind
from assessments.models.decisions import LONGEST_DECIDERS, LONGEST_REASON
from assessments.writes.decisions import Decided, shown_as

FURTHEST = timedelta(days=3 * 365)
"""How far ahead a review may be: a decision that nobody looks at again is none."""


def _text(label: Any, help_text: Any, **options: Any) -> TextField:
    return TextField(
        label=label,
        max_length=LONGEST_REASON,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TOO_LONG},
        **options,
    )


class DecisionForm(forms.Form):
    """`shown` holds the fingerprint of the decision that the form shows."""

    shown = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=gettext_lazy("What was decided"),
        choices=DecisionKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what was decided.")},
    )
    deciders = NameField(
        label=gettext_lazy("Who decided"),
        max_length=LONGEST_DECIDERS,
        help_text=gettext_lazy("Names or roles, such as “Ann (product), Ben (operations)”."),
    )
    reason = _text(gettext_lazy("Why"), gettext_lazy("In a sentence or two."))
    would_change = _text(
        gettext_lazy("What would change it"),
        gettext_lazy("Optional: what you would look at, beside what the result says."),
        required=False,
    )
    review_on = forms.DateField(
        label=gettext_lazy("Look at it again on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy(
            "On that day it waits on My services, and the team is told by mail."
        ),
        error_messages={"invalid": gettext_lazy("Type a day, such as 2027-01-31.")},
    )

    def __init__(self, data: QueryDict | None, *, of: Decision | None, today: date) -> None:
        initial: dict[str, Any] = {"shown": shown_as(of)}
        if of is not None:
            told = ("kind", "deciders", "reason", "would_change", "review_on")
            initial |= {name: getattr(of, name) for name in told}
        super().__init__(data, initial=initial)
        self.today = today

    def clean_review_on(self) -> date:
        review_on: date = self.cleaned_data["review_on"]
        if review_on <= self.today:
            raise forms.ValidationError(_("Choose a day to come."))
        if review_on > self.today + FURTHEST:
            raise forms.ValidationError(_("Choose a day within three years."))
        return review_on

    @property
    def decided(self) -> Decided:
        """What was given, once it is valid."""
        given = {name: self.cleaned_data[name] for name in Decided.__dataclass_fields__}
        return Decided(**given | {"kind": DecisionKind(given["kind"])})

    def show(self, now: Decision | None) -> None:
        """Count what it has become as shown: whoever saves again has seen it."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["shown"] = shown_as(now)
        self.data = data
