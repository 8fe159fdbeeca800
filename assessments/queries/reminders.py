"""Whom a day's mail reminds of what: rounds that end, decisions to be looked at again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from assessments.models import Decision, MailKind, Round, RoundService, TeamMember, User
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
    """One mail to one person. `reviews` are decisions about their teams' services to be looked at
    again today."""

    user: User
    rounds: list[RoundDue] = field(default_factory=list)
    reviews: list[Decision] = field(default_factory=list)


def fetch_reminders(at: datetime) -> list[Reminder]:
    """By who is to get one, of those who are in the teams and want such mails; days are those of
    each organisation. Three queries a round that is due, two an organisation with reviews, and two
    more for all."""
    reminders: dict[int, Reminder] = {}

    def to(user: User) -> Reminder:
        return reminders.setdefault(user.pk, Reminder(user))

    for of, days_left in _due_rounds(at):
        waiting = _waiting(of)
        teams = {each.service.team_id for each in waiting}
        for user, own in _people(of.organisation_id, teams, MailKind.ROUNDS):
            mine = tuple(each for each in waiting if each.service.team_id in own)
            to(user).rounds.append(RoundDue(of, days_left, mine))
    for organisation, decisions in _due_reviews(at).items():
        teams = {team for team, _decision in decisions}
        for user, own in _people(organisation, teams, MailKind.REVIEWS):
            to(user).reviews.extend(decision for team, decision in decisions if team in own)
    return [reminders[key] for key in sorted(reminders)]


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


def _due_reviews(at: datetime) -> dict[int, list[tuple[int, Decision]]]:
    """By the organisation's key: the team's key and the decision, each the last of its service."""
    near = [at.date() + timedelta(days=off) for off in (-1, 0, 1)]
    later = Decision.objects.filter(
        result__service=OuterRef("result__service"), recorded_at__gt=OuterRef("recorded_at")
    )
    found = Decision.objects.filter(
        ~Exists(later),
        review_on__in=near,
        organisation__deleted_at=None,
        result__service__archived_at=None,
        result__service__isnull=False,
    ).select_related("organisation", "result__service__team")
    due: defaultdict[int, list[tuple[int, Decision]]] = defaultdict(list)
    for each in found.order_by(*by_name("result__service__")):
        service = each.result.service
        today = timezone.localdate(at, each.organisation.zone)
        if service is not None and each.review_on == today:
            due[each.organisation_id].append((service.team_id, each))
    return due


def _people(
    organisation: int, teams: Iterable[int], kind: MailKind
) -> Iterator[tuple[User, frozenset[int]]]:
    """The people of these teams who want such mails, each with which of the teams they are in."""
    turned_off = Q(membership__user__mails_turned_off__kind=kind)
    places = TeamMember.objects.filter(
        organisation=organisation, team__in=set(teams), membership__user__is_active=True
    )
    own: defaultdict[int, set[int]] = defaultdict(set)
    people: dict[int, User] = {}
    for place in places.exclude(turned_off).select_related("membership__user"):
        user = place.membership.user
        people[user.pk] = user
        own[user.pk].add(place.team_id)
    for key, user in people.items():
        yield user, frozenset(own[key])
