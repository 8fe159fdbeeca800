"""Between which days changes are looked for."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from assessments.models import Organisation


def _has_a_next(day: date) -> None:
    if day == date.max:
        raise ValidationError(_("Choose a day that has a next one."))


def _day(label: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"})
    return forms.DateField(label=label, widget=widget, validators=[_has_a_next])


class BetweenForm(forms.Form):
    """Two days; from one rhythm of the organisation ago until today, unless the address says
    otherwise."""

    since = _day(_("From"))
    until = _day(_("Until"))

    def __init__(self, data: Any, *, organisation: Organisation, today: date) -> None:
        self.days = {"since": today - timedelta(days=organisation.rhythm_days), "until": today}
        asked = {name: data.get(name) or day.isoformat() for name, day in self.days.items()}
        super().__init__(asked)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("since") and cleaned.get("until") and cleaned["since"] >= cleaned["until"]:
            self.add_error("until", _("Choose a day after the first one."))
        return cleaned

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """The ends of both days, in the zone that is active."""
        return end_of(self.cleaned_data["since"]), end_of(self.cleaned_data["until"])


def end_of(day: date) -> datetime:
    """The first moment of the next day, in the zone that is active."""
    return make_aware(datetime.combine(day + timedelta(days=1), time.min))
