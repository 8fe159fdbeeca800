"""The page of an operating model: how it works, what it brings and costs, and who answers for what.

Every model is told under the same heads, so that they can be read side by side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from assessments.playbook.entries import Entry

Area = Literal["deployment", "protection", "restoration", "learning", "people"]
"""What a drawback touches; "people" stands for money and people."""

CostKind = Literal["set-up", "transition", "run", "incident", "opportunity"]
"""What causes a cost. Set-up and transition come once, the others for as long as it runs."""

Spending = Literal["capital", "operating", "lost-revenue"]
"""How a cost shows in the books."""

CostWeight = Literal["lower", "equal", "higher", "between"]
"""A cost beside the other model's; "between" is for the hybrid, which lies between the two."""

Share = Literal["low", "low-to-medium", "medium", "medium-to-high", "high"]
"""How much of a dimension's total cost of ownership a cost makes up, as the source estimates."""

Duty = Literal["digital-services", "foundational-systems", "changes", "reviews"]
"""What somebody answers for: the reliability of either kind of service, putting changes live,
learning from incidents."""

AREAS: tuple[Area, ...] = get_args(Area)
COST_KINDS: tuple[CostKind, ...] = get_args(CostKind)
SPENDINGS: tuple[Spending, ...] = get_args(Spending)
COST_WEIGHTS: tuple[CostWeight, ...] = get_args(CostWeight)
SHARES: tuple[Share, ...] = get_args(Share)
DUTIES: tuple[Duty, ...] = get_args(Duty)


@dataclass(frozen=True, slots=True)
class OwnDrawback:
    """A drawback of the model as such, which has no page of its own: what it `says`, what is a
    `counter` to it and the `price` of that."""

    area: Area
    title: str
    says: str
    counter: str
    price: str


@dataclass(frozen=True, slots=True)
class Cost:
    """A kind of cost under a model, and `why` it is so. `share` goes from a dimension to the part
    it has there; it holds none that the source does not estimate."""

    kind: CostKind
    spending: tuple[Spending, ...]
    weight: CostWeight
    why: str
    share: Mapping[str, Share]


@dataclass(frozen=True, slots=True)
class Governance:
    """Who does the work, who answers for the outcome and who is told of it."""

    what: Duty
    responsible: str
    accountable: str
    informed: str


@dataclass(frozen=True, slots=True)
class ModelPage(Entry):
    """An operating model.

    In words: which services it `suits`; how one `deploys`, `protects` availability, `restores` it
    and `learns` under it; the `benefits` that come and those that are promised but `seldom` come.
    In figures: from `frequency` to `improvement_time`. `entries` holds the slugs of the drawbacks
    (of Ops Run It) or pitfalls (of You Build It You Run It) of each area, `drawbacks` those
    without a page of their own; no area is without either. `costs` and `governance` have a row
    for every kind and duty, in order. `auditing` says what the `standards` mean for the model.
    """

    suits: str
    deploys: str
    protects: str
    restores: str
    learns: str
    benefits: tuple[str, ...]
    seldom: tuple[str, ...]
    frequency: str
    lead_time: str
    incentive: str
    availability: str
    restoration_time: str
    insight_time: str
    improvement_time: str
    entries: Mapping[Area, tuple[str, ...]]
    drawbacks: tuple[OwnDrawback, ...]
    costs: tuple[Cost, ...]
    governance: tuple[Governance, ...]
    standards: tuple[str, ...]
    auditing: str

    @property
    def texts(self) -> tuple[str, ...]:
        """Its prose, in the order of its page: not the figures, tables and drawbacks."""
        told = (self.suits, self.deploys, self.protects, self.restores, self.learns)
        return (*told, *self.benefits, *self.seldom)
