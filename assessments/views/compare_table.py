"""The table of an organisation's services: its columns, its order and its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import django_tables2 as tables
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from assessments.models import Service
from assessments.queries import compare
from assessments.views.paging import ROWS


class Column(tables.Column):
    """A column that sorts by the query's order of its name, what was not assessed last."""

    def __init__(self, label: Any, *, by: str, number: bool = False, **kwargs: Any) -> None:
        attrs = {"th": {"class": "compare__number"}} if number else {}
        super().__init__(label, empty_values=(), attrs=attrs, **kwargs)
        self.by = by

    def order(
        self, services: QuerySet[Service], descending: bool
    ) -> tuple[QuerySet[Service], bool]:
        return compare.ordered(services, self.by, descending=descending), True


class ServiceTable(tables.Table):
    """By name until asked otherwise: it shows patterns and is no league table."""

    name = Column(_("Service"), by="name")
    team = Column(_("Team"), by="team", visible=False)
    model = Column(_("Recommended"), by="model")
    present = Column(_("Runs today"), by="present")
    direction = Column(_("Direction"), by="direction", visible=False)
    exposure = Column(_("Exposure"), by="exposure", number=True)
    loss = Column(_("Accepted loss a week"), by="loss", visible=False)
    availability = Column(_("Availability"), by="availability")
    deployment = Column(_("Deployment"), by="deployment")
    restore = Column(_("Restored"), by="restore")
    risk = Column(_("Risk now"), by="risk")
    throughput = Column(_("Throughput"), by="throughput", visible=False)
    reliability = Column(_("Reliability"), by="reliability", visible=False)
    learning = Column(_("Learning"), by="learning", visible=False)
    answered = Column(_("Answered"), by="answered", visible=False)
    freshness = Column(_("Freshness"), by="freshness", visible=False)
    submitted = Column(_("Last submitted"), by="submitted", initial_sort_descending=True)

    class Meta:
        order_by_field = "sort"
        order_by = "name"

    @property
    def scores(self) -> Sequence[Any]:
        """The columns of scores, which share one to be seen in."""
        return [self.columns[name] for name in ("throughput", "reliability", "learning")]

    @property
    def sorts(self) -> Iterator[tuple[str, Any, bool]]:
        """What it can be sorted by, either way, as the address says it, and whether it is so."""
        asked = str(self.order_by[0]) if self.order_by else ""
        for column in self.columns.iterall():
            yield column.name, column.header, asked == column.name
            falling = f"-{column.name}"
            yield falling, _("%s, highest or latest first") % column.header, asked == falling


def table_of(services: QuerySet[Service], address: QueryDict) -> ServiceTable:
    """Sorted as the address says, where it names columns; else by name."""
    known = set(ServiceTable.base_columns)
    asked = [each for each in address.getlist("sort") if each.removeprefix("-") in known]
    return ServiceTable(services, order_by=asked[:1] or None)


def turn_to(table: ServiceTable, page: str | None) -> None:
    """The page asked for, the nearest there is where there is no such page."""
    table.paginator = Paginator(table.rows, ROWS)
    table.page = table.paginator.get_page(page)
