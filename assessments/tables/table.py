"""A table to take away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Row = list[object]
"""Cells: text, numbers and days; None where nothing is known. A short row ends in empty cells."""


@dataclass(frozen=True)
class Table:
    """Headings, and rows that may come one by one as they are asked for."""

    headings: Row
    rows: Iterable[Row]
