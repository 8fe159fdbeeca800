"""The texts of an entry under their headings: every page of a kind has the same, in one order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessments.playbook.entries import Entry, EntryKind

Headings = Mapping[str, str | Promise]

TOLD: Mapping[EntryKind, Headings] = {
    "practice": {
        "why": _("Why it matters"),
        "in_place": _("What it looks like in place"),
        "start": _("How to start this week"),
        "next": _("The step after that"),
        "goes_wrong": _("How it goes wrong"),
    },
    "pitfall": {
        "recognise": _("How to recognise it"),
        "causes": _("What causes it"),
        "costs": _("What it costs"),
        "way_out": _("The way out"),
    },
    "principle": {
        "changes": _("What it changes in a decision"),
        "example": _("An example in figures"),
    },
    "drawback": {
        "recognise": _("How to recognise it"),
        "causes": _("What causes it"),
        "costs": _("What it costs"),
    },
    "model": {
        "suits": _("When to choose it"),
        "deploys": _("How a deployment comes about"),
        "protects": _("How availability is protected"),
        "restores": _("How availability is restored"),
        "learns": _("How one learns from incidents"),
    },
}
"""The fields that a page tells one below the other, with their headings."""

BESIDE: Mapping[EntryKind, Headings] = {
    "practice": {"measure": _("How to tell that it works"), "who": _("Who is needed")},
    "drawback": {"counter": _("What counters it"), "price": _("At what price")},
    "model": {
        "frequency": _("Deployment frequency"),
        "lead_time": _("From finished to live"),
        "incentive": _("Incentive to build operability in"),
        "availability": _("Availability targets it serves"),
        "restoration_time": _("Time to restore"),
        "insight_time": _("Time to insights"),
        "improvement_time": _("Time to improvements"),
    },
}
"""The fields that it sets apart, as facts to look up."""


@dataclass(frozen=True)
class Passage:
    """A text of an entry in paragraphs, or a list of steps to be taken in order."""

    field: str
    title: str | Promise
    paragraphs: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """The heading's place on the page."""
        return self.field.replace("_", "-")


def passages(
    kind: EntryKind, entry: Entry, headings: Mapping[EntryKind, Headings]
) -> tuple[Passage, ...]:
    """An entry's passages under those headings; none where its kind has none."""
    return tuple(
        _passage(field, title, getattr(entry, field))
        for field, title in headings.get(kind, {}).items()
    )


def _passage(field: str, title: str | Promise, text: str | tuple[str, ...]) -> Passage:
    if isinstance(text, tuple):
        return Passage(field, title, steps=text)
    return Passage(field, title, paragraphs=tuple(text.split("\n\n")))
