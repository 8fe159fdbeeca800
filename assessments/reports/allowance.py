"""How long a service may fail under each availability target, in the periods people think in.

The target is judged by the week; the other periods are the same share of their own length.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from assessments.scoring.selector import SECONDS_IN_A_WEEK, TOLERABLE_SECONDS
from assessments.scoring.sentence_terms import duration
from assessments.scoring.vocabulary import Availability

SECONDS_IN_A_DAY = 86_400

PERIODS: Mapping[str, int] = {
    "a week": 7,
    "a day": 1,
    "a month": 30,
    "a year": 365,
}
"""Each period's length in days: a month is 30, a year 365."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """The time that a target leaves for failure in a period."""

    period: str
    seconds: Fraction
    time: str


def allowances(target: Availability) -> tuple[Allowance, ...]:
    """What a target leaves for failure, the week first; exact, in hours and days as they fit."""
    share = TOLERABLE_SECONDS[target] / SECONDS_IN_A_WEEK
    left = {period: share * days * SECONDS_IN_A_DAY for period, days in PERIODS.items()}
    return tuple(Allowance(period, seconds, _time(seconds)) for period, seconds in left.items())


def _time(seconds: Fraction) -> str:
    """From two days on in days: "3 d 15 h 36 min"."""
    if seconds < 2 * SECONDS_IN_A_DAY:
        return duration(seconds)
    days, rest = divmod(seconds, SECONDS_IN_A_DAY)
    return f"{days} d {duration(rest)}"
