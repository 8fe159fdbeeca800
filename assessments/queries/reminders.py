"""Whom a day's mail reminds of which rounds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from assessments.models import MailKind, Round, RoundService, TeamMember, User
from assessments.models.names import by_name
from assessments.queries.rounds import Progress, with_progress

DAYS_BEFORE = (7, 1, -1)
"""How many days before a round's last day people are reminded of it; the last is the day after."""


@dataclass(frozen=True)
class RoundDue:
    """What a person's teams have still to do for a round: `services` as they stand in it."""

    round: Round
    days_left: int
    services: tuple[RoundService, ...]

    @property
    def is_over(self) -> bool:
        return self.days_left < 0


@dataclass(frozen=True)
class Reminder:
    """One mail to one person."""

    user: User
    rounds: tuple[RoundDue, ...]


def fetch_reminders(at: datetime) -> list[Reminder]:
    """By who is to get one, of those who can answer and want such mails; days are those of each
    organisation. Three queries a round that is due, and one more for all."""
    due: defaultdict[int, list[RoundDue]] = defaultdict(list)
    people: dict[int, User] = {}
    for of, days_left in _due_rounds(at):
        waiting = _waiting(of)
        for user, teams in _who_can_answer(of, waiting):
            people[user.pk] = user
            mine = tuple(each for each in waiting if each.service.team_id in teams)
            due[user.pk].append(RoundDue(of, days_left, mine))
    return [Reminder(people[key], tuple(due[key])) for key in sorted(due)]


def _due_rounds(at: datetime) -> Iterator[tuple[Round, int]]:
    """Each with its organisation's time zone active, in which its days are."""
    somewhere = at.date()
    near = [somewhere + timedelta(days=left + off) for left in DAYS_BEFORE for off in (-1, 0, 1)]
    found = Round.objects.filter(ends_on__in=near, organisation__deleted_at=None)
    for each in found.select_related("organisation").order_by("ends_on", "pk"):
        with timezone.override(each.organisation.zone):
            days_left = (each.ends_on - timezone.localdate(at)).days
            if days_left in DAYS_BEFORE:
                yield each, days_left


def _waiting(of: Round) -> Sequence[RoundService]:
    asked = with_progress(of.asked.select_related("service__team"))
    waiting = asked.exclude(progress=Progress.DONE)  # type: ignore[misc]  # annotated
    return list(waiting.order_by(*by_name("service__team__"), *by_name("service__")))


def _who_can_answer(
    of: Round, waiting: Sequence[RoundService]
) -> Iterator[tuple[User, frozenset[int]]]:
    """The people of the teams that wait, each with which of these they are in."""
    muted = Q(membership__user__mails_turned_off__kind=MailKind.ROUNDS)
    places = TeamMember.objects.filter(
        organisation=of.organisation_id,
        team__in={each.service.team_id for each in waiting},
        membership__user__is_active=True,
    )
    teams: defaultdict[int, set[int]] = defaultdict(set)
    people: dict[int, User] = {}
    for place in places.exclude(muted).select_related("membership__user"):
        user = place.membership.user
        people[user.pk] = user
        teams[user.pk].add(place.team_id)
    for key, user in people.items():
        yield user, frozenset(teams[key])
