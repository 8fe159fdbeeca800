"""Which mails of the daily run a person wants."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.models import MailKind


class MailsForm(forms.Form):
    """What is not ticked is not sent."""

    kinds = forms.MultipleChoiceField(
        label=_("Send me"),
        choices=MailKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Any = None, *, turned_off: set[str]) -> None:
        wanted = [each for each in MailKind.values if each not in turned_off]
        super().__init__(data, initial={"kinds": wanted})
