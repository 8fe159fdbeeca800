"""Between which days or rounds changes are looked for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from assessments.models import Organisation, Round
from assessments.moments import end_of
from assessments.queries.changes import End


def _has_a_next(day: date) -> None:
    if day == date.max:
        raise ValidationError(_("Choose a day that has a next one."))


def _day(label: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"})
    return forms.DateField(label=label, widget=widget, validators=[_has_a_next])


def _round(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, required=False, empty_value=None)


class BetweenForm(forms.Form):
    """Two days; from one rhythm of the organisation ago until today, unless the address says
    otherwise. A round takes the place of a day."""

    since = _day(_("From"))
    before = _round(_("or from a round"))
    until = _day(_("Until"))
    after = _round(_("or until a round"))

    def __init__(
        self, data: Any, *, organisation: Organisation, today: date, rounds: QuerySet[Round]
    ) -> None:
        self.days = {"since": today - timedelta(days=organisation.rhythm_days), "until": today}
        asked = {name: data.get(name) or day.isoformat() for name, day in self.days.items()}
        asked |= {name: data.get(name, "") for name in ("before", "after")}
        super().__init__(asked)
        known = {str(each.pk): each for each in rounds}
        for name in ("before", "after"):
            field = cast(forms.TypedChoiceField, self.fields[name])
            field.choices = [("", _("none, by the day")), *known.items()]
            field.coerce = known.__getitem__
            if not known:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        before, after = cleaned.get("before"), cleaned.get("after")
        if before and before == after:
            self.add_error("after", _("Choose another round than the first one."))
        first = before.begins_on if before else cleaned["since"]
        if after and first >= after.ends_on:
            self.add_error("after", _("Choose a round that ends later than the first begins."))
        elif not after and first >= cleaned["until"]:
            self.add_error("until", _("Choose a day after the first one."))
        return cleaned

    @property
    def ends(self) -> tuple[End, End]:
        """The rounds, or the ends of the days in the zone that is active."""
        given = self.cleaned_data
        before, after = given.get("before"), given.get("after")
        return before or end_of(given["since"]), after or end_of(given["until"])
