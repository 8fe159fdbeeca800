"""The operating models side by side: one aspect a row, one model a column. Put together once.

A model's own page tells the same rows below its passages, with its column alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessments.current import playbook
from assessments.playbook.operating_models import AREAS, COST_KINDS, DUTIES, ModelPage
from assessments.queries import comparison_labels as words
from assessments.queries.entries import Ref, entry_page
from assessments.queries.model_cells import (
    Cell,
    Duties,
    Points,
    Standards,
    Text,
    cost_cell,
    drawbacks_cell,
)
from assessments.queries.passages import BESIDE, TOLD


@dataclass(frozen=True)
class Row:
    """An aspect: a cell for each model, in the order of the columns."""

    anchor: str
    title: str | Promise
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Section:
    """Aspects that belong together; `sources` are the playbook's own pages on them."""

    anchor: str
    title: str | Promise
    note: str | Promise
    rows: tuple[Row, ...]
    sources: tuple[tuple[str | Promise, str], ...]


@dataclass(frozen=True)
class Comparison:
    """The whole page: the columns' models and the sections of rows."""

    models: tuple[Ref, ...]
    sections: tuple[Section, ...]


@cache
def comparison() -> Comparison:
    """Everything the models are compared by, in the order of the page."""
    models = tuple(playbook().models)
    refs = tuple(page.ref for slug in models if (page := entry_page("model", slug)))
    return Comparison(refs, tuple(_sections(refs)))


@cache
def told_alone(slug: str) -> tuple[Section, ...]:
    """What a model's own page tells below its passages: the sections with its cells alone."""
    beside = {"glance", "working"}
    return tuple(
        replace(
            section,
            rows=tuple(
                replace(row, cells=tuple(cell for cell in row.cells if cell.model.slug == slug))
                for row in section.rows
            ),
        )
        for section in comparison().sections
        if section.anchor not in beside
    )


Made = Callable[[ModelPage, Ref], Cell]


def _sections(refs: tuple[Ref, ...]) -> Iterator[Section]:
    rows: Mapping[str, list[tuple[str, str | Promise, Made]]] = {
        "glance": [_text("suits"), *(_text(field) for field in BESIDE["model"])],
        "working": [_text(field) for field in TOLD["model"] if field != "suits"],
        "benefits": [_points("benefits", _("That come")), _points("seldom", words.SELDOM)],
        "drawbacks": [(f"on-{each}", words.AREAS[each], drawbacks_cell(each)) for each in AREAS],
        "costs": [(f"cost-{each}", words.COSTS[each], cost_cell(each)) for each in COST_KINDS],
        "governance": [
            *((f"duty-{each}", words.DUTIES[each], _duty(each)) for each in DUTIES),
            ("standards", _("Compatible standards"), _standards),
        ],
    }
    for anchor, title, note in words.SECTIONS:
        yield Section(
            anchor=anchor,
            title=title,
            note=note,
            rows=tuple(
                Row(place, head, tuple(made(playbook().models[ref.slug], ref) for ref in refs))
                for place, head, made in rows[anchor]
            ),
            sources=tuple((name, playbook().url(page)) for name, page in words.SOURCES[anchor]),
        )


def _text(field: str) -> tuple[str, str | Promise, Made]:
    title = {**TOLD["model"], **BESIDE["model"]}[field]
    return (
        field.replace("_", "-"),
        title,
        lambda page, ref: Text(ref, tuple(getattr(page, field).split("\n\n"))),
    )


def _points(field: str, title: str | Promise) -> tuple[str, str | Promise, Made]:
    return f"{field}-told", title, lambda page, ref: Points(ref, getattr(page, field))


def _duty(what: str) -> Made:
    return lambda page, ref: Duties(ref, next(d for d in page.governance if d.what == what))


def _standards(page: ModelPage, ref: Ref) -> Cell:
    return Standards(ref, page.standards, page.auditing)
