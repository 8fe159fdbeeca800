"""Which questions bear on an entry of the playbook, and which of their options say what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessments.playbook.entries import EntryKind
from assessments.playbook.fixed import MEASUREMENT_PRACTICES, MODEL_PRACTICES, SCHEDULE_PRACTICES
from assessments.playbook.playbook import Playbook
from assessments.playbook.questions import Option

Key = tuple[EntryKind, str]

_OF_PROFILE = {
    **dict.fromkeys(
        MODEL_PRACTICES,
        ("composition", "exposure", "feature-demand", "foundational-demand", "present-model"),
    ),
    "select-an-availability-target-on-financial-exposure": ("exposure", "foundational-exposure"),
    "select-a-higher-availability-target-for-peak-exposure": ("exposure", "peak-exposure"),
    "select-deployment-target-on-feature-demand": ("feature-demand", "foundational-demand"),
}
"""A profile question's options name no practices: the selector judges them together."""

_DIMENSIONS = {practice: dimension for dimension, practice in MEASUREMENT_PRACTICES.items()}


@dataclass(frozen=True)
class Bearing:
    """An option, and what choosing it says about an entry."""

    option: str
    says: str | Promise


@dataclass(frozen=True)
class Asked:
    """A question that bears on an entry; without options a rule reads its answer."""

    question: str
    text: str
    section: str
    options: tuple[Bearing, ...] = ()


def asked_about(book: Playbook, key: Key) -> tuple[Asked, ...]:
    """The questions that bear on an entry, in the questionnaire's order."""
    said: dict[str, list[Bearing]] = {slug: [] for slug in _read_by_rule(book, key)}
    for question, option in book.options():
        for about, says in _says(option):
            if about == key:
                said.setdefault(question.slug, []).append(Bearing(option.text, says))
    titles = {section.slug: section.title for section in book.sections}
    return tuple(
        Asked(question.slug, question.text, titles[question.section], tuple(said[question.slug]))
        for question in book.questions.values()
        if question.slug in said
    )


def _says(option: Option) -> Iterator[tuple[Key, str | Promise]]:
    for slug in option.shows:
        partly = slug in option.calls_for
        says = _("shows that it is partly in place") if partly else _("shows that it is in place")
        yield ("practice", slug), says
    for slug in option.calls_for:
        if slug not in option.shows:
            yield ("practice", slug), _("calls for it")
    for trigger in option.sets_off:
        decisive = trigger.weight == "decisive"
        says = _("sets it off by itself") if decisive else _("a hint of it")
        yield ("pitfall", trigger.pitfall), says
    for slug in option.at_stake:
        yield ("principle", slug), _("puts it at stake")
    for slug in option.points_at:
        yield ("drawback", slug), _("points at it")
    if option.typical_of:
        yield ("model", option.typical_of), _("usual in it")


def _read_by_rule(book: Playbook, key: Key) -> tuple[str, ...]:
    """The questions that a rule of scoring reads for an entry, beside any option's word."""
    kind, slug = key
    if key == ("pitfall", "linear-run-costs"):  # a rota beyond the exposure sets it off
        return ("out-of-hours-cover",)
    if kind != "practice":
        return ()
    if slug in _OF_PROFILE:
        return _OF_PROFILE[slug]
    if slug in SCHEDULE_PRACTICES.values():
        return ("out-of-hours-cover",)
    dimension = _DIMENSIONS.get(slug)
    return tuple(
        question.slug
        for question in book.scored_questions.values()
        if question.section == dimension and question.kind == "trailing"
    )
