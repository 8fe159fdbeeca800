"""Pitfalls at risk by when they can happen: what is so today apart from what only waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.reports.report import PitfallTold
from assessments.scoring.vocabulary import When

NEAR = ("high", "some")
"""The risks of a pitfall that something sets off."""

TITLES: Mapping[When | None, str] = {
    "now": "Now: these can happen today",
    None: "Near, as it was judged on the day",
    "until-handover": "Until it is handed over: as long as the team still runs it",
    "if-adopted": "Waiting for you if the team takes over and nothing else changes",
    "at-launch": "Waiting for you at launch, if nothing else changes",
}
"""By when they can happen, today's first; results by rules 1 did not say when."""


@dataclass(frozen=True, slots=True)
class RisksThen:
    """The pitfalls at high or some risk that can happen at the same time, the nearest first."""

    when: When | None
    title: str
    pitfalls: tuple[PitfallTold, ...]


def risks_by_when(pitfalls: Sequence[PitfallTold]) -> tuple[RisksThen, ...]:
    """The pitfalls at risk, those that can happen today before those that wait; no empty group."""
    groups = (
        RisksThen(
            when, title, tuple(each for each in pitfalls if each.when == when and is_near(each))
        )
        for when, title in TITLES.items()
    )
    return tuple(group for group in groups if group.pitfalls)


def is_near(pitfall: PitfallTold) -> bool:
    """Whether something sets it off."""
    return pitfall.risk in NEAR
