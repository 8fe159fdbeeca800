"""Which caution is the gravest: one order for every medium that has room for one."""

from __future__ import annotations

from collections.abc import Iterable

from assessments.scoring.verdict import Caution
from assessments.scoring.vocabulary import CautionName

GRAVEST_FIRST: tuple[CautionName, ...] = (
    # A loss that nobody stands by for, today.
    "cover-below-exposure",
    "peak-cover-short",
    # People who are worn out, or are not there.
    "too-few-for-the-rota",
    "thin-operations-rota",
    "no-sibling-to-share-with",
    # Whether the recommendation itself is worth acting on, or can hold.
    "meets-its-targets-today",
    "high-availability-under-ops-run-it",
    "weaker-foundation",
    "digital-service-under-ops-run-it",
    "busy-foundational-system",
    "low-demand-digital-service",
    "operations-cover-out-of-hours",
    # Money that is spent without need.
    "extreme-availability-is-rare",
    "rota-beyond-exposure",
    "one-exposure-for-both",
)
"""Every caution, in the order in which a coach would raise them in front of a room."""


def gravest_first(cautions: Iterable[Caution]) -> list[Caution]:
    """The cautions in order of gravity; of one name, the digital part's before the other's."""
    return sorted(cautions, key=lambda caution: GRAVEST_FIRST.index(caution.caution))
