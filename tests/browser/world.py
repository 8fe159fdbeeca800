"""A site with something in every corner: what the pages that are looked at are made of."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from django.utils import timezone

from assessments.demo.retailer import furnish
from assessments.models import (
    Assessment,
    Domain,
    DownloadState,
    Membership,
    Organisation,
    Role,
    Scope,
    Team,
    User,
)
from assessments.writes.assessments import start_assessment, start_guest_check
from assessments.writes.catalogue import archive, create_service
from assessments.writes.guests import claim
from assessments.writes.people import accept, invite, put_in_team, withdraw
from tests import factories

LONG = (
    "Kundenzufriedenheitsauswertung für Wohnzimmermöbel, Ersatzteile, "
    "Rückgaben und Umtausch in Filiale 7"
)
UNBROKEN = ("Donaudampfschifffahrtsgesellschaft" * 3)[:100]
"""Names of 100 characters, the most that there may be: with places to break, and without."""

World = dict[str, str]
"""What stands between braces in the addresses of pages."""


def furnished() -> World:
    """The retailer, with services in every state."""
    shop = furnish(at=timezone.now())
    olu = User.objects.get(email="olu@oakandember.example")
    home_ideas = shop.teams.get(name="Home ideas")
    create_service(team=home_ideas, name="Wishlist", by=olu, at=timezone.now())
    archived = create_service(team=home_ideas, name="Catalogue", by=olu, at=timezone.now())
    archive(service=archived, by=olu, at=timezone.now())
    elsewhere = factories.organisation("Elsewhere")
    Membership.objects.create(
        organisation=elsewhere, user=olu, role=Role.MEMBER, joined_at=factories.AT
    )
    services = {service.name: service for service in shop.services.all()}
    world = {name.lower().replace(" ", "_"): str(each.pk) for name, each in services.items()}
    for name in ("Bedroom", "Kitchen planner", "Payments"):
        result = services[name].current_result
        assert result
        world[f"{name.lower().replace(' ', '_')}_result"] = str(result.assessment_id)
        factories.shared_link(result, token=name, name="The board")
        factories.covering_note(result, written_by=olu)
        factories.decision(result)
    draft = Assessment.objects.get(submitted_at=None)
    open_invitation, _token = _invitation(shop, olu)
    team_s, _token = _invitation(shop, olu, home_ideas)
    newcomer = factories.user("jo@oakandember.example")
    joined = accept(invitation=team_s, by=newcomer, at=timezone.now())
    place = Membership.objects.get(user=olu, organisation=shop)
    for state in DownloadState:
        factories.download(place, state=state, total=14, done=0, size=3_000_000)
    return world | {
        "joined": str(joined.pk),
        "draft": str(draft.pk),
        "person": str(Membership.objects.get(user__name="Mia Chen").pk),
        "team": str(home_ideas.pk),
        "empty_team": str(factories.team(shop, "Nobody's").pk),
        "domain": str(shop.domains.all()[0].pk),
        "guidance": str(shop.guidance.all()[0].pk),
        "round": str(shop.rounds.get().pk),
        "scenario": str(shop.scenarios.get().pk),
        "invitation": str(open_invitation.pk),
    }


def strangers() -> World:
    """Guests' checks in each state, and links that let people in, or do not."""
    at = timezone.now()
    acme = factories.organisation()
    owner = factories.member(acme, "owner@example.org", role=Role.OWNER)
    _check, open_token, opened = start_guest_check(name="Bedroom", scope=Scope.QUICK, at=at)
    both = factories.guest_check("Kitchen", token="both")
    in_two_parts = {"composition": "both", "foundational-demand": "low"}
    whole = factories.assessment(both, factories.full_answers(in_two_parts))
    quick = factories.guest_check("Wardrobe", token="quick", at=at)
    result = factories.submitted_result(quick, factories.BEDROOM, scope=Scope.QUICK, at=at)
    factories.guest_check("Attic", token="empty", at=at)
    new = factories.assessment(factories.guest_check("Hall", token="new", at=at), started_at=at)
    earlier = factories.submitted_result(factories.guest_check("Loft", token="earlier"))
    factories.as_by_rules_1(earlier)
    factories.shared_link(result, token="read-only", with_notes=True)
    factories.covering_note(result, shared_at=at)
    factories.shared_link(result, token="revoked", revoked_at=at)
    taken = factories.guest_check("Cellar", token="claimed", at=at)
    rooms = factories.team(acme, "Rooms")
    put_in_team(membership=Membership.objects.get(user=owner), team=rooms, by=None, at=factories.AT)
    claim(check=taken, team=rooms, service_name="Cellar", by=owner, at=at)
    _open, invitation = _invitation(acme, owner)
    closed, closed_token = _invitation(acme, owner)
    withdraw(invitation=closed, at=at, by=None)
    return {
        "open": f"{open_token}",
        "opened": f"{open_token}/a/{opened.pk}",
        "both": f"both/a/{whole.pk}",
        "quick": f"quick/a/{result.assessment_id}",
        "new": f"new/a/{new.pk}",
        "earlier": f"earlier/a/{earlier.assessment_id}",
        "invitation": invitation,
        "closed": closed_token,
        "reset": f"{user_pk_to_url_str(owner)}-{default_token_generator.make_token(owner)}",
        "confirm": EmailConfirmationHMAC.create(_address(owner)).key,
    }


