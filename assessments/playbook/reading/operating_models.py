"""Files of models/: one operating model each, all under the same heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from assessments.playbook.operating_models import (
    AREAS,
    COST_KINDS,
    COST_WEIGHTS,
    DUTIES,
    SHARES,
    SPENDINGS,
    Area,
    Cost,
    Governance,
    ModelPage,
    OwnDrawback,
    Share,
)
from assessments.playbook.reading.common import common
from assessments.playbook.reading.index import Index
from assessments.playbook.reading.table import Table
from assessments.playbook.rule_slugs import PROFILE, QUESTIONS

LEAST_LISTED = 2
"""One benefit alone is no list: it would be told as a text."""

ENTRIES_OF = {"ops-run-it": "drawbacks", "you-build-it-you-run-it": "pitfalls"}
"""The kind of entry that tells what speaks against a model. The hybrid has that of both."""

DIMENSIONS = tuple(section for section in QUESTIONS if section != PROFILE)


def read_model(table: Table, slug: str, index: Index) -> ModelPage:
    """A file of models/."""
    entries = _entries(table, index.names.get(ENTRIES_OF.get(slug, ""), ()))
    drawbacks = _drawbacks(table)
    _check_areas(table, entries, drawbacks)
    return ModelPage(
        **common(table, slug),
        suits=table.paragraphs("suits"),
        deploys=table.paragraphs("deploys"),
        protects=table.paragraphs("protects"),
        restores=table.paragraphs("restores"),
        learns=table.paragraphs("learns"),
        benefits=table.steps("benefits", LEAST_LISTED),
        seldom=table.steps("seldom", LEAST_LISTED),
        frequency=table.text("frequency"),
        lead_time=table.text("lead_time"),
        incentive=table.text("incentive"),
        availability=table.text("availability"),
        restoration_time=table.text("restoration_time"),
        insight_time=table.text("insight_time"),
        improvement_time=table.text("improvement_time"),
        entries=entries,
        drawbacks=drawbacks,
        costs=_costs(table),
        governance=_governance(table),
        standards=table.words("standards", required=True),
        auditing=table.text("auditing"),
    )


def _entries(table: Table, known: Sequence[str]) -> Mapping[Area, tuple[str, ...]]:
    listed = table.table("entries", required=False)
    if listed is None:
        return MappingProxyType({})
    found = {area: listed.slugs(area, known) for area in AREAS}
    listed.close()
    return MappingProxyType({area: slugs for area, slugs in found.items() if slugs})


def _drawbacks(table: Table) -> tuple[OwnDrawback, ...]:
    found = []
    for row in table.tables("drawbacks"):
        area = row.choice("area", AREAS)
        drawback = OwnDrawback(
            area=area or AREAS[0],
            title=row.text("title"),
            says=row.text("says"),
            counter=row.text("counter"),
            price=row.text("price"),
        )
        row.close()
        if area:
            found.append(drawback)
    return tuple(found)


def _check_areas(
    table: Table, entries: Mapping[Area, tuple[str, ...]], drawbacks: tuple[OwnDrawback, ...]
) -> None:
    """Note each area without a drawback, unless something listed could not be read."""
    told = {*entries, *(drawback.area for drawback in drawbacks)}
    missing = [area for area in AREAS if area not in told]
    if missing and not table.faulty("drawbacks") and not table.faulty("entries"):
        remedy = "name an entry under entries or add a drawback"
        table.fault("drawbacks", f"says nothing on {', '.join(missing)}: {remedy}")


def _costs(table: Table) -> tuple[Cost, ...]:
    found = []
    for row in table.tables("costs"):
        kind = row.choice("kind", COST_KINDS)
        weight = row.choice("weight", COST_WEIGHTS)
        spending = row.choices("spending", SPENDINGS)
        why = row.text("why")
        share = _share(row)
        row.close()
        if kind and weight:
            found.append(Cost(kind, spending, weight, why, share))
    _check_rows(table, "costs", [cost.kind for cost in found], COST_KINDS)
    return tuple(found)


def _share(row: Table) -> Mapping[str, Share]:
    shares = row.table("share", required=False)
    if shares is None:
        return MappingProxyType({})
    found = {each: shares.choice(each, SHARES, required=False) for each in DIMENSIONS}
    shares.close()
    return MappingProxyType({each: share for each, share in found.items() if share})


def _governance(table: Table) -> tuple[Governance, ...]:
    found = []
    for row in table.tables("governance"):
        what = row.choice("what", DUTIES)
        duty = Governance(
            what=what or DUTIES[0],
            responsible=row.text("responsible"),
            accountable=row.text("accountable"),
            informed=row.text("informed"),
        )
        row.close()
        if what:
            found.append(duty)
    _check_rows(table, "governance", [duty.what for duty in found], DUTIES)
    return tuple(found)


def _check_rows(table: Table, key: str, found: Sequence[str], all_of: Sequence[str]) -> None:
    """Note rows that are not there once each in their order, unless one could not be read."""
    if list(found) != list(all_of) and not table.faulty(key):
        expected = f"expected a table each for {', '.join(all_of)}, in this order"
        table.fault(key, f"{expected}; found {', '.join(found)}: put the rows right")
