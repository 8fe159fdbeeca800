"""Starting a check without an account."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.forms.organisations import TOO_LONG
from assessments.models import GuestCheck, Scope


class CheckForm(forms.ModelForm):
    """What the service is called, and how much is asked about it."""

    scope = forms.ChoiceField(
        label=_("How much do you want to answer?"),
        choices=Scope.choices,
        initial=Scope.QUICK,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = GuestCheck
        fields = ["name"]
        help_texts = {"name": _("As your team calls it. Only people with the link see it.")}
        error_messages = {
            "name": {
                "required": _("Type the name of the service."),
                "max_length": TOO_LONG,
            }
        }
        widgets = {"name": forms.TextInput(attrs={"class": "form-control", "autocomplete": "off"})}
