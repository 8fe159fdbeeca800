"""One TOML table, read key by key: every read is checked, and no key is left unread."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TypeVar

from assessments.playbook.faults import FaultList, described, did_you_mean, quoted
from assessments.playbook.reading.files import SLUG, Document

Value = TypeVar("Value")
Word = TypeVar("Word", bound=str)

# Not `str.split()`: that would also eat the no-break space that keeps "99.9 %" together.
BLANK = re.compile(r"[ \t\r\n]+")
LINK_TO_NOWHERE = re.compile(r"\]\((?!https?://|mailto:)")
PARAGRAPH_BREAK = re.compile(r"\n[ \t]*\n")


class Table:
    """A table of one file. A read that finds a fault notes it and gives a stand-in:
    "" for texts, () for lists, None for the rest."""

    def __init__(self, values: Document, file: str, faults: FaultList, where: str = "") -> None:
        self.values = values
        self.file = file
        self._faults = faults
        self._where = where
        self._read: set[str] = set()

    def fault(self, key: str, message: str) -> None:
        """Note a fault at a key of this table, "" for the table itself."""
        self._faults.add(self.file, self.at(key), message)

    def faulty(self, key: str) -> bool:
        """Whether a fault was noted at a key of this table or below it."""
        return self._faults.below(self.file, self.at(key))

    def at(self, key: str) -> str:
        """The dotted path of a key of this table in its file."""
        return ".".join(part for part in (self._where, key) if part)

    def text(self, key: str, *, required: bool = True) -> str:
        """A text on one line, however it was wrapped in the file."""
        return self._filled(key, _flat(self._get(key, str, "a text", required)))

    def paragraphs(self, key: str) -> str:
        """A text of one or more paragraphs, each on one line, with one blank line between."""
        text = self._get(key, str, "a text", required=True)
        flat = [_flat(paragraph) for paragraph in PARAGRAPH_BREAK.split(text or "")]
        return self._filled(key, "\n\n".join(filter(None, flat)))

    def whole(self, key: str, allowed: range, *, required: bool = True) -> int | None:
        """A whole number within a range."""
        expected = f"a whole number from {allowed.start} to {allowed.stop - 1}"
        number = self._get(key, int, expected, required)
        if number is not None and number not in allowed:
            self.fault(key, f"expected {expected}, found {described(number)}")
            return None
        return number

    def flag(self, key: str) -> bool:
        """True or false."""
        return self._get(key, bool, "true or false", required=True) or False

    def choice(self, key: str, among: Sequence[Word], *, required: bool = True) -> Word | None:
        """One of a few fixed words."""
        expected = f"one of {', '.join(among)}"
        word = self._get(key, str, expected, required)
        if word is None:
            return None
        found = next((known for known in among if known == word), None)
        if found is None:
            self.fault(key, f"expected {expected}; found {quoted(word)}{did_you_mean(word, among)}")
        return found

    def choices(self, key: str, among: Sequence[Word]) -> tuple[Word, ...]:
        """A list of at least one of a few fixed words, none of them twice."""
        listed = self.words(key, required=True)
        for word in listed:
            if word not in among:
                hint = did_you_mean(word, among)
                self.fault(key, f"expected {', '.join(among)}; found {quoted(word)}{hint}")
        return tuple(known for known in among if known in listed)

    def words(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts, none of them twice."""
        listed = self._get(key, list, "a list of texts", required)
        if required and listed == []:
            self.fault(key, "is empty: name at least one")
        return self._distinct(key, listed or [])

    def steps(self, key: str, least: int) -> tuple[str, ...]:
        """A list of at least so many texts in their order, each on one line."""
        expected = f"a list of at least {least} texts"
        listed = self._get(key, list, expected, required=True)
        if listed is not None and len(listed) < least:
            self.fault(key, f"expected {expected}, found {len(listed)}: add what is missing")
        return tuple(map(_flat, self._distinct(key, listed or [])))

    def slugs(self, key: str, known: Collection[str], *, required: bool = False) -> tuple[str, ...]:
        """A list of known slugs, none of them twice."""
        words = self.words(key, required=required)
        return tuple(word for word in words if self.knows(key, word, known))

    def knows(self, key: str, word: str, known: Collection[str]) -> bool:
        """Whether the word is a known slug; a fault at the key where it is not."""
        if word in known:
            return True
        hint = did_you_mean(word, known) or ": correct the slug or add its file"
        self.fault(key, f"names {quoted(word)}, which there is not{hint}")
        return False

    def table(self, key: str, expected: str = "a table", *, required: bool = True) -> Table | None:
        """A table within this one."""
        values = self._get(key, dict, expected, required)
        return None if values is None else Table(values, self.file, self._faults, self.at(key))

    def tables(self, key: str) -> tuple[Table, ...]:
        """A list of tables within this one, called after their slug or their position."""
        listed = self._get(key, list, "a list of tables", required=True)
        if listed == []:
            self.fault(key, "is empty: add at least one")
        tables = []
        for position, values in enumerate(listed or (), 1):
            if isinstance(values, dict):
                slug = values.get("slug")
                name = slug if isinstance(slug, str) and SLUG.fullmatch(slug) else str(position)
                where = self.at(f"{key}.{name}")
                tables.append(Table(values, self.file, self._faults, where))
            else:
                self.fault(f"{key}.{position}", f"expected a table, found {described(values)}")
        return tuple(tables)

    def skip(self, key: str) -> None:
        """Leave a key be, because a fault elsewhere keeps it from being judged."""
        self._read.add(key)

    def close(self) -> None:
        """Refuse every key that nobody has read."""
        known = sorted(self._read)
        for key in self.values:
            if key not in self._read:
                hint = did_you_mean(key, known) or f"; expected {', '.join(known)}"
                self.fault(_label(key), f"is a key that nothing reads: rename or remove it{hint}")

    def _get(self, key: str, kind: type[Value], expected: str, required: bool) -> Value | None:
        self._read.add(key)
        if key not in self.values:
            if required:
                self.fault(key, f"is missing: expected {expected}")
            return None
        value = self.values[key]
        # Exactly this type: to Python True is an int, to an author it is not.
        if isinstance(value, kind) and type(value) is kind:
            return value
        self.fault(key, f"expected {expected}, found {described(value)}")
        return None

    def _distinct(self, key: str, listed: list[object]) -> tuple[str, ...]:
        words: list[str] = []
        for position, word in enumerate(listed, 1):
            if not isinstance(word, str) or not word.strip():
                self.fault(f"{key}.{position}", f"expected a text, found {described(word)}")
            elif word in words:
                self.fault(key, f"names {quoted(word)} twice: remove one")
            else:
                words.append(word)
        return tuple(words)

    def _filled(self, key: str, text: str) -> str:
        if LINK_TO_NOWHERE.search(text):
            self.fault(key, "has a link that is no https:// address: readers see its brackets")
        if not text and isinstance(self.values.get(key), str):
            self.fault(key, "is empty: expected a text")
        return text


def _flat(text: str | None) -> str:
    return BLANK.sub(" ", text or "").strip()


def _label(key: str) -> str:
    return key if SLUG.fullmatch(key.replace("_", "-")) else quoted(key)
