"""What to take away of a result, chosen before it is downloaded."""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from assessments.reports.document.facts import Choice, Variant

VARIANTS = (
    ("sheet", _("Decision sheet: one page to decide on, two for a hybrid")),
    ("decision", _("Decision: the sheet and what it rests on, at most six pages")),
    ("everything", _("Everything: the plan, all risks, scores and answers as well")),
)


class ReportForm(forms.Form):
    """How much, and with what beside the answers. What is chosen stands in the file's address."""

    kind = forms.ChoiceField(
        label=_("How much"),
        choices=VARIANTS,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose how much the report says."),
            "invalid_choice": _("Choose one of the kinds of report."),
        },
    )
    notes = forms.BooleanField(
        label=_("With the notes"), required=False, help_text=_("They stand with the answers.")
    )
    evidence = forms.BooleanField(
        label=_("With the links to evidence"),
        required=False,
        help_text=_("They stand with the answers."),
    )
    words = forms.BooleanField(
        label=_("With the covering note and recommendations"),
        required=False,
        help_text=_("Where someone has written them; the decision sheet has none."),
    )

    def __init__(self, data: QueryDict, *, last: Choice) -> None:
        """Only an address or a press that names a kind says what is chosen; without, `last` is."""
        initial: dict[str, Any] = {
            "kind": last.variant,
            "notes": last.notes,
            "evidence": last.evidence,
            "words": last.words,
        }
        super().__init__(data if "kind" in data else None, initial=initial)

    @property
    def address(self) -> str:
        """What was chosen, for the query of an address, once it is valid."""
        chosen = self.cleaned_data
        ticked = [name for name in ("notes", "evidence", "words") if chosen[name]]
        return urlencode({"kind": chosen["kind"], **dict.fromkeys(ticked, "on")})

    @property
    def choice(self) -> Choice:
        """What was chosen, once it is valid."""
        chosen = self.cleaned_data
        variant = cast(Variant, chosen["kind"])
        return Choice(variant, chosen["notes"], chosen["evidence"], chosen["words"])
