"""What importing a table of services would do, row by row, before anything is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.models import Domain, Organisation, Service, Team
from assessments.models.organisations import LONGEST_CONTACT
from assessments.models.services import LONGEST_DESCRIPTION
from assessments.names import LONGEST_NAME, fold
from assessments.service_table.table import ServiceTable, TableRow


class Fate(TextChoices):
    """What becomes of a row."""

    FAULTY = "faulty", gettext_lazy("Faulty")
    DOUBTFUL = "doubtful", gettext_lazy("Doubtful")
    NEW = "new", gettext_lazy("New")
    KNOWN = "known", gettext_lazy("Known")


@dataclass(frozen=True)
class Judged:
    """A row with what becomes of it, and why where it is not plainly new or known."""

    row: TableRow
    fate: Fate
    why: str = ""


@dataclass(frozen=True)
class Preview:
    """The rows judged, the worst first; teams (with domain and contact) and domains to be made."""

    rows: tuple[Judged, ...]
    teams: tuple[tuple[str, str, str], ...]
    domains: tuple[str, ...]

    def of(self, fate: Fate) -> int:
        return sum(each.fate == fate for each in self.rows)

    @property
    def counts(self) -> tuple[tuple[Fate, int], ...]:
        return tuple((fate, self.of(fate)) for fate in Fate if self.of(fate))

    @property
    def can_import(self) -> bool:
        """Whether there is something to do and nothing in its way: all or nothing."""
        return not self.of(Fate.FAULTY) and bool(self.of(Fate.NEW))

    @property
    def new(self) -> tuple[TableRow, ...]:
        return tuple(each.row for each in self.rows if each.fate == Fate.NEW)


def preview(table: ServiceTable, organisation: Organisation) -> Preview:
    """Three queries, however many rows."""
    of = {"organisation": organisation}
    standing = Service.objects.filter(**of, archived_at=None)
    services = {fold(name): team for name, team in standing.values_list("name", "team__name")}
    named = Team.objects.filter(**of).values_list("name", "domain__name")
    teams = {fold(name): domain or "" for name, domain in named}
    domains = {fold(name) for name in Domain.objects.filter(**of).values_list("name", flat=True)}
    judged, seen = [], dict[str, TableRow]()
    for row in table.rows:
        judged.append(_judge(row, seen, services, teams))
        seen.setdefault(fold(row.service), row)
    new = [each.row for each in judged if each.fate == Fate.NEW]
    made = _once((row.team, row) for row in new if fold(row.team) not in teams)
    return Preview(
        rows=tuple(sorted(judged, key=lambda each: (list(Fate).index(each.fate), each.row.line))),
        teams=tuple((name, row.domain, row.contact) for name, row in made),
        domains=tuple(
            name
            for name, _row in _once((row.domain, row) for _name, row in made if row.domain)
            if fold(name) not in domains
        ),
    )


def _once(named: Iterable[tuple[str, TableRow]]) -> list[tuple[str, TableRow]]:
    """Each name in its first spelling, with its first row."""
    first: dict[str, tuple[str, TableRow]] = {}
    for name, row in named:
        first.setdefault(fold(name), (name, row))
    return list(first.values())


def _judge(
    row: TableRow, seen: dict[str, TableRow], services: dict[str, str], teams: dict[str, str]
) -> Judged:
    if fault := _fault(row):
        return Judged(row, Fate.FAULTY, fault)
    if before := seen.get(fold(row.service)):
        same = fold(before.team) == fold(row.team)
        said = _("Stands in line %(line)s already.") % {"line": before.line}
        return Judged(row, Fate.DOUBTFUL if same else Fate.FAULTY, said)
    if (team := services.get(fold(row.service))) is not None:
        if fold(team) == fold(row.team):
            return Judged(row, Fate.KNOWN)
        said = _("Belongs to team %(team)s already, and stays there.") % {"team": team}
        return Judged(row, Fate.DOUBTFUL, said)
    domain = teams.get(fold(row.team))
    if row.domain and domain is not None and fold(domain) != fold(row.domain):
        where = _("in domain %s") % domain if domain else _("in no domain")
        said = _("New; its team is %(where)s, and stays there.") % {"where": where}
        return Judged(row, Fate.NEW, said)
    return Judged(row, Fate.NEW)


def _fault(row: TableRow) -> str:
    if not row.service:
        return _("It names no service.")
    if not row.team:
        return _("It names no team.")
    named = (row.service, row.team, row.domain)
    if any(len(name) > LONGEST_NAME for name in named):
        return _("A name is longer than %s characters.") % LONGEST_NAME
    if len(row.description) > LONGEST_DESCRIPTION:
        return _("The description is longer than %s characters.") % LONGEST_DESCRIPTION
    if len(row.contact) > LONGEST_CONTACT:
        return _("The contact is longer than %s characters.") % LONGEST_CONTACT
    return ""
