"""An estate as a lead has one: 300 services in 25 teams and 6 domains, assessed over two quarters.

Deterministic: what a service answers follows from its number, so that what pages say of it can be
worked out. A sixth of them were never assessed, some a quarter ago and not since, some have a
draft, and the others were assessed in both quarters, somewhat better in the second.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from assessments.current import playbook
from assessments.models import Domain, Organisation, Role, Service, Team, User
from tests import factories

SERVICES = 300
DOMAINS = ("Inspire", "Buy", "Deliver", "Support", "Stores", "Platform")
TEAMS = 25
QUARTER = timedelta(days=91)

AMOUNTS = (2_000, 60_000, 200_000, 240_000, 810_000, 6_000)
DEMANDS = ("low", "medium", "medium-to-high", "high", "very-high")
PRESENT = ("ops-run-it", "you-build-it-you-run-it", "ops-run-it")


def lead(of: Organisation) -> User:
    """Who looks at all of it, and is in no team."""
    return factories.member(of, "lead@estate.example", role=Role.LEAD)


def seed(at: datetime, services: int = SERVICES) -> Organisation:
    """The organisation; its last results are from the fortnight before `at`."""
    made = factories.organisation("Estate")
    teams = _teams(made)
    for number in range(services):
        team = teams[number % TEAMS]
        service = factories.service(team, f"Service {number:03}")
        _assess(service, number, at)
    return made


def _teams(of: Organisation) -> list[Team]:
    domains = [Domain.objects.create(organisation=of, name=name) for name in DOMAINS]
    teams = [
        factories.team(of, f"Team {number:02}", domain=domains[number % len(DOMAINS)])
        for number in range(TEAMS)
    ]
    for number, team in enumerate(teams[:-1]):  # the last has nobody in it
        factories.member(of, f"member{number}@estate.example", teams=(team,))
    return teams


def _assess(service: Service, number: int, at: datetime) -> None:
    kind = number // TEAMS % 10
    recent = at - timedelta(days=1 + number % 14)
    if kind != 0:
        factories.submitted_result(service, answers(number, 0), at=recent - QUARTER)
    if kind not in (0, 1, 2, 3):
        factories.submitted_result(service, answers(number, 1), at=recent)
    if kind == 3:
        factories.assessment(service, answers(number, 1), started_at=recent, last_saved_at=recent)


def answers(number: int, quarter: int) -> dict[str, Any]:
    """What a service answers in the first (0) or second (1) quarter."""
    profile = {
        "composition": "digital",
        "exposure": AMOUNTS[number % len(AMOUNTS)],
        "feature-demand": DEMANDS[number // 3 % len(DEMANDS)],
        "present-model": PRESENT[number // 2 % len(PRESENT)],
    }
    scored = {
        slug: question.options[_place(number, place, quarter, len(question.options))].slug
        for place, (slug, question) in enumerate(playbook().scored_questions.items())
    }
    return {**profile, **scored}


def _place(number: int, question: int, quarter: int, options: int) -> int:
    """Which option: scattered over services and questions, a step further in the second quarter."""
    scattered = (number * 7_919 + question * 104_729 + number * question * 31) // 7
    return min(scattered % options + quarter, options - 1)
