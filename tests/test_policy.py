"""Who may do what: the whole matrix in one picture, and every address held to it."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.urls import resolve

from assessments.models import Membership, Result, Role, SharedLink, User
from assessments.policy import TABLE, Verb, can
from tests import factories
from tests.views.addresses import ADDRESSES, ARGUMENTS, GUESTS, addresses_of

pytestmark = pytest.mark.django_db

ACTORS = ("owner", "coach", "lead", "team", "colleague", "outsider", "guest", "reader")

MATRIX = """
                     owner  coach  lead  team  colleague  outsider  guest  reader
see_organisation     yes    yes    yes   yes   yes        -         -      -
read_everything      yes    yes    yes   -     -          -         -      -
manage_organisation  yes    -      -     -     -          -         -      -
write_guidance       yes    -      yes   -     -          -         -      -
oversee_links        yes    -      yes   -     -          -         -      -
run_rounds           yes    -      yes   -     -          -         -      -
plan_scenarios       yes    -      yes   -     -          -         -      -
see_service          yes    yes    yes   yes   -          -         -      -
change_service       yes    -      -     yes   -          -         -      -
delete_service       yes    -      -     -     -          -         -      -
assess_service       -      -      -     yes   -          -         -      -
see_sheet            yes    yes    yes   yes   -          -         yes    -
edit_sheet           -      -      -     yes   -          -         yes    -
see_result           yes    yes    yes   yes   -          -         yes    yes
share_result         yes    -      yes   yes   -          -         yes    -
add_words            yes    yes    yes   yes   -          -         yes    -
decide_on_result     yes    -      yes   yes   -          -         -      -
revoke_link          yes    -      yes   yes   -          -         yes    -
"""
"""A person of the service's team made the link; the owner, coach and lead are in no team, and the
colleague is in another. A guest and a reader ask of the guest's own check, all others of the
organisation's service."""


class World:
    """An organisation with somebody of each kind, a service with a result, and a guest's check
    with one."""

    def __init__(self):
        self.cast = factories.cast()
        organisation = self.cast.organisation
        people: dict[str, User] = {
            role: factories.member(organisation, f"the-{role}@example.org", role=role)
            for role in (Role.OWNER, Role.COACH, Role.LEAD)
        }
        people["team"] = factories.member(
            organisation, "the-team@example.org", role=Role.MEMBER, teams=(self.cast.team,)
        )
        people["colleague"], people["outsider"] = self.cast.colleague, self.cast.outsider
        self.people = people
        self.result = factories.submitted_result(self.cast.service)
        self.link = factories.shared_link(self.result, created_by=people["team"])
        self.check = factories.guest_check(token="a-guest-token")
        self.checked = factories.submitted_result(self.check)
        self.shared = factories.shared_link(self.checked, token="shared")

    def actor(self, name):
        if name == "guest":
            return self.check
        if name == "reader":
            return SharedLink.objects.get(pk=self.shared.pk)
        return Membership.objects.select_related("organisation").get(user=self.people[name])

    def objects(self, name):
        """What an actor of that name asks about, by the verbs' last word."""
        of_guest = name in ("guest", "reader")
        result = Result.objects.get(pk=(self.checked if of_guest else self.result).pk)
        return {
            "service": self.cast.service,
            "sheet": factories.sheet(result.assessment),
            "result": result,
            "words": result,
            "link": SharedLink.objects.get(pk=(self.shared if of_guest else self.link).pk),
        }

    def may(self, name, verb):
        found = self.objects(name).get(verb.value.rpartition("_")[2], self.cast.organisation)
        return can(self.actor(name), verb, found)


@pytest.fixture
def world():
    return World()


def test_every_verb_stands_in_the_table():
    assert set(TABLE) == set(Verb)


