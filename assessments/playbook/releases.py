"""The versions of the playbook's content: what each changed, and which slugs it renamed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assessments.playbook.entries import EntryKind

Renamed = Literal[
    "questions", "options", "principles", "practices", "pitfalls", "drawbacks", "models", "terms"
]
"""What may be renamed; an option goes by `question/option`."""

RENAMED_AS: Mapping[EntryKind, Renamed] = {
    "principle": "principles",
    "practice": "practices",
    "pitfall": "pitfalls",
    "drawback": "drawbacks",
    "model": "models",
}
"""Under which name a kind of entry is renamed."""


@dataclass(frozen=True, slots=True)
class Release:
    """One version of the content. `changes` say what is different for those who answer or read;
    `renamed` maps a kind to its slugs, old to new."""

    version: str
    released: date
    changes: tuple[str, ...]
    renamed: Mapping[Renamed, Mapping[str, str]]


def follow(releases: Sequence[Release], kind: Renamed, slug: str) -> str:
    """What a slug of any earlier version is called in the newest of `releases`, newest first."""
    for release in reversed(releases):
        slug = release.renamed.get(kind, {}).get(slug, slug)
    return slug


def every_name(releases: Sequence[Release], kind: Renamed, slug: str) -> frozenset[str]:
    """Every slug that an entry has had, given any of them; `releases` newest first."""
    names = {follow(releases, kind, slug)}
    for release in releases:
        names |= {old for old, new in release.renamed.get(kind, {}).items() if new in names}
    return frozenset(names)


def follow_answer(releases: Sequence[Release], question: str, option: str) -> tuple[str, str]:
    """What a question and an option of it are called now; the option may be empty.

    Release by release, since an option's old name holds the question's name of its day.
    """
    for release in reversed(releases):
        renamed = release.renamed.get("options", {}).get(f"{question}/{option}")
        if renamed is not None:
            question, option = renamed.split("/")
        else:
            question = release.renamed.get("questions", {}).get(question, question)
    return question, option
