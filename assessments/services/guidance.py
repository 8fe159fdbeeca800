"""An organisation's own guidance on the playbook's entries: adding, changing, deleting."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2s

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.models import Guidance, Organisation, User
from assessments.playbook.entries import EntryKind
from assessments.services.errors import Refused

MOST_ON_AN_ENTRY = 10
"""Pieces of guidance that an organisation may have on one entry: more would bury the entry."""


class EnoughGuidance(Refused):
    """The entry has as many pieces as one reads."""

    def __init__(self) -> None:
        most = {"most": MOST_ON_AN_ENTRY}
        super().__init__(
            _(
                "Your organisation has %(most)d pieces of guidance on this entry already. Change "
                "or delete one of them instead."
            )
            % most
        )


class GuidanceGone(Refused):
    """It was deleted while its form was open."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Someone has deleted this guidance meanwhile. What you wrote is still here: add it "
                "anew if it is to stay."
            )
        )


class GuidanceChanged(Refused):
    """Someone else changed it while its form was open; `now` is what it has become."""

    def __init__(self, now: Guidance) -> None:
        self.now = now
        super().__init__(
            _(
                "Someone else has changed this guidance meanwhile: see below. Save again to put "
                "yours in its place."
            )
        )


@dataclass(frozen=True)
class Said:
    """What guidance says, and of which entry."""

    kind: EntryKind
    entry: str
    text: str
    links: Sequence[str]


def fingerprint(guidance: Guidance) -> str:
    """A short digest of what is said, for a form to hold: it tells later what it showed."""
    said = [guidance.kind, guidance.entry, guidance.text, guidance.links]
    return blake2s(json.dumps(said).encode(), digest_size=8).hexdigest()


@transaction.atomic
def add(*, organisation: Organisation, said: Said, by: User | None, at: datetime) -> Guidance:
    """Raises EnoughGuidance."""
    _make_room(organisation, said)
    return Guidance.objects.create(organisation=organisation, **_columns(said, by, at))


@transaction.atomic
def change(
    *, guidance: Guidance, shown: str, said: Said, by: User | None, at: datetime
) -> Guidance:
    """Put something else in its place, perhaps on another entry. `shown` is the fingerprint of
    what the form showed. Raises GuidanceGone, GuidanceChanged and EnoughGuidance."""
    rows = Guidance.objects.select_related("organisation", "written_by")
    found = rows.select_for_update(of=("self",)).filter(pk=guidance.pk).first()
    if found is None:
        raise GuidanceGone
    if fingerprint(found) != shown:
        raise GuidanceChanged(found)
    if (found.kind, found.entry) != (said.kind, said.entry):
        _make_room(found.organisation, said)
    for field, value in _columns(said, by, at).items():
        setattr(found, field, value)
    found.save()
    return found


def delete(*, guidance: Guidance) -> None:
    """Deleting what is deleted already is as good."""
    Guidance.objects.filter(pk=guidance.pk).delete()


def _make_room(organisation: Organisation, said: Said) -> None:
    there = Guidance.objects.filter(organisation=organisation, kind=said.kind, entry=said.entry)
    if there.count() >= MOST_ON_AN_ENTRY:
        raise EnoughGuidance


def _columns(said: Said, by: User | None, at: datetime) -> dict[str, object]:
    return {
        "kind": said.kind,
        "entry": said.entry,
        "text": said.text,
        "links": list(said.links),
        "written_at": at,
        "written_by": by,
    }
