"""The operating model selector as a grid: exposure up, demand along, marks for a service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.playbook.questions import Model
from assessments.reports import result_labels
from assessments.scoring.inputs import BandSlug, Demand
from assessments.scoring.selector import AVAILABILITY, BANDS, DEMANDS, DEPLOYMENT, select
from assessments.scoring.verdict import Part
from assessments.scoring.vocabulary import Availability, Deployment, PartName

TODAY: Mapping[str, Demand] = {
    "less-than-monthly": "low",
    "monthly": "low",
    "fortnightly": "medium",
    "weekly": "high",
    "daily-or-more": "very-high",
}
"""The column in which a service stands by how often it is deployed today."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its model, the parts whose targets lie in it, and whether the service is
    deployed as often as this today (`today`), which draws a hollow mark."""

    demand: Demand
    deployment: Deployment
    model: Model
    model_title: str
    parts: tuple[PartName, ...]
    today: bool
    narrow: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One band of exposure; `on` is false where the organisation has not switched it on."""

    band: BandSlug
    title: str
    availability: Availability
    on: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One demand and the deployment target it needs."""

    demand: Demand
    title: str
    deployment: str
    narrow: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """The selector, highest exposure first; `summary` says in words what the marks show."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    summary: str

    @property
    def shows_today(self) -> bool:
        """Whether the hollow mark is anywhere."""
        return any(cell.today for row in self.rows for cell in row.cells)


def draw(
    parts: Sequence[Part] = (), deployed_today: str | None = None, bands_on: Sequence[str] = BANDS
) -> Matrix:
    """The selector with a mark for each part, and one for today's deployment frequency, an
    option's slug of the question of that name, in the row of the judged part."""
    deployed = deployed_today or ""
    today = TODAY.get(deployed)
    return Matrix(
        columns=tuple(
            Column(
                demand,
                result_labels.DEMANDS[demand],
                result_labels.DEPLOYMENTS[DEPLOYMENT[demand]],
                _narrow(demand),
            )
            for demand in DEMANDS
        ),
        rows=tuple(
            Row(
                band,
                result_labels.BANDS[band],
                AVAILABILITY[band],
                band in bands_on,
                tuple(_cell(band, demand, parts, today) for demand in DEMANDS),
            )
            for band in reversed(BANDS)
        ),
        summary=_summary(parts, deployed),
    )


def _cell(band: BandSlug, demand: Demand, parts: Sequence[Part], today: Demand | None) -> Cell:
    availability, deployment = AVAILABILITY[band], DEPLOYMENT[demand]
    model = select(availability, deployment)
    here = tuple(
        part.part
        for part in parts
        if (part.availability, part.deployment) == (availability, deployment)
    )
    deployed_here = bool(parts) and demand == today and parts[0].availability == availability
    return Cell(
        demand, deployment, model, result_labels.MODELS[model], here, deployed_here, _narrow(demand)
    )


def _narrow(demand: Demand) -> bool:
    return demand == "medium-to-high"


def _summary(parts: Sequence[Part], deployed: str) -> str:
    several = len(parts) > 1
    said = [
        f"{result_labels.PARTS[part.part] if several else 'Its targets'}: "
        f"{result_labels.availability(part.availability)} and "
        f"{result_labels.DEPLOYMENTS[part.deployment].lower()}, {result_labels.MODELS[part.model]}."
        for part in parts
    ]
    if parts and deployed in TODAY:
        said.append(f"Deployed today: {deployed.replace('-', ' ')}.")
    return " ".join(said)
