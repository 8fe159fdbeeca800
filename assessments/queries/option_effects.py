"""Which questions bear on an entry, and which of their options say what, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessments.playbook.option_effects import Saying, read_by_rule, sayings
from assessments.playbook.playbook import Playbook
from assessments.playbook.relations import Key

_WORDS: Mapping[Saying, str | Promise] = {
    "shows": _("shows that it is in place"),
    "shows-in-part": _("shows that it is partly in place"),
    "calls-for": _("calls for it"),
    "sets-off": _("sets it off by itself"),
    "hints-at": _("a hint of it"),
    "at-stake": _("puts it at stake"),
    "points-at": _("points at it"),
    "typical": _("usual in it"),
}


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
    said: dict[str, list[Bearing]] = {slug: [] for slug in read_by_rule(book, key)}
    for question, option in book.options():
        for saying, about in sayings(option):
            if about == key:
                said.setdefault(question.slug, []).append(Bearing(option.text, _WORDS[saying]))
    titles = {section.slug: section.title for section in book.sections}
    return tuple(
        Asked(question.slug, question.text, titles[question.section], tuple(said[question.slug]))
        for question in book.questions.values()
        if question.slug in said
    )
