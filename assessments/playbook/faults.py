"""What is wrong with the content, said so that its author can put it right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

# An author needs to recognise the value, not to read all of it again.
LONGEST_QUOTE = 60
LARGEST_NUMBER = 10**12


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to put right.

    `file` is the path under the content directory, `where` the dotted path of the key in that
    file ("" for the file as a whole), `message` what was expected and how to remedy it.
    """

    file: str
    where: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.where, self.message) if part)


class PlaybookFaults(Exception):
    """The content cannot be loaded; `faults` are all there are, those of a file together."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    @property
    def counted(self) -> str:
        """How many faults there are, and in how many files."""
        return (
            f"{len(self.faults)} fault(s) in {len({fault.file for fault in self.faults})} file(s)"
        )

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


class FaultList:
    """The faults found so far, while the content is read to its end."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, file: str, where: str, message: str) -> None:
        """Note one fault and go on."""
        self._faults.append(Fault(file, where, message))

    def under(self, path: str) -> bool:
        """Whether any fault lies in a file, or in any file of a folder."""
        return any(f"{fault.file}/".startswith(f"{path}/") for fault in self._faults)

    def at(self, file: str, where: str) -> bool:
        """Whether a fault lies in this very place."""
        return any((fault.file, fault.where) == (file, where) for fault in self._faults)

    def below(self, file: str, where: str) -> bool:
        """Whether a fault lies in this place or in one below it."""
        return any(
            fault.file == file and f"{fault.where}.".startswith(f"{where}.")
            for fault in self._faults
        )

    def settle(self) -> None:
        """Raise `PlaybookFaults` if there are any, file by file."""
        if self._faults:
            raise PlaybookFaults(tuple(sorted(self._faults, key=lambda fault: fault.file)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a message: the nearest known word, "" where none is near."""
    near = get_close_matches(word, list(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def quoted(word: str) -> str:
    """A word as a message quotes it: on one line, cut where it is long."""
    return repr(word if len(word) <= LONGEST_QUOTE else word[:LONGEST_QUOTE] + "…")


def described(value: object) -> str:
    """A value of a TOML file in an author's words."""
    match value:
        case bool():
            return str(value).lower()
        case int() if abs(value) > LARGEST_NUMBER:
            return "a very large number"
        case int() | float():
            return f"the number {value}"
        case str():
            return f"the text {quoted(value)}"
        case list():
            return "a list"
        case dict():
            return "a table"
        case _:
            return "a date or time"
