"""Starting a check without an account."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.forms.money import CURRENCIES
from assessments.forms.organisations import NameField
from assessments.models import GuestCheck, Scope
from assessments.money.currencies import DEFAULT_CURRENCY


class CheckForm(forms.ModelForm):
    """What the service is called, what money is counted in, and how much is asked."""

    name = NameField(
        label=_("Name of the service"),
        help_text=_("As your team calls it. Only people with the link see it."),
        error_messages={"required": _("Type the name of the service.")},
        widget=forms.TextInput(attrs={"class": "form-control", "autocomplete": "off"}),
    )
    currency = forms.ChoiceField(
        label=_("Currency"),
        choices=CURRENCIES,
        initial=DEFAULT_CURRENCY,
        required=False,
        help_text=_(
            "Costs are asked and shown in it, to the end. The bands to choose from are the "
            "playbook's example, in pounds, at a round rate."
        ),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    scope = forms.ChoiceField(
        label=_("How much do you want to answer?"),
        choices=Scope.choices,
        initial=Scope.QUICK,
        widget=forms.RadioSelect,
    )

    def clean_currency(self) -> str:
        """A form from before there was a choice holds none."""
        return self.cleaned_data["currency"] or DEFAULT_CURRENCY

    class Meta:
        model = GuestCheck
        fields = ["name"]
