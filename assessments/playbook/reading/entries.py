"""Files of what is advised: principles, practices, pitfalls, drawbacks and models."""

from __future__ import annotations

import re
from typing import TypedDict

from assessments.playbook.entries import Drawback, ModelPage, Pitfall, Practice, Principle
from assessments.playbook.faults import quoted
from assessments.playbook.fixed import MAJORITY_GROUP
from assessments.playbook.reading.index import MODELS, PHASES, Index, served
from assessments.playbook.reading.table import Table

STEPS = range(1, 4)
"""No group of the source takes more than three steps."""

LEAST_WAY_OUT = 2
"""One step alone is no way: it would be told as a text."""

PAGE = re.compile(r"(?!/)(?![A-Za-z][A-Za-z0-9+.-]*:)\S+")


class _Common(TypedDict):
    slug: str
    title: str
    summary: str
    page: str


def _common(table: Table, slug: str) -> _Common:
    page = table.text("page")
    if page and not PAGE.fullmatch(page):
        expected = "expected a path under the source's url, without scheme or leading slash"
        table.fault("page", f"{expected}; found {quoted(page)}")
    return {
        "slug": slug,
        "title": table.text("title"),
        "summary": table.text("summary"),
        "page": page,
    }


def read_principle(table: Table, slug: str) -> Principle:
    """A file of principles/."""
    return Principle(
        **_common(table, slug),
        changes=table.paragraphs("changes"),
        example=table.paragraphs("example"),
    )


def read_practice(table: Table, slug: str, index: Index) -> Practice:
    """A file of practices/, with what its group says for it."""
    own_guards = table.slugs("guards", index.names["pitfalls"])
    group = next((group for group in index.groups if slug in group.practices), None)
    shared_guards = group.guards if group and group.slug != MAJORITY_GROUP else ()
    return Practice(
        **_common(table, slug),
        group=group.slug if group else "",
        phase=group.phase if group else PHASES.start,
        step=table.whole("step", STEPS) or STEPS.start,
        serves=served(table) or (index.serves[group.slug] if group else MODELS),
        guards=tuple(dict.fromkeys((*own_guards, *shared_guards))),
        risks=table.slugs("risks", index.names["pitfalls"]),
        principles=group.principles if group else (),
        why=table.paragraphs("why"),
        in_place=table.paragraphs("in_place"),
        start=table.text("start"),
        next=table.paragraphs("next"),
        measure=table.paragraphs("measure"),
        goes_wrong=table.paragraphs("goes_wrong"),
        who=table.paragraphs("who"),
    )


def read_pitfall(table: Table, slug: str) -> Pitfall:
    """A file of pitfalls/."""
    return Pitfall(
        **_common(table, slug),
        recognise=table.paragraphs("recognise"),
        causes=table.paragraphs("causes"),
        costs=table.paragraphs("costs"),
        way_out=table.steps("way_out", LEAST_WAY_OUT),
    )


def read_drawback(table: Table, slug: str) -> Drawback:
    """A file of drawbacks/."""
    return Drawback(
        **_common(table, slug),
        counter=table.text("counter"),
        price=table.text("price"),
        body=table.paragraphs("body"),
    )


def read_model(table: Table, slug: str) -> ModelPage:
    """A file of models/."""
    return ModelPage(**_common(table, slug), body=table.paragraphs("body"))
