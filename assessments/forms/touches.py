"""What a question touches: the playbook's entries that its answers bear on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessments.current import playbook
from assessments.playbook.entries import Entry, EntryKind
from assessments.playbook.fixed import (
    MEASUREMENT_PRACTICES,
    MODEL_PRACTICES,
    SCHEDULE_PRACTICES,
)
from assessments.playbook.questions import Question, ScoredQuestion

# A profile question's options name no practices: the selector judges them together.
OF_PROFILE: Mapping[str, tuple[str, ...]] = {
    "composition": MODEL_PRACTICES[1:],
    "exposure": ("select-an-availability-target-on-financial-exposure",),
    "foundational-exposure": ("select-an-availability-target-on-financial-exposure",),
    "peak-exposure": ("select-a-higher-availability-target-for-peak-exposure",),
    "feature-demand": ("select-deployment-target-on-feature-demand",),
    "foundational-demand": ("select-deployment-target-on-feature-demand",),
    "present-model": MODEL_PRACTICES[1:],
}


@dataclass(frozen=True)
class Touched:
    """An entry to link to."""

    kind: EntryKind
    entry: Entry


def touches(question: Question) -> tuple[Touched, ...]:
    """The principles, practices and pitfalls of a question, in the playbook's order."""
    book = playbook()
    practices, pitfalls, principles = _slugs(question)
    principles |= {each for slug in practices for each in book.practices[slug].principles}
    return (
        *_entries("principle", book.principles, principles),
        *_entries("practice", book.practices, practices),
        *_entries("pitfall", book.pitfalls, pitfalls),
    )


def _slugs(question: Question) -> tuple[set[str], set[str], set[str]]:
    if not isinstance(question, ScoredQuestion):
        return set(OF_PROFILE.get(question.slug, ())), set(), set()
    options = question.options
    return (
        {slug for option in options for slug in (*option.shows, *option.calls_for)}
        | _by_rule(question),
        {trigger.pitfall for option in options for trigger in option.sets_off},
        {slug for option in options for slug in option.at_stake},
    )


def _by_rule(question: ScoredQuestion) -> set[str]:
    """The practices that a question as a whole judges, whatever its options say."""
    if question.judged_by == "out-of-hours-schedule":
        return set(SCHEDULE_PRACTICES.values())
    return {MEASUREMENT_PRACTICES[question.section]} if question.kind == "trailing" else set()


def _entries(kind: EntryKind, entries: Mapping[str, Entry], slugs: set[str]) -> Iterable[Touched]:
    return (Touched(kind, entry) for slug, entry in entries.items() if slug in slugs)
