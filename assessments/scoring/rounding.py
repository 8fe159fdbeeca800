"""The one place where an exact number becomes a whole one."""

from __future__ import annotations

from fractions import Fraction


def half_up(value: Fraction) -> int:
    """The nearest whole number, a half going up. Applied once, to an exact value."""
    twice = 2 * value.denominator
    return (2 * value.numerator + value.denominator) // twice
