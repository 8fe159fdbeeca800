"""A place in a document: its value, the path that leads there, and what may stand there."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from assessments.playbook.faults import did_you_mean, quoted
from assessments.scoring.faults import FaultList

LARGEST_AMOUNT = 10**12
"""The largest sum of money that is read, in whole units."""

# Beyond this a word is no misspelt slug, and looking for a near one only costs time.
_LONGEST_SLUG = 80

_Choice = TypeVar("_Choice", bound=str)


class JsonObject(dict[str, object]):
    """An object out of a JSON text, which remembers the keys it was given more than once."""

    def __init__(self, pairs: Sequence[tuple[str, object]]) -> None:
        super().__init__(pairs)
        counts = Counter(key for key, _ in pairs)
        self.repeated = tuple(key for key, count in counts.items() if count > 1)


@dataclass(frozen=True, slots=True)
class Node:
    """A value with its path. Each reader gives None and notes a fault where the value is not
    what it should be. Null and absent are the same, and no fault of themselves.
    """

    value: object
    path: str
    faults: FaultList

    @property
    def absent(self) -> bool:
        """Whether there is nothing here."""
        return self.value is None

    @property
    def holds_object(self) -> bool:
        """Whether an object stands here."""
        return isinstance(self.value, Mapping)

    def complain(self, message: str) -> None:
        """Note a fault of this place."""
        self.faults.add(self.path, message)

    def at(self, key: str) -> Node:
        """What stands under a key of an object, nothing where this is no object."""
        value = self.value.get(key) if isinstance(self.value, Mapping) else None
        return Node(value, join(self.path, key), self.faults)

    def required(self) -> Node:
        """The place itself, with a fault where there is nothing."""
        if self.absent:
            self.complain("is required")
        return self

    def has_keys(self, known: Collection[str], what: str = "an object") -> bool:
        """Whether this is an object that can be read on, with a fault for each key it should
        not have. Nothing is read on as an object without keys.
        """
        if self.absent:
            return True
        if not isinstance(self.value, Mapping):
            self.expected(what)
            return False
        for key in self.value:
            if not isinstance(key, str):
                self.complain(f"has a key that is {described(key)}, not a text")
            elif key not in known:
                self.at(key).complain(f"is unknown{suggestion(key, known)}")
        for key in getattr(self.value, "repeated", ()):
            self.at(key).complain("is there more than once")
        return True

    def items(self) -> tuple[Node, ...]:
        """The items of a list."""
        if self.absent:
            return ()
        if not isinstance(self.value, list | tuple):
            self.expected("a list")
            return ()
        return tuple(
            Node(item, f"{self.path}[{place}]", self.faults)
            for place, item in enumerate(self.value)
        )

    def text(self) -> str | None:
        """A text that can be written as UTF-8."""
        if self.absent:
            return None
        if not isinstance(self.value, str):
            self.expected("a text")
            return None
        if any("\ud800" <= character <= "\udfff" for character in self.value):
            self.complain("holds half of a character (a lone surrogate), which is no text")
            return None
        return self.value

    def choice(self, known: Sequence[_Choice]) -> _Choice | None:
        """One of the known words."""
        word = self.text()
        for one in known:
            if one == word:
                return one
        if word is not None:
            allowed = ", ".join(known)
            self.complain(f"{quoted(word)} is none of {allowed}{suggestion(word, known)}")
        return None

    def amount(self) -> int | None:
        """A whole sum of money from 0 to `LARGEST_AMOUNT`; true and false are no numbers."""
        if self.absent:
            return None
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            self.expected("a whole number")
            return None
        if not 0 <= self.value <= LARGEST_AMOUNT:
            self.complain(f"must be between 0 and {LARGEST_AMOUNT:,}")
            return None
        return self.value

    def expected(self, what: str) -> None:
        """Note that this place holds something else than what it should."""
        self.complain(f"must be {what}, not {described(self.value)}")


def join(path: str, key: str) -> str:
    """The path of a key under a path; a key that is no plain word is quoted."""
    plain = key.isascii() and key.replace("-", "").isalnum() and len(key) <= _LONGEST_SLUG
    step = key if plain else quoted(key)
    return f"{path}.{step}" if path else step


def suggestion(word: str, known: Collection[str]) -> str:
    """The end of a message: the nearest known word, if one is near."""
    return did_you_mean(word, known) if len(word) <= _LONGEST_SLUG else ""


def described(value: object) -> str:
    """What a value is, in a word; never the value itself, which may be of any size."""
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "an infinity"
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number with a fraction",
        str: "a text",
        list: "a list",
        dict: "an object",
        JsonObject: "an object",
        type(None): "nothing",
    }
    return names.get(type(value), f"a {type(value).__name__}")
