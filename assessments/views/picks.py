"""Which services are picked in a list, all of it in the address: `pick=12.15.99`."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

MOST = 100
"""Picked at once; beyond that "all that match the filter" says it better."""

LONGEST_NUMBER = 19
"""Digits beyond which a number is none of the database's."""


@dataclass(frozen=True)
class Picks:
    """The picked services' keys, in the order in which they were picked."""

    keys: tuple[int, ...]

    @classmethod
    def of(cls, address: QueryDict) -> Picks:
        """Those in the address, and those ticked in a form that was sent; what can be no service's
        number stands for none."""
        asked = [*address.get("pick", "").split("."), *address.getlist("service")]
        keys = [int(each) for each in asked if each.isdecimal() and len(each) < LONGEST_NUMBER]
        return cls(tuple(dict.fromkeys(keys))[:MOST])

    def __len__(self) -> int:
        return len(self.keys)

    def __str__(self) -> str:
        return ".".join(map(str, self.keys))

    def besides(self, keys: set[int]) -> Picks:
        """Those that are not among these."""
        return Picks(tuple(key for key in self.keys if key not in keys))
