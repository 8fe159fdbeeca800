"""Who may do what, in one table: views, queries and templates ask it, and say no as "there is no
such thing".

An actor is a membership, whoever holds a guest's private link, or whoever holds a read-only link.
It has *grounds* on an object, such as a role in its organisation or a place in its team, and may do
what one of its grounds allows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from assessments.models import (
    READS_EVERYTHING,
    Assessment,
    GuestCheck,
    Membership,
    Organisation,
    Result,
    Role,
    Service,
    SharedLink,
    Sheet,
)

Actor = Membership | GuestCheck | SharedLink
"""Someone in an organisation; a guest, by the check under their link; a reader, by theirs."""

Object = Organisation | Service | Sheet | Result | SharedLink


class Verb(StrEnum):
    """What can be done."""

    SEE_ORGANISATION = "see_organisation"
    READ_EVERYTHING = "read_everything"
    MANAGE_ORGANISATION = "manage_organisation"
    WRITE_GUIDANCE = "write_guidance"
    OVERSEE_LINKS = "oversee_links"
    RUN_ROUNDS = "run_rounds"
    PLAN_SCENARIOS = "plan_scenarios"
    SEE_SERVICE = "see_service"
    CHANGE_SERVICE = "change_service"
    DELETE_SERVICE = "delete_service"
    ASSESS_SERVICE = "assess_service"
    SEE_SHEET = "see_sheet"
    EDIT_SHEET = "edit_sheet"
    SEE_RESULT = "see_result"
    SHARE_RESULT = "share_result"
    ADD_WORDS = "add_words"
    DECIDE_ON_RESULT = "decide_on_result"
    REVOKE_LINK = "revoke_link"


class Ground(StrEnum):
    """Why someone may; the first four are roles in the object's organisation."""

    MEMBER = "member"
    LEAD = "lead"
    COACH = "coach"
    OWNER = "owner"
    TEAM = "team"  # in the team of the object's service
    MAKER = "maker"  # made the object
    GUEST = "guest"  # holds the private link of the check that the object belongs to
    READER = "reader"  # holds a read-only link to the result


_ANYONE_IN_IT = frozenset({Ground.MEMBER, Ground.LEAD, Ground.COACH, Ground.OWNER})
_WHOLE_ORGANISATION = frozenset(map(Ground, READS_EVERYTHING))
_LEADS = frozenset({Ground.LEAD, Ground.OWNER})
_OWNERS = frozenset({Ground.OWNER})
_TEAM = frozenset({Ground.TEAM})
_GUESTS = frozenset({Ground.GUEST})

TABLE: Mapping[Verb, frozenset[Ground]] = {
    Verb.SEE_ORGANISATION: _ANYONE_IN_IT,
    Verb.READ_EVERYTHING: _WHOLE_ORGANISATION,
    Verb.MANAGE_ORGANISATION: _OWNERS,
    Verb.WRITE_GUIDANCE: _LEADS,
    Verb.OVERSEE_LINKS: _LEADS,
    Verb.RUN_ROUNDS: _LEADS,
    Verb.PLAN_SCENARIOS: _LEADS,
    Verb.SEE_SERVICE: _TEAM | _WHOLE_ORGANISATION,
    Verb.CHANGE_SERVICE: _TEAM | _OWNERS,
    Verb.DELETE_SERVICE: _OWNERS,
    Verb.ASSESS_SERVICE: _TEAM,
    Verb.SEE_SHEET: _TEAM | _WHOLE_ORGANISATION | _GUESTS,
    Verb.EDIT_SHEET: _TEAM | _GUESTS,
    Verb.SEE_RESULT: _TEAM | _WHOLE_ORGANISATION | _GUESTS | {Ground.READER},
    Verb.SHARE_RESULT: _TEAM | _LEADS | _GUESTS,
    Verb.DECIDE_ON_RESULT: _TEAM | _LEADS,
    Verb.ADD_WORDS: _TEAM | _WHOLE_ORGANISATION | _GUESTS,
    Verb.REVOKE_LINK: _LEADS | _GUESTS | {Ground.MAKER},
}

GOES_ON = frozenset(
    {
        Verb.SEE_SERVICE,
        Verb.CHANGE_SERVICE,
        Verb.ASSESS_SERVICE,  # refused with the reason, by the write
        Verb.SEE_SHEET,
        Verb.SEE_RESULT,
    }
)
"""What a team may still do with a service that is archived."""


@dataclass(frozen=True)
class _Place:
    """Where an object stands; `in_team` is what a query has found already."""

    organisation: int | None
    service: Service | None = None
    assessment: Assessment | None = None
    made_by: int | None = None
    in_team: bool | None = None


def can(actor: Actor | None, verb: Verb, of: Object) -> bool:
    """Whether an actor may do that with an object. No query where the object was fetched for a
    member, else one for the teams they are in."""
    if actor is None:
        return False
    place = _place_of(of)
    allowed = TABLE[verb]
    if place.service and place.service.archived_at is not None and verb not in GOES_ON:
        allowed -= _TEAM
    if isinstance(actor, Membership):
        return place.organisation == actor.organisation_id and _may(actor, allowed, place)
    assessment = place.assessment
    if assessment is None:
        return False
    if isinstance(actor, GuestCheck):
        return Ground.GUEST in allowed and assessment.guest_check_id == actor.pk
    return Ground.READER in allowed and assessment.pk == actor.result.assessment_id


def _may(membership: Membership, allowed: frozenset[Ground], place: _Place) -> bool:
    if Ground(membership.role) in allowed:
        return True
    if Ground.MAKER in allowed and place.made_by == membership.user_id:
        return True
    return Ground.TEAM in allowed and _is_in_team(membership, place)


def _is_in_team(membership: Membership, place: _Place) -> bool:
    if place.in_team is not None:
        return place.in_team
    return place.service is not None and place.service.team_id in membership.team_keys


def _place_of(of: Object) -> _Place:
    if isinstance(of, Organisation):
        return _Place(of.pk)
    in_team: bool | None = getattr(of, "in_team", None)
    if isinstance(of, Service):
        return _Place(of.organisation_id, of, in_team=in_team)
    made_by = None
    if isinstance(of, SharedLink):
        assessment, made_by = of.result.assessment, of.created_by_id
    else:
        assessment = of.assessment
    return _Place(assessment.organisation_id, assessment.service, assessment, made_by, in_team)


def reads_everything(membership: Membership) -> bool:
    """Whether someone sees the whole organisation, not their own teams' part alone."""
    return can(membership, Verb.READ_EVERYTHING, membership.organisation)


def roles_that_may(verb: Verb) -> list[Role]:
    """The same for queries over many memberships: the roles that are ground enough."""
    return [role for role in Role if Ground(role) in TABLE[verb]]
