"""A pasted or uploaded table of services, read: which column is what, and what each row says."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from assessments.names import tidy_name

MOST_ROWS = 5_000
LONGEST_TABLE = 300_000
"""Characters: what a form may hold, however its letters are written."""

DELIMITERS = "\t;,"

HEADINGS: Mapping[str, frozenset[str]] = {
    "service": frozenset({"service", "services", "name", "service name", "component", "system"}),
    "team": frozenset({"team", "team name", "owner", "owning team", "squad", "group"}),
    "domain": frozenset({"domain", "area", "tribe", "journey", "customer journey"}),
    "description": frozenset({"description", "about", "purpose", "what it does"}),
    "contact": frozenset({"contact", "channel", "slack", "e-mail", "email", "chat"}),
}
"""How the headings of each column may be spelt, in any case and order."""


@dataclass(frozen=True)
class TableRow:
    """One row, tidied; `line` is where it stands in the table, its headings being line 1."""

    line: int
    service: str
    team: str
    domain: str
    description: str
    contact: str


@dataclass(frozen=True)
class ServiceTable:
    """A table as it was understood: each column's heading and what it was taken for ("" for those
    left out), and the rows, blank ones left out."""

    columns: tuple[tuple[str, str], ...]
    rows: tuple[TableRow, ...]


class NotATable(ValueError):
    """What was given cannot be read as a table of services; the text says why and what to do."""


def read_table(text: str) -> ServiceTable:
    """Rows of cells parted by tabs, semicolons or commas, whichever the headings have. Raises
    NotATable."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(text.strip("\r\n")), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise NotATable(
            _("A quotation mark is open or out of place. Mend it, and send the table again.")
        ) from error
    if not lines:
        raise NotATable(_("The table is empty. Paste it with its headings."))
    columns = tuple((tidy_name(each), _taken_for(each)) for each in lines[0])
    found = [column for _heading, column in columns if column]
    if not {"service", "team"} <= set(found):
        raise NotATable(
            _("No column is headed “Service” and “Team”. Give the first row these headings.")
        )
    if len(found) != len(set(found)):
        raise NotATable(_("Two columns have the same heading. Leave one of them out."))
    rows = tuple(_rows(lines[1:], [column for _heading, column in columns]))
    if not rows:
        raise NotATable(_("The table has headings and no rows."))
    if len(rows) > MOST_ROWS:
        raise NotATable(
            _("That is %(count)s rows. Import at most %(most)s at a time.")
            % {"count": len(rows), "most": MOST_ROWS}
        )
    return ServiceTable(columns, rows)


def _taken_for(heading: str) -> str:
    spelt = tidy_name(heading).removeprefix("\ufeff").casefold()
    return next((column for column, known in HEADINGS.items() if spelt in known), "")


def _rows(lines: Sequence[Sequence[str]], columns: Sequence[str]) -> Iterator[TableRow]:
    for line, cells in enumerate(lines, 2):
        said = {
            column: tidy_name(cell) for column, cell in zip(columns, cells, strict=False) if column
        }
        if any(said.values()):
            yield TableRow(line, **{column: said.get(column, "") for column in HEADINGS})
