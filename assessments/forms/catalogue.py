"""Forms for services: one, and a pasted list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from assessments.forms.organisations import NameField
from assessments.models import Team
from assessments.models.services import LONGEST_DESCRIPTION
from assessments.names import LONGEST_NAME, tidy_name

MOST_NAMES = 200
LONGEST_PASTE = 50_000
"""Characters: room for every line at its longest, and blank ones."""


class OfATeam(forms.Form):
    """The base of forms that put services into a team."""

    team = forms.ModelChoiceField(Team.objects.none(), label=gettext_lazy("Team"), empty_label=None)

    def __init__(self, *args: Any, teams: QuerySet[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]


class ServiceForm(OfATeam):
    """One service."""

    name = NameField(label=gettext_lazy("Name of the service"))
    description = NameField(  # one line, tidied as a name is
        label=gettext_lazy("Description"),
        max_length=LONGEST_DESCRIPTION,
        required=False,
        help_text=gettext_lazy("Optional: what it does and for whom, in a sentence."),
    )
    field_order = ("name", "description", "team")


class MoveForm(OfATeam):
    """The team that picked services are moved to."""


class PasteForm(OfATeam):
    """Many services, one name a line."""

    names = forms.CharField(
        label=gettext_lazy("Names of services, one a line"),
        max_length=LONGEST_PASTE,
        strip=False,  # the lines are counted as they were pasted
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
        help_text=gettext_lazy(
            "Up to 200 lines, such as a column of a spreadsheet. Blank lines are left out, and a "
            "comma is part of the name."
        ),
    )
    field_order = ("names", "team")

    def clean_names(self) -> tuple[str, ...]:
        lines = [tidy_name(line) for line in self.cleaned_data["names"].splitlines()]
        names = [line for line in lines if line]
        if not names:
            raise ValidationError(_("Paste at least one name."))
        if len(names) > MOST_NAMES:
            raise ValidationError(
                _("That is %(count)s names. Paste at most %(most)s at a time.")
                % {"count": len(names), "most": MOST_NAMES}
            )
        too_long = [str(at) for at, line in enumerate(lines, 1) if len(line) > LONGEST_NAME]
        if too_long:
            message = ngettext(
                "Line %(lines)s is longer than %(longest)s characters. Shorten it.",
                "Lines %(lines)s are longer than %(longest)s characters. Shorten them.",
                len(too_long),
            )
            raise ValidationError(message % {"lines": ", ".join(too_long), "longest": LONGEST_NAME})
        return tuple(names)
