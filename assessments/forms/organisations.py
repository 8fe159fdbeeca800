"""Forms for an organisation: founding one, its teams and domains, its bands."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.timezone import get_default_timezone_name
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.forms.money import CURRENCIES, MoneyField, count_in
from assessments.models import Domain, GuestCheck, Organisation, Team
from assessments.models.organisations import LONGEST_CONTACT, LONGEST_RHYTHM
from assessments.models.time_zones import time_zones
from assessments.names import LONGEST_NAME, tidy_name
from assessments.reports.result_labels import money

NEW = "new"
TOO_LONG = gettext_lazy(
    "Shorten it to at most %(limit_value)d characters. It has %(show_value)d now."
)


class NameField(forms.CharField):
    """A name, measured as it will be stored: tidied."""

    default_error_messages = {
        "required": gettext_lazy("Type a name."),
        "max_length": TOO_LONG,
    }

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"autocomplete": options.pop("autocomplete", "off")})
        super().__init__(**{"max_length": LONGEST_NAME, "widget": widget, **options})

    def to_python(self, value: Any) -> str:
        return tidy_name(super().to_python(value) or "")


class StartForm(forms.Form):
    """An organisation, its first team and service."""

    organisation_name = NameField(
        label=gettext_lazy("Organisation"),
        help_text=gettext_lazy("The company or public body whose services you compare."),
        autocomplete="organization",
    )
    team_name = NameField(
        label=gettext_lazy("Your team"),
        help_text=gettext_lazy("The people who answer for the service. You can add more teams."),
    )
    service_name = NameField(
        label=gettext_lazy("First service to assess"),
        help_text=gettext_lazy("Something customers or colleagues use, such as “Checkout”."),
    )


class ClaimForm(forms.Form):
    """Where a guest's check goes: one of one's own teams, or a new organisation's first."""

    place = forms.ChoiceField(label=gettext_lazy("Where does it belong?"), widget=forms.RadioSelect)
    organisation_name = NameField(
        label=gettext_lazy("New organisation"), required=False, autocomplete="organization"
    )
    team_name = NameField(label=gettext_lazy("Its first team, yours"), required=False)
    service_name = NameField(label=gettext_lazy("Name of the service"))

    def __init__(self, *args: Any, check: GuestCheck, teams: list[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.teams = {str(team.pk): team for team in teams}
        choices = [(pk, _place(team, check)) for pk, team in self.teams.items()]
        place, name = self.fields["place"], self.fields["service_name"]
        place.choices = [*choices, (NEW, _("A new organisation"))]  # type: ignore[attr-defined]
        place.initial = choices[0][0] if choices else NEW
        if not choices:
            place.widget = forms.HiddenInput()
        name.initial = check.name

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("place") == NEW:
            for field in ("organisation_name", "team_name"):
                if not cleaned.get(field) and field not in self.errors:
                    self.add_error(field, _("A new organisation needs a name here."))
        cleaned["team"] = self.teams.get(cleaned.pop("place", NEW))
        return cleaned


def _place(team: Team, check: GuestCheck) -> str:
    """A team to choose, with its organisation's currency where the check counts in another."""
    organisation = team.organisation
    words = {"team": team, "organisation": organisation, "currency": organisation.currency}
    if organisation.currency == check.currency:
        return _("%(team)s, at %(organisation)s") % words
    return _("%(team)s, at %(organisation)s, which counts in %(currency)s") % words


class OrganisationForm(forms.Form):
    """The organisation's name and time zone; its address stays, so that links keep working."""

    name = NameField(label=gettext_lazy("Name of the organisation"), autocomplete="organization")
    time_zone = forms.ChoiceField(
        label=gettext_lazy("Time zone"),
        required=False,
        help_text=gettext_lazy("Times on the organisation's pages and in its reports are in it."),
    )
    rhythm_days = forms.IntegerField(
        label=gettext_lazy("Days until a result is stale"),
        min_value=1,
        max_value=LONGEST_RHYTHM,
        help_text=gettext_lazy(
            "A service whose last result is older stands as stale in the lists."
        ),
    )

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        initial = {
            "name": organisation.name,
            "time_zone": organisation.time_zone,
            "rhythm_days": organisation.rhythm_days,
        }
        super().__init__(*args, **{**kwargs, "initial": initial})
        of_site = _("The site's: %s") % get_default_timezone_name()
        zones = [("", of_site), *_zones_by_region()]
        self.fields["time_zone"].choices = zones  # type: ignore[attr-defined]


def _zones_by_region() -> list[tuple[str, list[tuple[str, str]]]]:
    """The time zones as a select holds them, under their part of the world."""
    regions: dict[str, list[tuple[str, str]]] = {}
    for zone in time_zones():
        region, _separator, place = zone.partition("/")
        choice = zone, (place or region).replace("_", " ")
        regions.setdefault(region, []).append(choice)
    return list(regions.items())


class TeamForm(forms.Form):
    """A team's name and domain, and whether and where others may ask it."""

    name = NameField(label=gettext_lazy("Name of the team"))
    domain = forms.ModelChoiceField(
        Domain.objects.none(),
        label=gettext_lazy("Domain"),
        required=False,
        empty_label=gettext_lazy("No domain"),
        help_text=gettext_lazy("Sibling teams of one domain can share an out-of-hours rota."),
    )
    contact = forms.CharField(
        label=gettext_lazy("Contact"),
        max_length=LONGEST_CONTACT,
        required=False,
        help_text=gettext_lazy("A channel or an address where other teams can ask this one."),
    )
    is_named = forms.BooleanField(
        label=gettext_lazy("Name the team where others look for who has a practice in place"),
        required=False,
        initial=True,
    )

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["domain"].queryset = organisation.domains.all()  # type: ignore[attr-defined]


class DomainForm(forms.Form):
    """A domain's name."""

    name = NameField(
        label=gettext_lazy("Name of the domain"),
        help_text=gettext_lazy(
            "A customer journey or a part of the architecture, such as “Browse and buy”."
        ),
    )


class BandsForm(forms.Form):
    """The ceilings of the exposure bands, in money an hour."""

    currency = forms.ChoiceField(label=gettext_lazy("Currency"), choices=CURRENCIES)
    low_ceiling = MoneyField(
        label=gettext_lazy("Low, up to"), help_text=gettext_lazy("An hour. Calls for 95.0%.")
    )
    medium_ceiling = MoneyField(
        label=gettext_lazy("Medium, up to"), help_text=gettext_lazy("An hour. Calls for 99.0%.")
    )
    very_high = forms.BooleanField(
        label=gettext_lazy("Switch on very high, which calls for 99.99%"),
        required=False,
        help_text=gettext_lazy(
            "It leaves about a minute a week and is seldom truly needed. Off, everything above "
            "medium is high and calls for 99.9%."
        ),
    )
    high_ceiling = MoneyField(
        label=gettext_lazy("Very high begins above"),
        required=False,
        help_text=gettext_lazy("An hour. Not used while very high is off."),
    )

    def __init__(self, *args: Any, organisation: Organisation, **kwargs: Any) -> None:
        initial = {
            name: getattr(organisation, name)
            for name in ("currency", "low_ceiling", "medium_ceiling", "high_ceiling")
        }
        initial["very_high"] = organisation.high_ceiling is not None
        super().__init__(*args, **{**kwargs, "initial": initial})
        chosen = self.data.get(self.add_prefix("currency"))
        count_in(self, chosen if chosen in dict(CURRENCIES) else organisation.currency)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.pop("very_high", False):
            cleaned["high_ceiling"] = None
        elif cleaned.get("high_ceiling") is None and "high_ceiling" not in self.errors:
            self.add_error(
                "high_ceiling", _("Type where very high begins, or switch very high off.")
            )
        for lower, upper in (
            ("low_ceiling", "medium_ceiling"),
            ("medium_ceiling", "high_ceiling"),
        ):
            self._must_rise(cleaned, lower, upper)
        return cleaned

    def _must_rise(self, cleaned: dict[str, Any], lower: str, upper: str) -> None:
        below, above = cleaned.get(lower), cleaned.get(upper)
        if below is not None and above is not None and above <= below:
            floor = money(below, cleaned.get("currency", ""))
            self.add_error(
                upper, _("Type more than %(floor)s, where the band before ends.") % {"floor": floor}
            )