def longest() -> World:
    """An organisation in which every name is as long as it may be."""
    ceilings = {"low_ceiling": 10**11, "medium_ceiling": 10**12 - 1, "high_ceiling": 10**12}
    wide = factories.organisation(LONG, slug="wide", currency="CHF", **ceilings)
    domain = Domain.objects.create(organisation=wide, name=UNBROKEN)
    team = factories.team(wide, LONG, domain=domain)
    factories.team(wide, UNBROKEN, domain=domain)
    person = factories.member(wide, f"{'w' * 60}@example.org", role=Role.OWNER, teams=(team,))
    person.name = UNBROKEN
    person.save()
    service = factories.service(team, UNBROKEN, description=f"{LONG} {UNBROKEN} {LONG}"[:300])
    said: dict[str, Any] = {"option": "daily-or-more", "note": f"{UNBROKEN} {LONG} " * 5}
    said["evidence"] = [f"https://example.org/{UNBROKEN}/{UNBROKEN}"]
    answers: dict[str, Any] = {"deployment-frequency": said, "composition": "both"}
    answers |= {"exposure": 10**12, "foundational-exposure": 10**12 - 1}
    answers |= {"foundational-demand": "low"}
    earlier = timezone.now() - timedelta(days=200)
    factories.submitted_result(service, factories.full_answers(option=0), by=person, at=earlier)
    result = factories.submitted_result(
        service, factories.full_answers(answers), by=person, at=timezone.now()
    )
    factories.shared_link(result, name=UNBROKEN, created_by=person, with_notes=True)
    factories.covering_note(result, covering=f"{UNBROKEN} {LONG}", written_by=person)
    factories.decision(result, deciders=UNBROKEN, reason=f"{UNBROKEN} {LONG} " * 2)
    draft = start_assessment(service=service, scope=Scope.FULL, by=person, at=timezone.now())
    guidance = factories.guidance(
        wide,
        text=f"{UNBROKEN} **{UNBROKEN}** {LONG}\n\n- {UNBROKEN}\n\n> {LONG}",
        links=said["evidence"],
        written_by=person,
    )
    today = timezone.localdate()
    asked = factories.round_of([service], UNBROKEN, begins_on=today, ends_on=today)
    other = factories.service(team, LONG)
    factories.submitted_result(other, factories.full_answers(), by=person)
    _invitation(wide, person, team)
    return {
        "service": str(service.pk),
        "other": str(other.pk),
        "result": str(result.assessment_id),
        "draft": str(draft.pk),
        "team": str(team.pk),
        "domain": str(domain.pk),
        "guidance": str(guidance.pk),
        "round": str(asked.pk),
        "scenario": str(factories.scenario(service, UNBROKEN).pk),
        "person": str(Membership.objects.get(user=person).pk),
    }


def _address(person: User) -> EmailAddress:
    address, _made = EmailAddress.objects.get_or_create(user=person, email=person.email)
    return address


def _invitation(organisation: Organisation, by: User, team: Team | None = None):
    role = Role.MEMBER if team else Role.LEAD
    return invite(organisation=organisation, role=role, team=team, days=7, by=by, at=timezone.now())
