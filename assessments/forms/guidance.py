"""The form of a piece of guidance: about which entry, what to say, and links."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.current import playbook
from assessments.forms.links import LinksField
from assessments.forms.organisations import TOO_LONG
from assessments.forms.texts import TextField
from assessments.models import ENTRY_KINDS, LONGEST_GUIDANCE, Guidance
from assessments.playbook.releases import RENAMED_AS
from assessments.queries.entries import entry_page, entry_pages
from assessments.reports.result_labels import title_from_slug
from assessments.texts import faults_of_links, tidy_links
from assessments.writes.guidance import Said, shown_as


class GuidanceForm(forms.Form):
    """`shown` holds the fingerprint of the guidance that the form shows, if it changes one."""

    shown = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)
    entry = forms.ChoiceField(
        label=gettext_lazy("About"),
        error_messages={
            "required": gettext_lazy("Choose what it is about."),
            "invalid_choice": gettext_lazy("Choose one of the playbook's entries."),
        },
    )
    text = TextField(
        label=gettext_lazy("What your people should know"),
        max_length=LONGEST_GUIDANCE,
        help_text=gettext_lazy(
            "Such as where your template is, or which team to ask: at most 2,000 characters. "
            "Simple Markdown works: **bold**, *italic*, - lists, > quotes. HTML is shown as text."
        ),
        error_messages={
            "required": gettext_lazy("Say something about it; a link alone tells too little."),
            "max_length": TOO_LONG,
        },
    )
    links = LinksField(
        label=gettext_lazy("Links"),
        required=False,
        help_text=gettext_lazy("Web addresses, one on a line."),
    )

    def __init__(
        self, data: QueryDict | None, *, of: Guidance | None = None, entry: str = ""
    ) -> None:
        initial: dict[str, Any] = {"entry": entry}
        if of is not None:
            shown, entry = shown_as(of), _value(of)
            initial = {"shown": shown, "entry": entry, "text": of.text, "links": of.links}
        super().__init__(data, initial=initial)
        self.fields["entry"].choices = _choices(of)  # type: ignore[attr-defined]

    def clean_links(self) -> tuple[str, ...]:
        links = tidy_links(self.cleaned_data["links"])
        faults = list(faults_of_links(links))
        if faults:
            raise ValidationError(faults)
        return links

    @property
    def said(self) -> Said:
        """What was given, once it is valid."""
        kind, entry = self.cleaned_data["entry"].split(":", 1)
        return Said(kind, entry, self.cleaned_data["text"], self.cleaned_data["links"])

    def show(self, now: Guidance) -> None:
        """Count what it has become as shown: whoever saves again has seen it."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["shown"] = shown_as(now)
        self.data = data


def _value(of: Guidance) -> str:
    """The choice that stands for its entry, as that is called now."""
    kind, entry = of.about
    return f"{kind}:{playbook().now_called(RENAMED_AS[kind], entry)}"


def _choices(of: Guidance | None) -> list[tuple[str, Any]]:
    """The entries kind by kind, and the present one if the playbook lacks that by now."""
    titles = {kind: str(title) for kind, title in ENTRY_KINDS}
    by_kind = groupby((page.ref for page in entry_pages()), key=lambda ref: ref.kind)
    choices: list[tuple[str, Any]] = [
        ("", _("Choose an entry")),
        *((titles[k], [(f"{k}:{ref.slug}", ref.title) for ref in refs]) for k, refs in by_kind),
    ]
    if of is not None and entry_page(*_value(of).split(":")) is None:
        choices.append((_value(of), title_from_slug(of.entry)))
    return choices
