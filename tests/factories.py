"""Small makers of rows for tests, and the cast of three that every view is tested with.

Rows are written directly, so a test pays for nothing it does not look at; only
`submitted_result` goes through scoring.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from PIL import Image

from assessments.current import playbook
from assessments.models import (
    Answer,
    Assessment,
    CoveringNote,
    Decision,
    Download,
    DownloadKind,
    GuestCheck,
    Guidance,
    Membership,
    Organisation,
    OrganisationLogo,
    Result,
    ResultPart,
    Role,
    Round,
    RoundService,
    Scenario,
    ScenarioService,
    Scope,
    Service,
    SharedLink,
    Sheet,
    SheetKind,
    Team,
    TeamMember,
    User,
)
from assessments.money.currencies import DEFAULT_CURRENCY
from assessments.writes.content_versions import present_content_version
from assessments.writes.organisations import guest_organisation

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
"""When everything in a test happens, unless it says otherwise."""

BEDROOM: dict[str, Any] = {
    "composition": "digital",
    "exposure": 200_000,
    "feature-demand": "very-high",
    "present-model": "you-build-it-you-run-it",
}
"""A digital service that is best run by its team, at 99.0% and daily."""

ECOMMERCE: dict[str, Any] = {
    "composition": "foundational",
    "exposure": 810_000,
    "feature-demand": "low",
    "present-model": "ops-run-it",
}
"""A foundational system that is best run by operations, at 99.9% and monthly."""

Answers = Mapping[str, str | int | dict[str, Any]]
"""By question: an option, an amount, or the fields of an `Answer`."""


def full_answers(changes: Answers | None = None, *, option: int = -1) -> dict[str, Any]:
    """An answer to every question of a digital service: BEDROOM's profile, and of each scored
    question the option at that position; then `changes`."""
    scored = {
        slug: question.options[option].slug
        for slug, question in playbook().scored_questions.items()
    }
    return {**BEDROOM, **scored, **(changes or {})}


def user(email: str = "someone@example.org", *, name: str = "", password: str = "pass") -> User:
    return User.objects.create_user(email, password, name=name)


def organisation(name: str = "Acme", **fields: Any) -> Organisation:
    slug = fields.pop("slug", name.lower().replace(" ", "-"))
    return Organisation.objects.create(name=name, slug=slug, created_at=AT, **fields)


def team(of: Organisation, name: str = "Rooms", **fields: Any) -> Team:
    return Team.objects.create(organisation=of, name=name, **fields)


def member(
    of: Organisation,
    email: str = "member@example.org",
    *,
    role: Role = Role.MEMBER,
    teams: tuple[Team, ...] = (),
) -> User:
    """A person of that organisation, in those teams."""
    person = user(email, name=email.partition("@")[0].title())
    place = membership(of, person, role)
    for joined in teams:
        TeamMember.objects.create(organisation=of, team=joined, membership=place)
    return person


def membership(of: Organisation, person: User, role: Role = Role.MEMBER) -> Membership:
    return Membership.objects.create(organisation=of, user=person, role=role, joined_at=AT)


def guidance(
    of: Organisation,
    kind: str = "practice",
    entry: str = "run-regular-chaos-days",
    text: str = "Ask the resilience guild.",
    **fields: Any,
) -> Guidance:
    return Guidance.objects.create(
        organisation=of, kind=kind, entry=entry, text=text, **{"written_at": AT, **fields}
    )


def service(of: Team, name: str = "Bedroom", **fields: Any) -> Service:
    return Service.objects.create(
        organisation=of.organisation, team=of, name=name, created_at=AT, **fields
    )


def guest_check(
    name: str = "Bedroom", *, token: str = "a-guest-token", at: datetime = AT, **fields: Any
) -> GuestCheck:
    """A guest's check, found under that token."""
    if "organisation" not in fields:
        currency = fields.get("currency", DEFAULT_CURRENCY)
        fields["organisation"] = guest_organisation(currency=currency, at=at)
    hashed = hashlib.sha256(token.encode()).hexdigest()
    return GuestCheck.objects.create(
        name=name, token_hash=hashed, created_at=at, last_saved_at=at, **fields
    )


