"""The method on one page: its tables and figures, read from the playbook and the scoring core."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from assessments.current import playbook
from assessments.money.currencies import DEFAULT_CURRENCY
from assessments.playbook.questions import FULL_MARKS, ScoredQuestion, Section
from assessments.queries.entries import GroupOfPractices, Ref, contents
from assessments.reports import matrix, result_labels
from assessments.reports.matrix import Cell, Column
from assessments.scoring.inputs import DEFAULT_BANDS, BandSlug
from assessments.scoring.selector import (
    AVAILABILITY,
    DECIDING_AVAILABILITY,
    TOLERABLE_SECONDS,
    out_of_hours,
)
from assessments.scoring.sentence_terms import duration

JUDGED_BY_TARGET = ("deployment-target", "availability-target", "out-of-hours-schedule")


@dataclass(frozen=True)
class Row:
    """A band of exposure: its targets and its cells of the selector. By default it reaches `up_to`
    an amount, or holds what is `above` one; with neither it is off. `cover` is who is on call out
    of hours where the team runs the service."""

    title: str
    up_to: str
    above: str
    availability: str
    tolerable: str
    cover: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Dimension:
    """What is scored under one title: `questions` in all, `by_target` of them against a target."""

    title: str
    questions: int
    by_target: int


@dataclass(frozen=True)
class Phase:
    """The groups of practices adopted together, and how many practices they hold."""

    number: int
    title: str
    groups: tuple[GroupOfPractices, ...]
    practices: int


@dataclass(frozen=True)
class Method:
    """All figures of the page. `weights` are the different weights that questions have,
    `only_team` counts the questions for You Build It You Run It alone; `deciding` and up breaks
    the tie for the team, `undecided` and down for operations."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    profile_questions: int
    scored_questions: int
    quick_questions: int
    full_marks: int
    weights: frozenset[int]
    only_team: int
    deciding: str
    undecided: str
    dimensions: tuple[Dimension, ...]
    phases: tuple[Phase, ...]
    pitfalls: tuple[Ref, ...]


@cache
def method() -> Method:
    """The method as this version of the playbook has it."""
    book = playbook()
    scored = book.scored_questions
    grid = matrix.draw()
    return Method(
        columns=grid.columns,
        rows=tuple(_row(row) for row in grid.rows),
        profile_questions=len(book.questions) - len(scored),
        scored_questions=len(scored),
        quick_questions=len(book.quick_check),
        full_marks=FULL_MARKS,
        weights=frozenset(question.weight for question in scored.values()),
        only_team=sum(question.counts_for is not None for question in scored.values()),
        deciding=result_labels.availability(DECIDING_AVAILABILITY[0]),
        undecided=result_labels.availability(
            [each for each in AVAILABILITY.values() if each not in DECIDING_AVAILABILITY][-1]
        ),
        dimensions=tuple(_dimension(section, scored) for section in book.dimensions),
        phases=tuple(
            Phase(
                number, result_labels.PHASES[number], groups, sum(len(g.practices) for g in groups)
            )
            for number, groups in contents().phases.items()
        ),
        pitfalls=contents().pitfalls,
    )


def _row(row: matrix.Row) -> Row:
    return Row(
        title=row.title,
        up_to=_up_to(row.band),
        above=_up_to(DEFAULT_BANDS[-2].band) if row.band == DEFAULT_BANDS[-1].band else "",
        availability=result_labels.availability(row.availability),
        tolerable=duration(TOLERABLE_SECONDS[row.availability]),
        cover=result_labels.COVER[out_of_hours("you-build-it-you-run-it", row.availability)],
        cells=row.cells,
    )


def _up_to(slug: BandSlug) -> str:
    """The ceiling of a default band, "" for the open one and where there is no such band."""
    ceiling = next((band.ceiling for band in DEFAULT_BANDS if band.band == slug), None)
    return "" if ceiling is None else result_labels.money(ceiling, DEFAULT_CURRENCY)


def _dimension(section: Section, scored: Mapping[str, ScoredQuestion]) -> Dimension:
    judged = [scored[question].judged_by in JUDGED_BY_TARGET for question in section.questions]
    return Dimension(section.title, len(judged), sum(judged))
