"""What is wrong with the inputs, said so that whoever wrote them can put it right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to put right. `path` leads to it, as in "profile.exposure.amount" or
    "bands[1].ceiling"; it is empty where the document as a whole is meant.
    """

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class InputFaults(Exception):
    """The inputs cannot be used; `faults` are all there are."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


class FaultList:
    """The faults found so far, while the inputs are read to their end."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, path: str, message: str) -> None:
        """Note one fault and go on."""
        self._faults.append(Fault(path, message))

    def settle(self) -> None:
        """Raise `InputFaults` if there are any."""
        if self._faults:
            raise InputFaults(tuple(self._faults))
