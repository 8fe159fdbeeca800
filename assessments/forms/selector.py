"""The form of the selector that belongs to no assessment: the address holds all that it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.forms.explore import ExploreForm, exposure_of, line, select
from assessments.forms.money import MoneyField
from assessments.scoring.inputs import Band, Profile

OF_BOTH = ("foundational_exposure", "foundational_amount", "foundational_demand")


class SelectorForm(ExploreForm):
    """What is explored on a result, and a peak. `recorded` is where it begins, as long as the
    address says none of it.
    """

    peak_exposure = forms.ChoiceField(
        label=gettext_lazy("Cost of an hour at a peak, such as a sale"),
        widget=select(),
        required=False,
    )
    peak_amount = MoneyField(
        label=gettext_lazy("Amount an hour at the peak, such as 900k"),
        required=False,
        widget=line(),
    )

    def __init__(
        self, data: Any, *, recorded: Profile, bands: Sequence[Band], currency: str
    ) -> None:
        said = any(name in data for name in self.base_fields)
        super().__init__(data if said else None, recorded=recorded, bands=bands, currency=currency)
        self._set_choices("peak_exposure", [("", _("No peak")), *self.exposures])
        for field in self.fields.values():
            # An address may have been shared from where other bands are on, or cut short.
            choose = _("Choose one of the list.")
            field.error_messages |= {"required": choose, "invalid_choice": choose}

    def clean(self) -> dict[str, Any]:
        super().clean()
        self._settle("peak_exposure", "peak_amount", asked=True)
        return self.cleaned_data

    @property
    def profile(self) -> Profile:
        """The profile that the form says."""
        peak = self.cleaned_data["peak_exposure"]
        amount = self.cleaned_data["peak_amount"]
        return replace(super().profile, peak_exposure=exposure_of(peak, amount) if peak else None)

    @property
    def address(self) -> str:
        """What the form says, as the query of an address: nothing in it that does not count."""
        said = self.cleaned_data
        both = said["composition"] == "both"
        return urlencode(
            {
                name: said[name]
                for name in self.fields
                if said.get(name) not in (None, "") and (both or name not in OF_BOTH)
            }
        )
