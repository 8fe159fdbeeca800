"""Fills the demo's database with the furniture retailer, through the product's own services."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction

from assessments.answer_input import NOTHING_SHOWN, fingerprints
from assessments.cover.scenarios import Move
from assessments.current import playbook
from assessments.demo.answers import Dated, answers
from assessments.models import (
    Domain,
    Membership,
    Organisation,
    Role,
    Scope,
    Service,
    Team,
    TeamMember,
    User,
)
from assessments.writes.answers import Change, save_answers
from assessments.writes.assessments import start_assessment
from assessments.writes.guidance import Said, add
from assessments.writes.rounds import begin_round
from assessments.writes.scenarios import save_scenario
from assessments.writes.submission import submit

RETAILER = Path(__file__).with_name("retailer.toml")
SLUG = "oak-and-ember"


@transaction.atomic
def furnish(*, at: datetime) -> Organisation:
    """The demo organisation; made if it is not there yet, else left as it is."""
    found = Organisation.objects.filter(slug=SLUG).first()
    if found:
        return found
    told = tomllib.loads(RETAILER.read_text(encoding="utf-8"))
    longest = max(dated["days"] for service in told["services"] for dated in service["dated"])
    founded = at - timedelta(days=longest + 1)
    ceilings = told["ceilings"]
    organisation = Organisation.objects.create(
        name=told["organisation"],
        slug=SLUG,
        currency=told["currency"],
        low_ceiling=ceilings["low"],
        medium_ceiling=ceilings["medium"],
        high_ceiling=ceilings["high"],
        bands_changed_at=founded,
        created_at=founded,
    )
    teams = _teams(organisation, told["domains"])
    people = [_person(organisation, person, teams, founded) for person in told["people"]]
    for guidance in told["guidance"]:
        _guidance(organisation, guidance, founded)
    for service in told["services"]:
        _service(organisation, service, teams, told["usual"], by=people[0], at=at, founded=founded)
    _draft(organisation, by=people[1], at=at - timedelta(days=2))
    _round(organisation, told["round"], by=people[2], at=at)
    _scenario(organisation, told["scenario"], by=people[2], at=at)
    return organisation


def _teams(organisation: Organisation, domains: Mapping[str, list[str]]) -> dict[str, Team]:
    teams = {}
    for domain_name, names in domains.items():
        domain = Domain.objects.create(organisation=organisation, name=domain_name)
        for name in names:
            teams[name] = Team.objects.create(organisation=organisation, domain=domain, name=name)
    return teams


def _person(
    organisation: Organisation, told: Mapping[str, Any], teams: Mapping[str, Team], at: datetime
) -> User:
    user = User.objects.create_user(told["email"], name=told["name"])
    membership = Membership.objects.create(
        organisation=organisation, user=user, role=Role(told["role"]), joined_at=at
    )
    for name in told["teams"]:
        TeamMember.objects.create(
            organisation=organisation, team=teams[name], membership=membership
        )
    return user


def _guidance(organisation: Organisation, told: Mapping[str, Any], at: datetime) -> None:
    by = User.objects.get(name=told["by"], memberships__organisation=organisation)
    kind, entry = told["about"].split(":")
    said = Said(kind, entry, told["text"].strip(), told["links"])
    add(organisation=organisation, said=said, by=by, at=at)


def _service(
    organisation: Organisation,
    told: Mapping[str, Any],
    teams: Mapping[str, Team],
    usual: Mapping[str, Mapping[str, str]],
    *,
    by: User,
    at: datetime,
    founded: datetime,
) -> None:
    service = Service.objects.create(
        organisation=organisation,
        team=teams[told["team"]],
        name=told["name"],
        description=told["description"],
        created_at=founded,
        created_by=by,
    )
    for dated in told["dated"]:
        own = {slug: value for slug, value in dated["answers"].items() if slug != "present-model"}
        present = dated["answers"].get("present-model", told["profile"]["present-model"])
        _assess(
            service,
            Dated(
                service=told["name"],
                profile={**told["profile"], "present-model": present},
                levels=dated["levels"],
                named=own,
                usual=usual[present],
                notes=dated.get("notes", {}),
            ),
            by=by,
            at=at - timedelta(days=dated["days"]),
        )


def _assess(service: Service, dated: Dated, *, by: User, at: datetime) -> None:
    assessment = start_assessment(
        service=service, scope=Scope.FULL, by=by, at=at - timedelta(hours=1)
    )
    sheet = assessment.sheets.get()
    stored = {answer.question: answer for answer in sheet.answers.all()}
    saved = save_answers(
        sheet=sheet,
        changes=[
            Change(
                question=slug,
                shown=fingerprints(stored[slug]) if slug in stored else NOTHING_SHOWN,
                given=given,
                confirm=True,
            )
            for slug, given in answers(playbook(), dated)
        ],
        by=by,
        at=at,
    )
    if saved.faults:
        raise ValueError(saved.faults)
    submit(assessment=assessment, by=by, at=at)


def _round(organisation: Organisation, told: Mapping[str, Any], *, by: User, at: datetime) -> None:
    """A round that is under way, so that leads and teams see what one looks like."""
    begin_round(
        organisation=organisation,
        name=told["name"],
        scope=Scope.FULL,
        begins_on=at.date() - timedelta(days=told["begun_days_ago"]),
        ends_on=at.date() + timedelta(days=told["days_left"]),
        services=organisation.services.filter(team__domain__name=told["domain"]),
        by=by,
        at=at,
    )


def _scenario(
    organisation: Organisation, told: Mapping[str, Any], *, by: User, at: datetime
) -> None:
    """What leads try out: one team runs all that it builds."""
    moved = organisation.services.filter(team__name=told["team"])
    save_scenario(
        organisation=organisation,
        name=told["name"],
        services=organisation.services.all(),
        moves={each.pk: Move(model="you-build-it-you-run-it") for each in moved},
        by=by,
        at=at,
    )


def _draft(organisation: Organisation, *, by: User, at: datetime) -> None:
    """One assessment left half-way, so that the home page has something waiting."""
    stale = organisation.services.get(name="Search")
    start_assessment(service=stale, scope=Scope.FULL, by=by, at=at)
