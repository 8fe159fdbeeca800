"""The words of a content version, and what became of a draft's answers when they changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from assessments.current import playbook, wording, words_digest
from assessments.models import ContentVersion
from assessments.playbook.answer_migration import Fate
from assessments.playbook.releases import Release
from assessments.playbook.text_snapshot import Wording, from_document


@dataclass(frozen=True)
class Was:
    """An answer as it was before its question changed: in the words of its day, which are empty
    where nobody knows them."""

    question: str
    fate: Fate
    text: str
    option: str
    amount: int | None
    note: str
    evidence: tuple[str, ...]

    @property
    def now(self) -> str:
        """What the question asks now; empty where it has gone in a later version still."""
        asked = playbook().questions.get(self.question)
        return asked.text if asked else ""


@dataclass(frozen=True)
class Move:
    """A draft's way from one content version to the next; `releases` tell what changed, the newest
    first. `before` is empty where nobody knows the words that its answers were given to."""

    before: str
    after: str
    releases: tuple[Release, ...]
    answers: tuple[Was, ...]

    @property
    def gone(self) -> tuple[Was, ...]:
        """The answers to what is no longer asked."""
        return tuple(was for was in self.answers if was.fate == "question-gone")

    @property
    def changed(self) -> tuple[Was, ...]:
        """The answers to look at again."""
        return tuple(was for was in self.answers if was.fate != "question-gone")


def wording_of(content_version: ContentVersion | None) -> Wording:
    """The words of a content version; the present ones where none was kept."""
    if content_version is None or content_version.digest == words_digest():
        return wording()
    return _kept(content_version.digest)


@lru_cache(maxsize=8)
def _kept(digest: str) -> Wording:
    # The digest is one of the words, so what it names never changes.
    return from_document(ContentVersion.objects.get(digest=digest).words)


def moves_of(told: Sequence[Mapping[str, Any]]) -> tuple[Move, ...]:
    """A draft's moves from one content version to the next as its sheet keeps them, the latest
    first. No query."""
    return tuple(map(_move, reversed(told)))


def as_it_was(moves: Sequence[Move]) -> Mapping[str, Was]:
    """The answers that changed with a draft's moves, by what their question is called now."""
    return {was.question: was for move in reversed(moves) for was in move.changed}


def _move(document: Mapping[str, Any]) -> Move:
    return Move(
        before=document["from"],
        after=document["to"],
        releases=tuple(_between(document["from"], document["to"])),
        answers=tuple(
            Was(**{**answer, "evidence": tuple(answer["evidence"])})
            for answer in document["answers"]
        ),
    )


def _between(before: str, after: str) -> Iterator[Release]:
    """The releases after the one version and up to the other; none where the one is unknown."""
    if not before:
        return
    reached = False
    for release in playbook().releases:
        reached = reached or release.version == after
        if release.version == before:
            return
        if reached:
            yield release
