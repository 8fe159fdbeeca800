"""The glossary: words that not every reader knows, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
_BETWEEN = r"[\s\u2010\u2011-]+"
"""What may stand between two words of a form: a full stop or a comma parts them."""

_AT_END = r"(?![^\W_]|[.'\u2019][^\W_])"
"""Where a word ends, as `_WORD` sees it."""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, as forms are compared by; hyphens part them."""
    return tuple(word[0].lower() for word in _WORD.finditer(text))


class Glossary:
    """Finds terms in texts: whole words, in small letters or capitals, the longest form first."""

    def __init__(self, terms: Iterable[Term]) -> None:
        forms = [(words_of(form), term) for term in terms for form in term.forms]
        # By the first word, so that a text is gone through once, however many terms there are.
        self._forms: dict[str, list[tuple[re.Pattern[str], Term]]] = {}
        for words, term in sorted(forms, key=lambda each: -len(each[0])):
            pattern = _BETWEEN.join(map(re.escape, words)) + _AT_END
            compiled = re.compile(pattern, re.IGNORECASE)
            self._forms.setdefault(words[0], []).append((compiled, term))

    def find(self, text: str) -> Iterator[Found]:
        """Every place of a term in a text, in order and never one within another."""
        end = 0
        for word in _WORD.finditer(text):
            forms = self._forms.get(word[0].lower())
            if forms is None or word.start() < end:
                continue
            for pattern, term in forms:
                if there := pattern.match(text, word.start()):
                    end = there.end()
                    yield Found(word.start(), end, term)
                    break

    def terms_in(self, *texts: str) -> tuple[Term, ...]:
        """The terms of some texts, each once, in the order in which they first come up."""
        return tuple(dict.fromkeys(found.term for text in texts for found in self.find(text)))