def covering_note(of: Result, **fields: Any) -> CoveringNote:
    """What somebody adds to a result, as a draft."""
    said = {"covering": "We spent **two hours** together.", "recommendations": "- Pay the rota"}
    return CoveringNote.objects.create(
        organisation=of.organisation, result=of, **{**said, "written_at": AT, **fields}
    )


def shared_link(of: Result, *, token: str = "a-read-only-token", **fields: Any) -> SharedLink:
    """A read-only link to a result, found under that token, that works for a thousand years."""
    fields = {"name": "The board", "created_at": AT, "expires_at": AT.replace(year=3026), **fields}
    shown = {"with_notes": False, "with_evidence": False, "with_guidance": False}
    hashed = hashlib.sha256(token.encode()).hexdigest()
    return SharedLink.objects.create(
        organisation=of.organisation, result=of, token_hash=hashed, **{**shown, **fields}
    )


def assessment(
    of: Service | GuestCheck,
    answers: Answers | None = None,
    *,
    scope: Scope = Scope.FULL,
    **fields: Any,
) -> Assessment:
    """An open assessment whose team sheet holds those answers."""
    subject = "service" if isinstance(of, Service) else "guest_check"
    owner: dict[str, Any] = {subject: of, "organisation": of.organisation}
    fields = {
        "started_at": AT,
        "last_saved_at": AT,
        "content_version": present_content_version(),
        **fields,
    }
    made = Assessment.objects.create(scope=scope, **owner, **fields)
    made_sheet = Sheet.objects.create(
        assessment=made,
        organisation=made.organisation,
        kind=SheetKind.TEAM,
        content_version=made.content_version,
    )
    Answer.objects.bulk_create(
        answer_row(made_sheet, question, given) for question, given in (answers or {}).items()
    )
    return made


def sheet(of: Assessment) -> Sheet:
    """Its team's sheet, with all that a view has loaded when it gets one."""
    related = ["organisation", "service", "guest_check", "content_version"]
    joined = ["content_version", *(f"assessment__{name}" for name in related)]
    sheets = Sheet.objects.select_related(*joined)
    return sheets.get(assessment=of, kind=SheetKind.TEAM)


def persons_sheet(of: Assessment, person: User, answers: Answers | None = None) -> Sheet:
    """A person's own sheet of an open assessment, with those answers."""
    made = Sheet.objects.create(
        assessment=of,
        organisation=of.organisation,
        kind=SheetKind.PERSON,
        person=person,
        content_version=of.content_version,
    )
    Answer.objects.bulk_create(
        answer_row(made, question, given) for question, given in (answers or {}).items()
    )
    return made


def answer_row(of: Sheet, question: str, given: str | int | dict[str, Any]) -> Answer:
    """An answer not yet written to the database."""
    fields: dict[str, Any] = {"option": given} if isinstance(given, str) else {"amount": given}
    if isinstance(given, dict):
        fields = given
    return Answer(
        **{
            "organisation_id": of.organisation_id,
            "sheet": of,
            "question": question,
            "saved_at": AT,
            **fields,
        }
    )


def submitted_result(
    of: Service | GuestCheck,
    answers: Answers | None = None,
    *,
    scope: Scope = Scope.FULL,
    by: User | None = None,
    at: datetime = AT,
) -> Result:
    """A result reached by submitting: every question answered, unless other answers are given."""
    from assessments.writes.submission import submit

    given = full_answers() if answers is None else answers
    opened = assessment(of, given, scope=scope, started_at=at, last_saved_at=at)
    return submit(assessment=opened, by=by, at=at)


def as_by_rules_1(result: Result) -> None:
    """As the release before left it, which knew no other rules than the first."""
    document = {name: value for name, value in result.document.items() if name != "rules"}
    Result.objects.filter(pk=result.pk).update(document=document, rules=1)


