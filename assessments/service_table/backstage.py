"""Backstage's catalogue as a table of services: components with the groups that own them, and the
domains of their systems.

Source: the descriptor format of Backstage's software catalogue, `catalog-info.yaml`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml
from django.utils.translation import gettext as _

from assessments.names import tidy_name
from assessments.service_table.table import MOST_ROWS, NotATable, ServiceTable, TableRow

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Makes plain values only; libyaml's own where there is one, which is ten times as fast."""

TAKEN_FOR: Mapping[str, str] = {
    "component": "service",
    "group": "team",
    "system": "domain",
    "domain": "domain",
}
"""What each kind of document is taken for; others are left out."""

_KEYS = re.compile(r"^(apiVersion|kind)\s*:", re.MULTILINE)


@dataclass(frozen=True)
class _Entity:
    """A document: its kind, its name, and in which line it begins."""

    kind: str
    name: str
    line: int
    metadata: Mapping[str, Any]
    spec: Mapping[str, Any]

    @property
    def title(self) -> str:
        shown = _mapping(self.spec.get("profile")).get("displayName")
        return _line(shown) or _line(self.metadata.get("title")) or self.name


def is_catalogue(text: str) -> bool:
    """Whether a text looks like one and not like a table."""
    return {"apiVersion", "kind"} <= set(_KEYS.findall(text))


def read_catalogue(text: str) -> ServiceTable:
    """Each Component is a service. Raises NotATable."""
    entities = _entities(text)
    of = {(each.kind, each.name.casefold()): each for each in entities}
    rows = tuple(_row(each, of) for each in entities if each.kind == "component")
    if not rows:
        raise NotATable(_("The catalogue has no document of kind Component."))
    if len(rows) > MOST_ROWS:
        raise NotATable(
            _("That is %(count)s components. Import at most %(most)s at a time.")
            % {"count": len(rows), "most": MOST_ROWS}
        )
    kinds = Counter(each.kind for each in entities)
    columns = tuple(
        (f"{kind.capitalize()} ({count})", TAKEN_FOR.get(kind, "")) for kind, count in kinds.items()
    )
    return ServiceTable(columns, rows)


def _entities(text: str) -> Sequence[_Entity]:
    try:
        lines = _lines_of_documents(text)
        documents = list(yaml.load_all(text, LOADER))
    except NotATable:
        raise
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        where = getattr(error, "problem_mark", None)
        said = _("line %s") % (where.line + 1) if where else _("it is nested too deeply")
        raise NotATable(
            _("The catalogue is no YAML that can be read: %s. Mend it there and look again.") % said
        ) from error
    return [
        _entity(document, line)
        for document, line in zip(documents, lines, strict=True)
        if isinstance(document, dict)
    ]


def _lines_of_documents(text: str) -> list[int]:
    """In which line each begins. Refuses names for parts that are then repeated: a few of them
    unfold into millions."""
    lines = []
    for event in yaml.parse(text, LOADER):
        if isinstance(event, yaml.AliasEvent):
            raise NotATable(
                _("Line %s repeats a part by its name (*). Write it out, and look again.")
                % _line_of(event)
            )
        if isinstance(event, yaml.DocumentStartEvent):
            lines.append(_line_of(event))
    return lines


def _line_of(event: Any) -> int:
    line: int = event.start_mark.line
    return line + 1


def _entity(document: Mapping[str, Any], line: int) -> _Entity:
    metadata, spec = _mapping(document.get("metadata")), _mapping(document.get("spec"))
    kind = _line(document.get("kind")).casefold()
    return _Entity(kind, _line(metadata.get("name")), line, metadata, spec)


def _row(component: _Entity, of: Mapping[tuple[str, str], _Entity]) -> TableRow:
    owner = _line(component.spec.get("owner"))
    group = None if _kind_of(owner) == "user" else of.get(("group", _name_of(owner)))
    system = of.get(("system", _name_of(_line(component.spec.get("system")))))
    named = _line((system or component).spec.get("domain"))
    domain = of.get(("domain", _name_of(named)))
    return TableRow(
        line=component.line,
        service=component.title,
        # A person is no team: the row is told as one that names none.
        team=group.title if group else "" if _kind_of(owner) == "user" else _plain(owner),
        domain=domain.title if domain else _plain(named),
        description=_line(component.metadata.get("description")),
        contact=_contact(group),
    )


def _contact(group: _Entity | None) -> str:
    """The group's address, or where it says that it chats."""
    if group is None:
        return ""
    profile = _mapping(group.spec.get("profile"))
    annotations = _mapping(group.metadata.get("annotations"))
    chats = (_line(value) for key, value in annotations.items() if "slack" in str(key).casefold())
    return _line(profile.get("email")) or next(chats, "")


def _kind_of(reference: str) -> str:
    """Of "kind:namespace/name", of which only the name is needed."""
    return reference.partition(":")[0].casefold() if ":" in reference else ""


def _plain(reference: str) -> str:
    return reference.rpartition(":")[2].rpartition("/")[2]


def _name_of(reference: str) -> str:
    return _plain(reference).casefold()


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _line(value: object) -> str:
    """A plain value on one line; "" for what is none."""
    return tidy_name(str(value)) if isinstance(value, str | int | float) else ""
