"""A playbook's words, apart from its rules: what it asks and advises, to be kept as it was while
the content moves on.

A draft is held against the words that its answers were given to; a result is told in the words
of its day.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import blake2s
from typing import Any

from assessments.playbook.entries import Drawback, Entry, EntryKind, Practice
from assessments.playbook.playbook import Playbook
from assessments.playbook.questions import Option, ProfileOption, ProfileQuestion, Question

Tie = tuple[EntryKind, str]
"""An entry that an option bears on."""


@dataclass(frozen=True, slots=True)
class OptionWords:
    """An option, and what it is tied to: each entry once, in the order practices, pitfalls,
    principles, drawbacks."""

    text: str
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """What a question asks; `options` by slug. A profile question weighs nothing."""

    section: str
    text: str
    options: Mapping[str, OptionWords]
    weight: int = 0
    weight_reason: str = ""


@dataclass(frozen=True, slots=True)
class EntryWords:
    """What a report says of an entry; `page` is the address of the playbook's own page, `start`
    a practice's first step, `counter` and `price` a drawback's."""

    title: str
    summary: str
    page: str
    start: str = ""
    counter: str = ""
    price: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one version: the titles of sections, questions, entries by kind, each by slug;
    `source` is the address of the playbook itself. `known_starts` say by practice how to start
    where an answer has taken its first step; versions before 2027.01 have none."""

    version: str
    source: str
    sections: Mapping[str, str]
    questions: Mapping[str, QuestionWords]
    entries: Mapping[EntryKind, Mapping[str, EntryWords]]
    known_starts: Mapping[str, str] = field(default_factory=dict)


def word(playbook: Playbook) -> Wording:
    """The words of a playbook."""
    kinds: Mapping[EntryKind, Mapping[str, Entry]] = {
        "principle": playbook.principles,
        "practice": playbook.practices,
        "pitfall": playbook.pitfalls,
        "drawback": playbook.drawbacks,
        "model": playbook.models,
    }
    return Wording(
        version=playbook.version,
        source=playbook.source.url,
        sections={section.slug: section.title for section in playbook.sections},
        questions={slug: _question(question) for slug, question in playbook.questions.items()},
        entries={
            kind: {slug: _entry(entry, playbook) for slug, entry in entries.items()}
            for kind, entries in kinds.items()
        },
        known_starts={
            slug: practice.start_known
            for slug, practice in playbook.practices.items()
            if practice.start_known
        },
    )


def to_document(wording: Wording) -> dict[str, Any]:
    """A wording as JSON holds it."""
    # In pairs, because a database's JSON may put keys in an order of its own.
    return {**asdict(wording), "sections": list(map(list, wording.sections.items()))}


def from_document(document: Mapping[str, Any]) -> Wording:
    """The wording that `to_document` wrote."""
    return Wording(
        version=document["version"],
        source=document["source"],
        sections=dict(document["sections"]),
        questions={
            slug: QuestionWords(
                section=question["section"],
                text=question["text"],
                options={
                    name: OptionWords(option["text"], tuple(map(_tie, option["ties"])))
                    for name, option in question["options"].items()
                },
                weight=question["weight"],
                weight_reason=question["weight_reason"],
            )
            for slug, question in document["questions"].items()
        },
        entries={
            kind: {slug: EntryWords(**entry) for slug, entry in entries.items()}
            for kind, entries in document["entries"].items()
        },
        known_starts=document.get("known_starts", {}),
    )


def digest(wording: Wording) -> str:
    """32 hexadecimal digits that are the same for the same words and for no others."""
    text = json.dumps(to_document(wording), sort_keys=True, ensure_ascii=False)
    return blake2s(text.encode(), digest_size=16).hexdigest()


def _question(question: Question) -> QuestionWords:
    options = {option.slug: OptionWords(option.text, _ties(option)) for option in question.options}
    words = QuestionWords(question.section, question.text, options)
    if isinstance(question, ProfileQuestion):
        return words
    return replace(words, weight=question.weight, weight_reason=question.weight_reason)


def _ties(option: Option | ProfileOption) -> tuple[Tie, ...]:
    if isinstance(option, ProfileOption):
        return ()
    practices = dict.fromkeys((*option.calls_for, *option.shows))
    return (
        *(("practice", slug) for slug in practices),
        *(("pitfall", trigger.pitfall) for trigger in option.sets_off),
        *(("principle", slug) for slug in option.at_stake),
        *(("drawback", slug) for slug in option.points_at),
    )


def _tie(pair: tuple[EntryKind, str]) -> Tie:
    kind, slug = pair
    return kind, slug


def _entry(entry: Entry, playbook: Playbook) -> EntryWords:
    drawback = entry if isinstance(entry, Drawback) else None
    return EntryWords(
        title=entry.title,
        summary=entry.summary,
        page=playbook.url(entry.page),
        start=entry.start if isinstance(entry, Practice) else "",
        counter=drawback.counter if drawback else "",
        price=drawback.price if drawback else "",
    )
