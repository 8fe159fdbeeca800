"""The glossary: words that not every reader knows, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from assessments.playbook.entries import EntryKind

SeeKind = EntryKind | Literal["question"]
"""What a term may point at."""

See = tuple[SeeKind, str]
"""What tells more of a term: a kind and a slug of it."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word to be explained: `title` is how the glossary lists it, `also` are the other forms in
    which texts have it, `meaning` is what it means in one to three sentences, `see` tells more."""

    slug: str
    title: str
    also: tuple[str, ...]
    meaning: str
    see: tuple[See, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form in which a text may have it."""
        return (self.title, *self.also)


@dataclass(frozen=True, slots=True)
class Found:
    """A term in a text, from the character at `start` to the one before `end`."""

    start: int
    end: int
    term: Term


_WORD = re.compile(r"[^\W_]+(?:[.'\u2019][^\W_]+)*")
_BETWEEN = re.compile(r"[\s\u2010\u2011-]+")
"""What may stand between two words of a form: a full stop or a comma parts them."""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, as forms are compared by; hyphens part them."""
    return tuple(word.text for word in _words(text))


class Glossary:
    """Finds terms in texts: whole words, in small letters or capitals, the longest form first."""

    def __init__(self, terms: Iterable[Term]) -> None:
        forms: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
        for term in terms:
            for form in term.forms:
                words = words_of(form)
                forms.setdefault(words[0], []).append((words, term))
        # By the first word, so that a text is gone through once, however many terms there are.
        self._forms: Mapping[str, list[tuple[tuple[str, ...], Term]]] = {
            first: sorted(found, key=lambda each: -len(each[0])) for first, found in forms.items()
        }

    def find(self, text: str) -> Iterator[Found]:
        """Every place of a term in a text, in order and never one within another."""
        words = tuple(_words(text))
        at = 0
        while at < len(words):
            count, term = self._at(words, at)
            if term is not None:
                yield Found(words[at].start, words[at + count - 1].end, term)
            at += count

    def terms_in(self, *texts: str) -> tuple[Term, ...]:
        """The terms of some texts, each once, in the order in which they first come up."""
        return tuple(dict.fromkeys(found.term for text in texts for found in self.find(text)))

    def _at(self, words: tuple[_Word, ...], at: int) -> tuple[int, Term | None]:
        """How many words the term that begins there has; one word and no term where none does."""
        for form, term in self._forms.get(words[at].text, ()):
            here = words[at : at + len(form)]
            if tuple(w.text for w in here) == form and all(w.follows for w in here[1:]):
                return len(form), term
        return 1, None


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text in small letters; `follows` the one before it with but a blank or a hyphen
    between them."""

    text: str
    start: int
    end: int
    follows: bool


def _words(text: str) -> Iterator[_Word]:
    end = 0
    for found in _WORD.finditer(text):
        follows = _BETWEEN.fullmatch(text, end, found.start()) is not None
        yield _Word(found[0].lower(), found.start(), found.end(), follows)
        end = found.end()
