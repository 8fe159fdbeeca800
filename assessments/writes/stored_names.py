"""The names that are stored already, tidied, with their keys for finding and sorting.

For the migration that brings the keys, and for `refresh_names` once no process of a release
without them writes any more. It takes the models, so that a migration can give its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from assessments.names import LONGEST_NAME, search_key, sort_key, tidy_name

MODELS = ("Organisation", "Domain", "Team", "Service", "User", "GuestCheck")

BATCH = 200
"""Rows written in one statement."""

KEYS = {"search_key": search_key, "sort_key": sort_key}


@dataclass(frozen=True)
class Renamed:
    """A row that got a number, since another of its organisation bears the name."""

    kind: str
    pk: int
    organisation: str
    was: str
    name: str

    def __str__(self) -> str:
        return _(
            "%(kind)s %(pk)s of %(organisation)s is now called “%(name)s”: another one there is "
            "“%(was)s”, too."
        ) % vars(self)


def refresh_names(of: Iterable[type[models.Model]]) -> tuple[int, list[Renamed]]:
    """Tidy the names of these models and fill their keys: how many rows were written, and which
    were given another name."""
    written, renamed = 0, list[Renamed]()
    for model in of:
        for rows, numbered in _unique(model) if _has(model, "search_key") else _others(model):
            written += rows
            renamed += numbered
    return written, renamed


def _has(model: type[models.Model], column: str) -> bool:
    return any(field.name == column for field in model._meta.fields)


def _others(model: type[models.Model]) -> Iterator[tuple[int, list[Renamed]]]:
    """Rows whose names may be alike, a batch after another."""
    last: int | None = 0
    while last is not None:
        with transaction.atomic():
            found = list(_rows(model).filter(pk__gt=last)[:BATCH])
            last = found[-1].pk if found else None
            yield _write(model, [(row, _tidied(row)) for row in found]), []


def _unique(model: type[models.Model]) -> Iterator[tuple[int, list[Renamed]]]:
    """Rows that bear a name once in their organisation, one organisation after another."""
    owners = model._base_manager.order_by("organisation").values_list("organisation", flat=True)
    for organisation in owners.distinct():
        with transaction.atomic():
            found = list(_rows(model).filter(organisation=organisation))
            names = {row: _tidied(row) for row in found}
            numbered = dict(_numbered([(row, names[row]) for row in found if _stands(row)]))
            written = _write(model, (names | numbered).items())
            yield written, [_told(row, names[row], name) for row, name in numbered.items()]


def _rows(model: type[models.Model]) -> models.QuerySet[Any]:
    return model._base_manager.select_for_update().order_by("pk")


def _stands(row: Any) -> bool:
    """Whether its name is taken: an archived service's is free."""
    return getattr(row, "archived_at", None) is None


def _numbered(named: Iterable[tuple[Any, str]]) -> Iterator[tuple[Any, str]]:
    """The rows that must be called otherwise. Whoever bore the name as it is keeps it, or else
    whoever bore it first."""
    by_claim = sorted(named, key=lambda each: (each[0].name != each[1], each[0].pk))
    wanted = {search_key(name) for _row, name in by_claim}
    taken: set[str] = set()
    for row, name in by_claim:
        key = search_key(name)
        if key in taken:
            free = _with_a_number(name, wanted | taken)
            key = search_key(free)
            yield row, free
        taken.add(key)


def _with_a_number(name: str, taken: set[str]) -> str:
    number = 2
    while True:
        ending = f" ({number})"
        numbered = name[: LONGEST_NAME - len(ending)].rstrip() + ending
        if search_key(numbered) not in taken:
            return numbered
        number += 1


def _told(row: Any, was: str, name: str) -> Renamed:
    kind = str(row._meta.verbose_name).capitalize()
    return Renamed(kind, row.pk, row.organisation.slug, was, name)


def _tidied(row: Any) -> str:
    """Its name as it should be. People may have none: they are called by their address."""
    name = tidy_name(row.name)[:LONGEST_NAME].rstrip()
    return name if name or hasattr(row, "email") else _("Unnamed")


def _write(model: type[models.Model], named: Iterable[tuple[Any, str]]) -> int:
    """Write the rows whose name or keys are not as they should be."""
    keys = {column: make for column, make in KEYS.items() if _has(model, column)}
    changed = []
    for row, name in named:
        right = {"name": name} | {key: make(name or row.email) for key, make in keys.items()}
        if any(_plain(getattr(row, column)) != value for column, value in right.items()):
            vars(row).update(right)
            changed.append(row)
    if "search_key" in keys:
        # First, so that no row is held up by the key of a name that another bears no more.
        for at in range(0, len(changed), BATCH):
            rows = model._base_manager.filter(pk__in=[row.pk for row in changed[at : at + BATCH]])
            rows.update(search_key=None)
    model._base_manager.bulk_update(changed, ["name", *keys], batch_size=BATCH)
    return len(changed)


def _plain(value: Any) -> Any:
    """PostgreSQL gives bytes as a view of them."""
    return bytes(value) if isinstance(value, memoryview) else value
