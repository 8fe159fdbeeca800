"""What has changed since the last result of a service, in one or two sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from assessments.current import playbook
from assessments.models import Result, Scope
from assessments.moments import DAY
from assessments.queries.reports import Disclosure
from assessments.queries.result_diff import ResultDiff, ScoreMove
from assessments.queries.results import recall, what_moved
from assessments.reports import result_labels

MOST_PRACTICES = 3
"""How many practices gained, and how many lost, are named before the others are counted."""


@dataclass(frozen=True)
class SinceLast:
    """The result before, and what has changed since in words."""

    before: Result
    sentences: tuple[str, ...]


def fetch_since_last(result: Result, disclosed: Disclosure) -> SinceLast | None:
    """What has changed since the result before it; None for the first of a service, a guest's,
    and for whoever is shown this one alone. One query, none where there can be no other,
    two where this process has not compared them before."""
    if result.service_id is None or not disclosed.people:
        return None
    at_once = Q(submitted_at=result.submitted_at, pk__lt=result.pk)
    before = (
        Result.objects.filter(service=result.service_id)
        .filter(Q(submitted_at__lt=result.submitted_at) | at_once)
        .without_documents()
        .order_by("-submitted_at", "-pk")
        .first()
    )
    if before is None:
        return None
    return SinceLast(before, (_decision(before, result), progress(before.pk, result.pk)))


def _decision(before: Result, after: Result) -> str:
    """The model and the targets met."""
    was, now = result_labels.MODELS[before.model], result_labels.MODELS[after.model]
    met, met_before = _met(after), _met(before)
    words = {"was": was, "now": now, "met": met, "before": met_before}
    model = _("the model stays %(now)s") if was == now else _("the model is %(now)s, not %(was)s")
    targets = (
        _("%(met)s of 3 targets are met, as before")
        if met == met_before
        else _("%(met)s of 3 targets are met, %(before)s before")
    )
    day = date_format(localtime(before.submitted_at), DAY)
    return _("Compared with the result of %(day)s: %(model)s; %(targets)s.") % {
        "day": day,
        "model": model % words,
        "targets": targets % words,
    }


def _met(result: Result) -> int:
    return (result.deployment_met, result.availability_met, result.restore_met).count("met")


@lru_cache(1_000)
def progress(earlier: int, later: int) -> str:
    """The scores and the practices, where both results can be held against each other. Said once:
    neither changes."""
    frozen = Result.objects.in_bulk([earlier, later])
    before, after = frozen[earlier], frozen[later]
    if recall(before).rules != recall(after).rules:
        return _(
            "Other scoring rules held then, so neither scores nor practices are compared with it."
        )
    if before.scope != after.scope:
        return (
            _("That was a quick check, so neither scores nor practices are compared with it.")
            if before.scope == Scope.QUICK
            else _("This is a quick check, so neither scores nor practices are compared with it.")
        )
    changes = list(_changes(what_moved(before, after)))
    if not changes:
        return _("No score has changed, and the same practices are in place.")
    said = "; ".join(changes)
    return f"{said[0].upper()}{said[1:]}."


def _changes(diff: ResultDiff) -> Iterator[str]:
    titles = {section.slug: section.title for section in playbook().sections}
    for move in diff.scores:
        if move.before != move.after:
            dimension = titles.get(move.dimension, result_labels.title_from_slug(move.dimension))
            yield _score(move) % {
                "dimension": dimension,
                "before": move.before,
                "after": move.after,
            }
    if diff.practices_gained:
        yield _("practices gained: %s") % _named(diff.practices_gained)
    if diff.practices_lost:
        yield _("practices lost: %s") % _named(diff.practices_lost)


def _score(move: ScoreMove) -> str:
    if move.before is None:
        return _("%(dimension)s has a score, %(after)s, and had none")
    if move.after is None:
        return _("%(dimension)s has no score any more, it was %(before)s")
    if move.after > move.before:
        return _("%(dimension)s rose from %(before)s to %(after)s")
    return _("%(dimension)s fell from %(before)s to %(after)s")


def _named(slugs: tuple[str, ...]) -> str:
    practices = playbook().practices
    titles = [
        practices[slug].title if slug in practices else result_labels.title_from_slug(slug)
        for slug in slugs[:MOST_PRACTICES]
    ]
    more = len(slugs) - len(titles)
    if more:
        titles.append(_("%s more") % more)
    return ", ".join(titles)
