"""Starting a check without an account."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.forms.organisations import NameField
from assessments.models import GuestCheck, Scope


class CheckForm(forms.ModelForm):
    """What the service is called, and how much is asked about it."""

    name = NameField(
        label=_("Name of the service"),
        help_text=_("As your team calls it. Only people with the link see it."),
        error_messages={"required": _("Type the name of the service.")},
        widget=forms.TextInput(attrs={"class": "form-control", "autocomplete": "off"}),
    )
    scope = forms.ChoiceField(
        label=_("How much do you want to answer?"),
        choices=Scope.choices,
        initial=Scope.QUICK,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = GuestCheck
        fields = ["name"]
