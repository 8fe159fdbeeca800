"""What signing up asks beside an address and a password."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from assessments.forms.organisations import NameField
from assessments.models import User


class SignupForm(forms.Form):
    """Asks for the name that colleagues see; allauth adds its own fields and calls `signup`."""

    name = NameField(
        label=_("Your name"),
        autocomplete="name",
        help_text=_("As your colleagues know you."),
        error_messages={"required": _("Type your name.")},
    )
    field_order = ["name", "email", "password1", "password2"]

    def signup(self, _request: HttpRequest, user: User) -> None:
        user.name = self.cleaned_data["name"]
        user.save(update_fields=["name"])
