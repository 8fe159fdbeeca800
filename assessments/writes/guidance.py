"""An organisation's own guidance on the playbook's entries: adding, changing, deleting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.current import playbook
from assessments.fingerprints import fingerprint
from assessments.models import Guidance, Organisation, User
from assessments.playbook.entries import EntryKind
from assessments.playbook.releases import RENAMED_AS
from assessments.writes.errors import Refused
from assessments.writes.history import signed

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


class GuidanceGone(Exception):
    """It was deleted while its form was open."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Someone has deleted this guidance meanwhile. What you wrote is still here: add it "
                "anew if it is to stay."
            )
        )


class GuidanceChanged(Exception):
    """Someone else changed it while its form was open; `now` is what it has become."""

    def __init__(self, now: Guidance) -> None:
        self.now = now
        super().__init__(
            _(
                "This guidance has been changed in another window meanwhile. What it says now "
                "stands above the form. Save again to put yours in its place."
            )
        )


@dataclass(frozen=True)
class Said:
    """What guidance says, and of which entry."""

    kind: EntryKind
    entry: str
    text: str
    links: Sequence[str]


def shown_as(what: Guidance | Said) -> str:
    """A fingerprint of what is said, for a form to hold: it tells later what it showed."""
    return fingerprint([what.kind, what.entry, what.text, list(what.links)])


@transaction.atomic
def add(*, organisation: Organisation, said: Said, by: User | None, at: datetime) -> Guidance:
    """Raises EnoughGuidance."""
    _make_room(organisation.pk, said)
    guidance = Guidance(organisation=organisation, **_columns(said, by, at))
    signed(guidance, by=by, at=at).save()
    return guidance


@transaction.atomic
def change(
    *, guidance: Guidance, shown: str, said: Said, by: User | None, at: datetime
) -> Guidance:
    """Put something else in its place, perhaps on another entry. `shown` is the fingerprint of
    what the form showed. Raises GuidanceGone, GuidanceChanged and EnoughGuidance."""
    try:
        found = _hold(guidance, shown)
    except GuidanceChanged as meanwhile:
        if shown_as(meanwhile.now) != shown_as(said):
            raise
        return meanwhile.now  # the very same was said: a form sent twice
    if found.entry not in _names(said) or found.kind != said.kind:
        _make_room(found.organisation_id, said)
    for field, value in _columns(said, by, at).items():
        setattr(found, field, value)
    signed(found, by=by, at=at).save()
    return found


@transaction.atomic
def delete(*, guidance: Guidance, shown: str, by: User | None, at: datetime) -> None:
    """Delete what was shown; what is gone already is as good. Raises GuidanceChanged where it has
    become something else."""
    try:
        signed(_hold(guidance, shown), by=by, at=at).delete()
    except GuidanceGone:
        return


def _hold(guidance: Guidance, shown: str) -> Guidance:
    """It as it is now, locked until the transaction ends, if it is what was shown."""
    _lock(guidance.organisation_id)
    rows = Guidance.objects.select_related("organisation", "written_by")
    found = rows.select_for_update(of=("self",)).filter(pk=guidance.pk).first()
    if found is None:
        raise GuidanceGone
    if shown_as(found) != shown:
        raise GuidanceChanged(found)
    return found


def _make_room(organisation: int, said: Said) -> None:
    _lock(organisation)
    there = Guidance.objects.filter(organisation=organisation, kind=said.kind)
    if there.filter(entry__in=_names(said)).count() >= MOST_ON_AN_ENTRY:
        raise EnoughGuidance


def _lock(organisation: int) -> None:
    """Whoever adds at the same moment waits here, so that two do not take the last place. First
    of all locks, as where an organisation is deleted."""
    list(Organisation.objects.select_for_update().filter(pk=organisation).values_list("pk"))


def _names(said: Said) -> frozenset[str]:
    """Every slug that the entry has had."""
    return playbook().every_name(RENAMED_AS[said.kind], said.entry)


def _columns(said: Said, by: User | None, at: datetime) -> dict[str, object]:
    return {
        "kind": said.kind,
        "entry": said.entry,
        "text": said.text,
        "links": list(said.links),
        "written_at": at,
        "written_by": by,
    }
