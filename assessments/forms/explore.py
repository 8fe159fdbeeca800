"""The form that asks "what if": another exposure, demand or composition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.forms.money import MoneyField, count_in
from assessments.reports.result_labels import BANDS, DEMANDS, DEPLOYMENTS, money, placed
from assessments.scoring.inputs import Band, Exposure, Profile
from assessments.scoring.selector import DEPLOYMENT

AMOUNT = "amount"
SAME = "same"
"""What the two selects of an exposure hold beside the bands."""

AMOUNTS = ("amount", "foundational_amount", "peak_amount")
"""The fields in which money is typed; only the selector has one for a peak."""

COMPOSITIONS: tuple[tuple[str, str | Promise], ...] = (
    ("digital", gettext_lazy("A digital service")),
    ("foundational", gettext_lazy("A foundational system")),
    ("both", gettext_lazy("Both: two parts")),
)
DEMAND_CHOICES = [(slug, f"{DEMANDS[slug]}: {DEPLOYMENTS[DEPLOYMENT[slug]]}") for slug in DEMANDS]


def select() -> forms.Select:
    return forms.Select(attrs={"class": "form-select"})


def line() -> forms.TextInput:
    return forms.TextInput(attrs={"class": "form-control", "autocomplete": "off"})


class ExploreForm(forms.Form):
    """An exposure is a band, or the amount typed beside it."""

    composition = forms.ChoiceField(
        label=gettext_lazy("What it is"), choices=COMPOSITIONS, widget=select()
    )
    exposure = forms.ChoiceField(label=gettext_lazy("Cost of an hour of failure"), widget=select())
    amount = MoneyField(
        label=gettext_lazy("Amount an hour, such as 200k"), required=False, widget=line()
    )
    feature_demand = forms.ChoiceField(
        label=gettext_lazy("Demand for features in a month"),
        choices=DEMAND_CHOICES,
        widget=select(),
    )
    foundational_exposure = forms.ChoiceField(
        label=gettext_lazy("Cost of an hour of its failure"), widget=select(), required=False
    )
    foundational_amount = MoneyField(
        label=gettext_lazy("Its amount an hour, such as 200k"), required=False, widget=line()
    )
    foundational_demand = forms.ChoiceField(
        label=gettext_lazy("Demand for changes to it in a month"),
        choices=DEMAND_CHOICES,
        widget=select(),
        required=False,
    )

    def __init__(
        self, data: Any, *, recorded: Profile, bands: Sequence[Band], currency: str
    ) -> None:
        super().__init__(data, initial=_initial(recorded))
        count_in(self, currency)
        self.recorded, self.currency, self.bands = recorded, currency, bands
        if not self.is_bound:
            for name in AMOUNTS:
                self._place(name, self.initial.get(name))
        self.exposures = [(AMOUNT, _("An amount"))]
        self.exposures += [(b.band, _band(bands, place, currency)) for place, b in enumerate(bands)]
        self._set_choices("exposure", self.exposures)
        same = (SAME, _("The same as the digital part"))
        self._set_choices("foundational_exposure", [same, *self.exposures])

    def clean(self) -> dict[str, Any]:
        self._settle("exposure", "amount", asked=True)
        both = self.cleaned_data.get("composition") == "both"
        self._settle("foundational_exposure", "foundational_amount", asked=both)
        return self.cleaned_data

    @property
    def profile(self) -> Profile:
        """The recorded profile, changed as the form says."""
        said = self.cleaned_data
        both = said["composition"] == "both"
        other = said["foundational_exposure"] or SAME
        return replace(
            self.recorded,
            composition=said["composition"],
            exposure=exposure_of(said["exposure"], said["amount"]),
            feature_demand=said["feature_demand"],
            foundational_exposure=(
                exposure_of(other, said["foundational_amount"]) if both and other != SAME else None
            ),
            foundational_demand=(said["foundational_demand"] or "low") if both else None,
        )

    def _set_choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = choices

    def _settle(self, exposure: str, amount: str, *, asked: bool) -> None:
        """An amount matters only where one is asked for, and then there must be one."""
        if not asked or self.cleaned_data.get(exposure) != AMOUNT:
            self.errors.pop(amount, None)
            self.cleaned_data[amount] = None
        elif amount not in self.errors and self.cleaned_data.get(amount) is None:
            self.add_error(amount, _("Type an amount, such as 200k, or choose a band instead."))
        self._place(amount, self.cleaned_data.get(amount))

    def _place(self, name: str, amount: int | None) -> None:
        """Say beside an amount which band it falls into."""
        field = self.fields.get(name)
        if isinstance(field, MoneyField) and amount is not None:
            field.placed = placed(amount, self.currency, self.bands)


def _initial(recorded: Profile) -> dict[str, Any]:
    other = recorded.foundational_exposure
    return {
        "composition": recorded.composition,
        "exposure": recorded.exposure.band or AMOUNT,
        "amount": recorded.exposure.amount,
        "feature_demand": recorded.feature_demand,
        "foundational_exposure": (other.band or AMOUNT) if other else SAME,
        "foundational_amount": other.amount if other else None,
        "foundational_demand": recorded.foundational_demand or "low",
    }


def exposure_of(choice: str, amount: int | None) -> Exposure:
    """The amount typed, or the band that a select holds."""
    if choice == AMOUNT:
        return Exposure(amount=amount)
    return Exposure(band=choice)  # type: ignore[arg-type]  # the select holds only bands


def _band(bands: Sequence[Band], place: int, currency: str) -> str:
    """A band as a choice: "Medium: up to £250,000"."""
    band = bands[place]
    last = place == len(bands) - 1
    ceiling = bands[place - 1].ceiling if last and place else band.ceiling
    if ceiling is None:
        return BANDS[band.band]
    reach = _("above %s") if last else _("up to %s")
    return f"{BANDS[band.band]}: {reach % money(ceiling, currency)}"