def test_the_matrix_is_as_it_was_agreed(world):
    rows = [line.split() for line in MATRIX.strip().splitlines()[1:]]
    agreed = {verb: [said == "yes" for said in row] for verb, *row in rows}
    assert {verb.value: [world.may(name, verb) for name in ACTORS] for verb in Verb} == agreed


def test_templates_ask_for_verbs_that_there_are():
    templates = Path(settings.BASE_DIR, "templates").rglob("*.html")
    asked = {
        verb
        for template in templates
        for verb in re.findall(r'\|may:"(\w+)"', template.read_text(encoding="utf-8"))
    }
    assert asked
    assert asked <= {verb.value for verb in Verb}


def test_nobody_may_do_anything(world):
    assert not any(can(None, verb, world.result) for verb in Verb)


@pytest.mark.parametrize("verb", Verb)
def test_a_member_of_one_organisation_may_do_nothing_in_another(world, verb):
    elsewhere = Membership.objects.get(user=world.cast.outsider)
    assert elsewhere.is_owner
    assert not world.may("outsider", verb)


def test_of_an_archived_service_a_team_only_sees_changes_and_restores(world):
    world.cast.service.archived_at = factories.AT
    world.cast.service.save()
    left = {verb for verb in Verb if world.may("team", verb)}
    assert left == {
        Verb.SEE_ORGANISATION,
        Verb.SEE_SERVICE,
        Verb.CHANGE_SERVICE,
        Verb.ASSESS_SERVICE,
        Verb.SEE_SHEET,
        Verb.SEE_RESULT,
        Verb.REVOKE_LINK,
    }


def test_who_made_a_link_and_left_the_team_may_still_revoke_it(world):
    Membership.objects.get(user=world.people["team"]).team_members.all().delete()
    assert world.may("team", Verb.REVOKE_LINK)
    assert not world.may("team", Verb.SEE_RESULT)


def test_what_a_query_has_found_is_not_asked_again(world, django_assert_num_queries):
    sheet, membership = factories.sheet(world.result.assessment), world.actor("team")
    vars(sheet)["in_team"] = True
    with django_assert_num_queries(0):
        assert can(membership, Verb.EDIT_SHEET, sheet)


# --- The addresses


def verbs_of(path):
    """What an address asks for, by method."""
    view: Any = resolve(path).func
    return view.verbs


SEEN_BY_ITS_QUERY = {"service": Verb.SEE_SERVICE}
"""Pages whose query brings what may be seen, and nothing else."""


ONE_PERSON_S = {"download-file", "download-delete"}
"""Of files, which their query finds for who asked for them and for nobody else."""

ASKED = [name for name in ADDRESSES if name not in {"sheet:share-revoke", *ONE_PERSON_S}]


@pytest.mark.parametrize("name", ASKED)
def test_an_address_is_open_to_whom_the_policy_says(client, world, name):
    path = addresses_of(world.cast, world.link)(name)
    verbs = verbs_of(path)
    if name in SEEN_BY_ITS_QUERY:
        verbs = dict.fromkeys(verbs, SEEN_BY_ITS_QUERY[name])
    for actor in ("owner", "coach", "lead", "team", "colleague", "outsider"):
        client.force_login(world.people[actor])
        for method, verb in verbs.items():
            with transaction.atomic():
                answer = client.generic(method, path)
                transaction.set_rollback(True)
            if answer.status_code != 405:
                assert (answer.status_code != 404) is world.may(actor, verb), (actor, method)


@pytest.mark.parametrize("name", [name for name in GUESTS if "assessment" in ARGUMENTS[name]])
def test_a_guest_s_address_is_open_to_the_guest(client, world, name):
    changes = {"link": world.shared.pk} if "link" in ARGUMENTS[name] else {}
    path = addresses_of(world.cast, world.link)(
        name, assessment=world.checked.assessment_id, **changes
    )
    for method in verbs_of(path):
        with transaction.atomic():
            answer = client.generic(method, path)
            transaction.set_rollback(True)
        assert answer.status_code != 404
