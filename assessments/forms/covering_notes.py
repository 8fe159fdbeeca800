"""The form of what someone adds to a result under their own name."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.forms.organisations import TOO_LONG
from assessments.forms.texts import TextField
from assessments.models import LONGEST_OWN_TEXT, MOST_OWN_LINES, CoveringNote
from assessments.writes.covering_notes import NoteText, shown_as, text_of


def at_most_so_many_lines(text: str) -> None:
    """A page has only so many."""
    lines = sum(bool(line.strip()) for line in text.splitlines())
    if lines > MOST_OWN_LINES:
        raise ValidationError(
            _("Shorten it to at most %(most)d lines. It has %(lines)d now.")
            % {"most": MOST_OWN_LINES, "lines": lines}
        )


class CoveringNoteForm(forms.Form):
    """`shown` holds the fingerprint of the note that the form shows."""

    shown = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)
    covering = TextField(
        label=gettext_lazy("Covering note"),
        required=False,
        max_length=LONGEST_OWN_TEXT,
        validators=[at_most_so_many_lines],
        help_text=gettext_lazy(
            "What whoever reads the report should know first, such as how the answers came about."
        ),
        error_messages={"max_length": TOO_LONG},
    )
    recommendations = TextField(
        label=gettext_lazy("Your recommendations"),
        required=False,
        max_length=LONGEST_OWN_TEXT,
        validators=[at_most_so_many_lines],
        help_text=gettext_lazy(
            "What you would do, beside or instead of what the playbook says. Each of the two may "
            "have 1,500 characters on 25 lines. Simple Markdown works: **bold**, *italic*, "
            "- lists, > quotes. HTML is shown as text."
        ),
        error_messages={"max_length": TOO_LONG},
    )

    def __init__(self, data: QueryDict | None, *, of: CoveringNote | None) -> None:
        text = text_of(of)
        initial: dict[str, Any] = {
            "shown": shown_as(text),
            "covering": text.covering,
            "recommendations": text.recommendations,
        }
        super().__init__(data, initial=initial)

    @property
    def text(self) -> NoteText:
        """What was given, once it is valid."""
        return NoteText(self.cleaned_data["covering"], self.cleaned_data["recommendations"])

    def show(self, now: CoveringNote) -> None:
        """Count what it has become as shown: whoever saves again has seen it."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["shown"] = shown_as(text_of(now))
        self.data = data
