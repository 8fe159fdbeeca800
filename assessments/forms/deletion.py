"""Deleting for good takes typing the name."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.forms.organisations import NameField
from assessments.names import is_typed


class DeleteForm(forms.Form):
    """A name, typed so that nobody deletes another service or organisation by mistake."""

    name = NameField(label=gettext_lazy("Type its name to delete it"))

    def __init__(self, *args: Any, named: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.named = named

    def clean_name(self) -> str:
        typed: str = self.cleaned_data["name"]
        if not is_typed(typed, self.named):
            raise ValidationError(_("That is not its name. Nothing has been deleted."))
        return typed
