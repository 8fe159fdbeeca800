"""The prices of cover: an organisation's own, or others to try out."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.cover.prices import Prices
from assessments.forms.money import MoneyField, count_in
from assessments.models import Organisation
from assessments.models.organisations import FEWEST_ON_A_ROTA, MOST_ON_A_ROTA


class CoverForm(forms.Form):
    """Money in the organisation's currency. What is left empty is not priced."""

    standby_price = MoneyField(
        label=_("A standby rota a year"),
        required=False,
        help_text=_("One rota of a team or a domain: what those on it are paid, all in."),
    )
    operations_price = MoneyField(
        label=_("Operations' on-call a year"),
        required=False,
        help_text=_("For all that operations runs, outsourced or not."),
    )
    rota_people = forms.IntegerField(
        label=_("People a rota needs"),
        min_value=FEWEST_ON_A_ROTA,
        max_value=MOST_ON_A_ROTA,
        help_text=_("At least three, or turns come too often."),
        error_messages={"min_value": _("Type 3 or more."), "max_value": _("Type 50 or less.")},
    )

    def __init__(self, data: Any = None, *, organisation: Organisation) -> None:
        initial = {name: getattr(organisation, name) for name in self.base_fields}
        super().__init__(data, initial=initial)
        count_in(self, organisation.currency)

    @property
    def prices(self) -> Prices:
        """Those typed; the organisation's own where none are or they are faulty."""
        given = self.cleaned_data if self.is_bound and self.is_valid() else self.initial
        return Prices(given["standby_price"], given["operations_price"], given["rota_people"])
