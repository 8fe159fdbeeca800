"""Files of what is advised: principles, practices, pitfalls and drawbacks."""

from __future__ import annotations

from assessments.playbook.entries import Drawback, Pitfall, Practice, Principle
from assessments.playbook.reading.common import common
from assessments.playbook.reading.index import MODELS, PHASES, Index, served
from assessments.playbook.reading.table import Table

STEPS = range(1, 4)
"""No group of the source takes more than three steps."""

LEAST_WAY_OUT = 2
"""One step alone is no way: it would be told as a text."""


def read_principle(table: Table, slug: str) -> Principle:
    """A file of principles/."""
    return Principle(
        **common(table, slug),
        changes=table.paragraphs("changes"),
        example=table.paragraphs("example"),
    )


def read_practice(table: Table, slug: str, index: Index) -> Practice:
    """A file of practices/, with what its group says for it."""
    group = next((group for group in index.groups if slug in group.practices), None)
    return Practice(
        **common(table, slug),
        group=group.slug if group else "",
        phase=group.phase if group else PHASES.start,
        step=table.whole("step", STEPS) or STEPS.start,
        serves=served(table) or (index.serves[group.slug] if group else MODELS),
        guards=table.slugs("guards", index.names["pitfalls"]),
        risks=table.slugs("risks", index.names["pitfalls"]),
        principles=group.principles if group else (),
        why=table.paragraphs("why"),
        in_place=table.paragraphs("in_place"),
        start=table.text("start"),
        next=table.paragraphs("next"),
        measure=table.paragraphs("measure"),
        goes_wrong=table.paragraphs("goes_wrong"),
        who=table.paragraphs("who"),
        start_known=table.text("start_known", required=False),
    )


def read_pitfall(table: Table, slug: str) -> Pitfall:
    """A file of pitfalls/."""
    return Pitfall(
        **common(table, slug),
        recognise=table.paragraphs("recognise"),
        causes=table.paragraphs("causes"),
        costs=table.paragraphs("costs"),
        way_out=table.steps("way_out", LEAST_WAY_OUT),
    )


def read_drawback(table: Table, slug: str) -> Drawback:
    """A file of drawbacks/."""
    return Drawback(
        **common(table, slug),
        recognise=table.paragraphs("recognise"),
        causes=table.paragraphs("causes"),
        costs=table.paragraphs("costs"),
        counter=table.text("counter"),
        price=table.text("price"),
    )