def result_row(of: Service, *, at: datetime = AT, **columns: Any) -> Result:
    """A result with columns and one part but no documents, for lists of many; it becomes the
    service's current one."""
    part = {
        "part": "digital",
        "model": "you-build-it-you-run-it",
        "availability": "99.0",
        "deployment": "daily",
        "out_of_hours": "domain",
        "accepted_loss": 336_000,
        **columns.pop("part", {}),
    }
    shared = {"organisation": of.organisation, "service": of, "submitted_at": at}
    closed = Assessment.objects.create(scope=Scope.FULL, started_at=at, last_saved_at=at, **shared)
    made = Result.objects.create(
        **{
            **shared,
            "assessment": closed,
            "scope": Scope.FULL,
            "playbook_version": "2026.12",
            "inputs_hash": "sha256:" + "0" * 64,
            "currency": of.organisation.currency,
            "inputs": {},
            "document": {},
            "answers": [],
            "model": part["model"],
            "present_model": part["model"],
            "misfit": False,
            "deployment_met": "met",
            "availability_met": "missed",
            "restore_met": "unknown",
            "deployment_throughput": 80,
            "service_reliability": 60,
            "learning_culture": None,
            "answered": 30,
            "asked": 35,
            **columns,
        }
    )
    ResultPart.objects.create(organisation=of.organisation, result=made, **part)
    of.current_result = made
    of.save()
    return made


def decision(of: Result, **fields: Any) -> Decision:
    """Kept as it is, to be looked at again in a thousand years."""
    told = {"kind": "keep", "deciders": "Ann and Ben", "reason": "The rota is new."}
    times = {"recorded_at": AT, "review_on": AT.date().replace(year=3026)}
    organisation = {"organisation": of.organisation}
    return Decision.objects.create(result=of, **{**organisation, **told, **times, **fields})


def download(of: Membership, **fields: Any) -> Download:
    """A file of one service, asked for by that person and not begun."""
    given: dict[str, Any] = {
        "kind": DownloadKind.SERVICES,
        "asked": {"address": "", "picks": []},
        "of_everything": of.role != Role.MEMBER,
        "teams": sorted(of.team_keys),
        "total": 1,
        "asked_at": AT,
        "touched_at": AT,
    }
    return Download.objects.create(
        organisation=of.organisation, membership=of, **{**given, **fields}
    )


def logo(of: Organisation, **fields: Any) -> OrganisationLogo:
    """A logo of one blue dot."""
    written = io.BytesIO()
    Image.new("RGBA", (40, 20), "blue").save(written, "PNG")
    given = {"content": written.getvalue(), "digest": "d", "width": 40, "height": 20}
    return OrganisationLogo.objects.create(organisation=of, **{**given, "set_at": AT, **fields})


def scenario(of: Service, name: str = "All by teams", **fields: Any) -> Scenario:
    """A scenario in which that one service is run by its team."""
    shared = {"organisation": of.organisation}
    made = Scenario.objects.create(name=name, saved_at=AT, **shared, **fields)
    move = {"service": of, "model": "you-build-it-you-run-it"}
    ScenarioService.objects.create(scenario=made, **shared, **move)
    return made


def round_of(services: Sequence[Service], name: str = "Spring", **fields: Any) -> Round:
    """A round that asks for these services, from a week before AT to two weeks after."""
    of = services[0].organisation
    days = {"begins_on": AT.date() - timedelta(days=7), "ends_on": AT.date() + timedelta(days=14)}
    shared = {"organisation": of, "name": name, "asked_at": AT, "scope": Scope.FULL}
    made = Round.objects.create(**{**shared, **days, **fields})
    RoundService.objects.bulk_create(
        RoundService(organisation=of, round=made, service=each) for each in services
    )
    return made


@dataclass(frozen=True)
class Cast:
    """An owner in the team, a colleague of another team, and an outsider who owns another
    organisation. Each of the three may sign in with the password "pass"."""

    organisation: Organisation
    team: Team
    service: Service
    owner: User
    colleague: User
    outsider: User


def cast() -> Cast:
    acme = organisation("Acme")
    rooms, other = team(acme, "Rooms"), team(acme, "Payments")
    elsewhere = organisation("Elsewhere")
    return Cast(
        organisation=acme,
        team=rooms,
        service=service(rooms, "Bedroom"),
        owner=member(acme, "owner@example.org", role=Role.OWNER, teams=(rooms,)),
        colleague=member(acme, "colleague@example.org", teams=(other,)),
        outsider=member(
            elsewhere,
            "outsider@example.org",
            role=Role.OWNER,
            teams=(team(elsewhere, "Elsewhere"),),
        ),
    )
