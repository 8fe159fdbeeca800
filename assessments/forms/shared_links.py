"""Making a read-only link to a result."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.forms.organisations import NameField

DAYS = ((1, _("1 day")), (7, _("7 days")), (30, _("30 days")), (90, _("90 days")))


class SharedLinkForm(forms.Form):
    """Whom a link is for, for how long it works, and what it shows beside the result."""

    name = NameField(
        label=_("Who is it for?"),
        help_text=_("Your own name for it, such as “Steering group”. They do not see it."),
    )
    days = forms.TypedChoiceField(label=_("It works for"), choices=DAYS, coerce=int, initial=30)
    with_notes = forms.BooleanField(label=_("Show the notes"), required=False)
    with_evidence = forms.BooleanField(label=_("Show the links to evidence"), required=False)
    with_guidance = forms.BooleanField(
        label=_("Show our organisation's own guidance, and its name with it"), required=False
    )
    with_words = forms.BooleanField(
        label=_("Show the covering note with its author's name, once it is shared"),
        required=False,
    )

    def __init__(self, *args: Any, is_guest: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_guest:
            self.fields["with_guidance"].widget = forms.HiddenInput()

    def clean_with_guidance(self) -> bool:
        """A guest has no organisation, and what one adds later was not meant to be shown."""
        is_guest = self.fields["with_guidance"].widget.is_hidden
        return bool(self.cleaned_data["with_guidance"]) and not is_guest
