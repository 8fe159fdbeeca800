"""Who could share an out-of-hours rota: the domain of a service's team, and what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q, Value, Window
from django.db.models.expressions import ExpressionWrapper
from django.db.models.fields import BooleanField
from django.db.models.fields.json import KeyTextTransform, KeyTransform

from assessments.current import playbook
from assessments.models import Domain, Membership, Result, Team
from assessments.models.names import by_name
from assessments.queries.access import visible_services

COVER = "out-of-hours-cover"
MOST_SIBLINGS = 12
"""What a glance takes in; the others are counted."""


@dataclass(frozen=True)
class Sibling:
    """A service of the same domain. `cover` says who answers out of hours there by its current
    result, of `as_of`; "" where it is not known, and no date where it was never assessed."""

    pk: int
    name: str
    team: str
    cover: str
    as_of: datetime | None


@dataclass(frozen=True)
class Siblings:
    """A domain and its other services, as far as the reader may see them; `more` are counted."""

    domain: str
    services: tuple[Sibling, ...]
    more: int


def fetch_siblings(result: Result, membership: Membership | None) -> Siblings | None:
    """The services beside a result's own where a shared rota is called for; None where none is,
    the team is in no domain, and for whoever is no member. One query."""
    service = result.assessment.service
    if membership is None or service is None or not calls_for_shared_rota(result):
        return None
    if service.team.domain_id is None:
        return None
    is_own = ExpressionWrapper(Q(pk=service.pk), output_field=BooleanField())
    found = list(
        visible_services(membership)
        # Its own is there to name the domain, archived or not.
        .filter(Q(archived_at=None) | Q(pk=service.pk), team__domain=service.team.domain_id)
        .order_by(is_own.desc(), *by_name())
        .values(
            "pk",
            "name",
            team_name=F("team__name"),
            domain=F("team__domain__name"),
            as_of=F("current_result__submitted_at"),
            cover=KeyTextTransform(
                "option", KeyTransform(COVER, KeyTransform("answers", "current_result__inputs"))
            ),
            total=Window(Count(Value(1))),
        )[: MOST_SIBLINGS + 1]
    )
    if not found:
        return None
    others = found[1:]
    return Siblings(
        found[0]["domain"], tuple(map(_sibling, others)), found[0]["total"] - 1 - len(others)
    )


def calls_for_shared_rota(result: Result) -> bool:
    """Whether a part is to be covered by a rota of the domain."""
    parts = result.document["recommendation"]["parts"]
    return any(part["on_call"]["out_of_hours"] == "domain" for part in parts)


def _sibling(row: Mapping[str, Any]) -> Sibling:
    return Sibling(
        row["pk"], row["name"], row["team_name"], _in_words(row["cover"] or ""), row["as_of"]
    )


def _in_words(option: str) -> str:
    question, now_called = playbook().answer_now_called(COVER, option)
    found = playbook().questions[question].option(now_called)
    return found.text if found else ""


@dataclass(frozen=True)
class TeamsBeside:
    """How many other teams a domain lists."""

    domain: str
    teams: int


def fetch_teams_beside(team: Team) -> TeamsBeside | None:
    """The domain of a team with its other teams counted; None where it is in none. One query."""
    if team.domain_id is None:
        return None
    domain = Domain.objects.annotate(listed=Count("teams")).get(pk=team.domain_id)
    return TeamsBeside(domain.name, domain.listed - 1)
