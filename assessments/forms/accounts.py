"""What signing up asks beside an address and a password."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from assessments.models import User


class SignupForm(forms.Form):
    """Asks for the name that colleagues see; allauth adds its own fields and calls `signup`."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("As your colleagues know you."),
    )
    field_order = ["name", "email", "password1", "password2"]

    def signup(self, _request: HttpRequest, user: User) -> None:
        user.name = self.cleaned_data["name"]
        user.save(update_fields=["name"])
