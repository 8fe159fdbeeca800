"""The one place where an exact number becomes a whole one."""

from __future__ import annotations

from fractions import Fraction
from math import floor


def half_up(value: Fraction) -> int:
    """The nearest whole number, a half going up. Applied once, to an exact value."""
    return floor(value + Fraction(1, 2))
