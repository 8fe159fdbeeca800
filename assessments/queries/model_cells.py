"""What a cell of the models' comparison holds. `kind` tells the template how it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from assessments.current import playbook
from assessments.playbook.operating_models import (
    Area,
    Cost,
    CostKind,
    Governance,
    ModelPage,
    OwnDrawback,
)
from assessments.queries import comparison_labels as words
from assessments.queries.entries import Ref


@dataclass(frozen=True)
class Text:
    """Paragraphs of prose, or one figure."""

    model: Ref
    paragraphs: tuple[str, ...]
    kind: str = "text"


@dataclass(frozen=True)
class Points:
    """A list of short statements."""

    model: Ref
    points: tuple[str, ...]
    kind: str = "points"


@dataclass(frozen=True)
class Listed:
    """A drawback or pitfall with a page of its own: what counters it at what `price`, or of a
    pitfall the first `step` of the way out."""

    ref: Ref
    counter: str = ""
    price: str = ""
    step: str = ""


@dataclass(frozen=True)
class Drawbacks:
    """What speaks against a model in one area."""

    model: Ref
    listed: tuple[Listed, ...]
    own: tuple[OwnDrawback, ...]
    kind: str = "drawbacks"


@dataclass(frozen=True)
class CostTold:
    """A cost in words: its weight beside the other model, how it shows in the books, and its
    share of each dimension's total cost where the source estimates one."""

    model: Ref
    cost: Cost
    weight: str | Promise
    spending: tuple[str | Promise, ...]
    share: tuple[tuple[str, str | Promise], ...]
    kind: str = "cost"


@dataclass(frozen=True)
class Duties:
    """Who is responsible, accountable and informed."""

    model: Ref
    duty: Governance
    kind: str = "duties"


@dataclass(frozen=True)
class Standards:
    """The standards a model goes with, and what they mean for it."""

    model: Ref
    standards: tuple[str, ...]
    auditing: str
    kind: str = "standards"


Cell = Text | Points | Drawbacks | CostTold | Duties | Standards


def drawbacks_cell(area: Area) -> Callable[[ModelPage, Ref], Cell]:
    """The cell of an area: first what has a page of its own."""

    def cell(page: ModelPage, ref: Ref) -> Cell:
        listed = tuple(map(_listed, page.entries.get(area, ())))
        return Drawbacks(ref, listed, tuple(d for d in page.drawbacks if d.area == area))

    return cell


def cost_cell(kind: CostKind) -> Callable[[ModelPage, Ref], Cell]:
    """The cell of a kind of cost."""

    def cell(page: ModelPage, ref: Ref) -> Cell:
        cost = next(cost for cost in page.costs if cost.kind == kind)
        titles = {dimension.slug: dimension.title for dimension in playbook().dimensions}
        return CostTold(
            model=ref,
            cost=cost,
            weight=words.WEIGHTS[cost.weight],
            spending=tuple(words.SPENDINGS[each] for each in cost.spending),
            share=tuple((titles[each], words.SHARES[share]) for each, share in cost.share.items()),
        )

    return cell


def _listed(slug: str) -> Listed:
    drawback = playbook().drawbacks.get(slug)
    if drawback:
        ref = Ref("drawback", slug, drawback.title, drawback.summary)
        return Listed(ref, counter=drawback.counter, price=drawback.price)
    pitfall = playbook().pitfalls[slug]
    return Listed(Ref("pitfall", slug, pitfall.title, pitfall.summary), step=pitfall.way_out[0])
