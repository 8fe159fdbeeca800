"""Rounds of an organisation: what they ask, and how far each service has come with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
    When,
)
from django.utils.translation import gettext_lazy as _

from assessments.models import (
    Assessment,
    Organisation,
    Result,
    Round,
    RoundService,
    Scope,
    Service,
    TeamMember,
)
from assessments.models.names import by_name


class Progress(TextChoices):
    """How far a service has come with what a round asks."""

    NOT_BEGUN = "not-begun", _("Not begun")
    DRAFT = "draft", _("Draft")
    DONE = "done", _("Done")


def results_within(rounds: str = "round") -> QuerySet[Result]:
    """The results that answer a round, in a query over rows that name it and a service: between
    its days and with at least what it asks, by the days of the time zone that is active."""
    return Result.objects.filter(
        Q(scope=Scope.FULL) | Q(scope=OuterRef(f"{rounds}__scope")),
        service=OuterRef("service"),
        submitted_at__date__gte=OuterRef(f"{rounds}__begins_on"),
        submitted_at__date__lte=OuterRef(f"{rounds}__ends_on"),
    )


def with_progress(asked: QuerySet[RoundService]) -> QuerySet[RoundService]:
    """What rounds ask, but of archived services, with `progress` and the day it was `done_at`."""
    drafts = Assessment.objects.filter(service=OuterRef("service"), submitted_at=None)
    last = results_within().order_by("-submitted_at", "-pk").values("submitted_at")[:1]
    progress = Case(
        When(Exists(results_within()), then=Value(Progress.DONE)),
        When(Exists(drafts), then=Value(Progress.DRAFT)),
        default=Value(Progress.NOT_BEGUN),
        output_field=CharField(),
    )
    standing = asked.filter(service__archived_at=None)
    return standing.annotate(done_at=Subquery(last), progress=progress)


def all_rounds(organisation: Organisation) -> QuerySet[Round]:
    """The latest to end first."""
    return organisation.rounds.select_related("asked_by")


@dataclass(frozen=True)
class RoundFigures:
    """How many services a round asks for, how far they have come, and how many of those asked
    for are archived since. `done` and the others add up to `total`."""

    total: int = 0
    done: int = 0
    draft: int = 0
    not_begun: int = 0
    archived: int = 0


def fetch_figures(rounds: Iterable[Round]) -> dict[int, RoundFigures]:
    """By the round's key. Two queries, however many rounds and services."""
    asked = RoundService.objects.filter(round__in=[each.pk for each in rounds])
    counts: defaultdict[int, dict[str, int]] = defaultdict(dict)
    progress = with_progress(asked).order_by().values_list("round", "progress")  # type: ignore[misc]  # annotated
    for key, progressed, number in progress.annotate(Count("pk")):
        counts[key][progressed] = number
    archived = asked.exclude(service__archived_at=None).order_by().values_list("round")
    left = dict(archived.annotate(Count("pk")))
    return {each.pk: _figures(counts[each.pk], left.get(each.pk, 0)) for each in rounds}


def _figures(counts: Mapping[str, int], archived: int) -> RoundFigures:
    done, draft, not_begun = (
        counts.get(each, 0) for each in (Progress.DONE, Progress.DRAFT, Progress.NOT_BEGUN)
    )
    return RoundFigures(done + draft + not_begun, done, draft, not_begun, archived)


def asked_by(of: Round) -> QuerySet[RoundService]:
    """What a round asks with its progress: what is least far first, then by name."""
    found = with_progress(of.asked.select_related("service__team"))
    # In the order of the alphabet "not-begun" comes after "draft" and after "done".
    return found.order_by("-progress", *by_name("service__"))  # type: ignore[misc]  # annotated


@dataclass(frozen=True)
class Unmanned:
    """A team in which nobody can answer, and how many of its services wait for that."""

    key: int
    name: str
    services: int


def fetch_unmanned(of: Round) -> list[Unmanned]:
    """The teams with nobody in them whose services are not done. One query."""
    members = TeamMember.objects.filter(team=OuterRef("service__team"))
    waiting = with_progress(of.asked.all()).filter(~Exists(members)).exclude(progress=Progress.DONE)  # type: ignore[misc]  # annotated
    team = ("service__team", "service__team__name", "service__team__sort_key")
    counted = waiting.order_by().values_list(*team).annotate(Count("pk"))
    rows = counted.order_by("service__team__sort_key", "service__team")
    return [Unmanned(key, name, number) for key, name, _sort_key, number in rows]


@dataclass(frozen=True)
class Asked:
    """A round that asks for a service now, and whether it has what it asks."""

    name: str
    scope: Scope
    ends_on: date
    is_done: bool


def fetch_asked(services: Iterable[Service], today: date) -> Mapping[int, list[Asked]]:
    """Which rounds ask for each service today, by its key: the first to end first. One query."""
    running = RoundService.objects.filter(
        service__in=[each.pk for each in services],
        round__begins_on__lte=today,
        round__ends_on__gte=today,
    )
    found: defaultdict[int, list[Asked]] = defaultdict(list)
    rows = with_progress(running).select_related("round")
    for each in rows.order_by("round__ends_on", "round"):
        asked = each.round
        is_done = each.progress == Progress.DONE  # type: ignore[attr-defined]  # annotated
        found[each.service_id].append(Asked(asked.name, Scope(asked.scope), asked.ends_on, is_done))
    return found
