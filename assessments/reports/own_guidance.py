"""What an organisation adds of its own to the playbook's entries, told beside their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assessments.playbook.entries import EntryKind


@dataclass(frozen=True, slots=True)
class GuidanceTold:
    """What an organisation adds of its own to an entry: `text` is Markdown as it was written."""

    text: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnGuidance:
    """All that an organisation adds, by kind and slug of the entry. `whose` is its name; a guest
    has none. It is told beside the playbook's words, never among them."""

    whose: str = ""
    by_entry: Mapping[tuple[EntryKind, str], tuple[GuidanceTold, ...]] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.whose, frozenset(self.by_entry.items())))

    def on(self, kind: EntryKind, slug: str) -> tuple[GuidanceTold, ...]:
        """What it adds to an entry."""
        return self.by_entry.get((kind, slug), ())


NO_GUIDANCE = OwnGuidance()
"""What whoever has no organisation adds."""
