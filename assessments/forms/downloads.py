"""Forms of files that take longer than a page."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

WHAT = (
    ("services", _("Services: one line each")),
    ("answers", _("Answers: one line a service and question, of the last results")),
    ("all-answers", _("Answers of every result")),
)


class WorkbookForm(forms.Form):
    """What a workbook is to hold."""

    what = forms.ChoiceField(
        label=_("What is in it"), choices=WHAT, initial="services", widget=forms.RadioSelect
    )
