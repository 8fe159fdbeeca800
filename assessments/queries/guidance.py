"""An organisation's own guidance: on an entry, in a result, and all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from assessments.current import playbook
from assessments.models import Guidance, Membership, Organisation, User
from assessments.models.names import by_name
from assessments.playbook.entries import EntryKind
from assessments.playbook.releases import RENAMED_AS
from assessments.policy import Verb, roles_that_may
from assessments.queries.entries import Ref, entry_page, entry_pages
from assessments.queries.search.finding import asked_words
from assessments.queries.search.index import words_of
from assessments.reports.own_guidance import NO_GUIDANCE, GuidanceTold, OwnGuidance
from assessments.reports.result_labels import title_from_slug

MOST_FOUND = 3
"""Pieces that a search shows, above what the playbook says: who needs more needs other words."""


@dataclass(frozen=True)
class Piece:
    """A piece of guidance as one person reads it, who may be allowed to change it."""

    guidance: Guidance
    changeable: bool


@dataclass(frozen=True)
class OnEntry:
    """What the organisations of one person say about an entry, and the memberships by which that
    person may add to it."""

    pieces: tuple[Piece, ...]
    may_add: tuple[Membership, ...]


@dataclass(frozen=True)
class Told:
    """The guidance on one entry; without a `ref` where the playbook no longer has the entry."""

    title: str
    ref: Ref | None
    guidance: tuple[Guidance, ...]


def guidance_for(user: User, ref: Ref) -> OnEntry:
    """What someone's organisations say about an entry. Two queries."""
    names = playbook().every_name(RENAMED_AS[ref.kind], ref.slug)
    found = _of_organisations_of(user).filter(kind=ref.kind, entry__in=names)
    places = Membership.objects.filter(
        user=user, role__in=roles_that_may(Verb.WRITE_GUIDANCE), organisation__deleted_at=None
    )
    may_add = tuple(places.select_related("organisation").order_by(*by_name("organisation__")))
    pieces = found.select_related("organisation", "written_by").order_by(
        *by_name("organisation__"), "pk"
    )
    writers = {place.organisation_id for place in may_add}
    return OnEntry(tuple(Piece(each, each.organisation_id in writers) for each in pieces), may_add)


def fetch_own_guidance(organisation: Organisation | None) -> OwnGuidance:
    """What an organisation says about any entry, for a result of its own; a guest's result has
    none. One query."""
    if organisation is None or organisation.is_guest:
        return NO_GUIDANCE
    by_entry: dict[tuple[EntryKind, str], tuple[GuidanceTold, ...]] = {}
    for each in Guidance.objects.filter(organisation=organisation):
        told = GuidanceTold(each.text, tuple(each.links))
        kind, entry = each.about
        # A result of any version finds it by the slug that the entry had then.
        for name in playbook().every_name(RENAMED_AS[kind], entry):
            by_entry[kind, name] = (*by_entry.get((kind, name), ()), told)
    return OwnGuidance(organisation.name, by_entry)


def find_guidance(user: User, text: str) -> tuple[Told, ...]:
    """What someone's organisations say in words that begin with those asked for, each of them, in
    the playbook's order of entries; at most `MOST_FOUND` pieces. One query, none without a word."""
    asked = asked_words(text)
    if not asked:
        return ()
    rows = _of_organisations_of(user)
    # Not by the database: it finds words within words, and SQLite knows the letters A to Z only.
    told = _by_entry(each for each in rows.select_related("organisation") if _says(each, asked))
    return tuple(_first(told, MOST_FOUND))


def all_guidance(organisation: Organisation) -> tuple[Told, ...]:
    """Everything that an organisation says, in the playbook's order. One query."""
    return _by_entry(
        Guidance.objects.filter(organisation=organisation).select_related("written_by")
    )


def of_organisation(membership: Membership) -> QuerySet[Guidance]:
    """All guidance that someone may see."""
    return Guidance.objects.filter(organisation=membership.organisation)


def _of_organisations_of(user: User) -> QuerySet[Guidance]:
    return Guidance.objects.filter(
        organisation__memberships__user=user, organisation__deleted_at=None
    )


def _by_entry(found: Iterable[Guidance]) -> tuple[Told, ...]:
    by_entry: dict[tuple[EntryKind, str], list[Guidance]] = {}
    for each in found:
        kind, entry = each.about
        now = playbook().now_called(RENAMED_AS[kind], entry)
        by_entry.setdefault((kind, now), []).append(each)
    order = {(page.ref.kind, page.ref.slug): n for n, page in enumerate(entry_pages())}
    keys = sorted(by_entry, key=lambda key: order.get(key, len(order)))
    return tuple(_told(key, by_entry[key]) for key in keys)


def _says(guidance: Guidance, asked: Sequence[str]) -> bool:
    said = tuple(words_of(guidance.text))
    return all(any(word.startswith(each) for word in said) for each in asked)


def _first(told: Iterable[Told], most: int) -> Iterator[Told]:
    """The first pieces, still by entry."""
    for each in told:
        if most > 0:
            yield replace(each, guidance=each.guidance[:most])
        most -= len(each.guidance)


def _told(key: tuple[str, str], guidance: Iterable[Guidance]) -> Told:
    page = entry_page(*key)
    title = page.ref.title if page else title_from_slug(key[1])
    return Told(title, page.ref if page else None, tuple(guidance))
