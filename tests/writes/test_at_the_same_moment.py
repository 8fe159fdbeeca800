"""Two threads at once: whoever comes first, the outcome is the same."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Event

import pytest
from django.db import connection, transaction

from assessments.answer_input import NOTHING_SHOWN, AnswerInput
from assessments.models import (
    Answer,
    Assessment,
    GuestCheck,
    Guidance,
    Membership,
    Organisation,
    Result,
    Role,
    Scope,
    Service,
)
from assessments.writes import guidance as guidances
from assessments.writes import organisation_deletion, organisations, people
from assessments.writes.answers import Change, claim_turn, save_answers
from assessments.writes.assessments import discard, start_assessment
from assessments.writes.catalogue import create_service, delete
from assessments.writes.errors import Refused
from assessments.writes.guests import claim
from assessments.writes.guidance import Said, shown_as
from assessments.writes.organisation_deletion import delete_marked
from assessments.writes.organisations import found
from assessments.writes.submission import submit
from assessments.writes.teams import delete_team
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)

LATER = factories.AT + timedelta(hours=1)
IN_TIME = 30
"""Seconds after which a thread that waits for the other has waited in vain."""


def both(first, second) -> list:
    """What two calls come to that begin at the same moment: their values, or what refused them."""
    barrier = Barrier(2)

    def run(call):
        try:
            barrier.wait(IN_TIME)
            return call()
        except Refused as refused:
            return type(refused).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        return list(threads.map(run, (first, second), timeout=IN_TIME))


def test_two_submissions_give_one_result(cast):
    pk = factories.assessment(cast.service, factories.full_answers()).pk
    ends = both(
        *(
            lambda: submit(assessment=Assessment.objects.get(pk=pk), by=None, at=LATER).pk
            for _ in "ab"
        )
    )
    assert sorted(map(str, ends)) == [str(Result.objects.get().pk), "SheetFrozen"]


def test_two_starts_give_one_assessment(cast):
    def start():
        service = Service.objects.get(pk=cast.service.pk)
        return start_assessment(service=service, scope=Scope.FULL, by=None, at=LATER).pk

    assert set(both(start, start)) == {Assessment.objects.get().pk}


def test_two_answers_to_one_question_give_one_conflict(cast):
    opened = factories.assessment(cast.service)

    def answer(option):
        change = Change("review-style", NOTHING_SHOWN, AnswerInput(option))
        saved = save_answers(sheet=factories.sheet(opened), changes=[change], by=None, at=LATER)
        return len(saved.conflicts)

    ends = both(lambda: answer("who-erred"), lambda: answer("one-root-cause"))
    assert sorted(ends) == [0, 1]


def _sheet_of(kind, opened, people):
    if kind == "team's":
        return factories.sheet(opened)
    return factories.persons_sheet(opened, people.pop())


@pytest.mark.parametrize(
    ("held", "saved"),
    [("person's", "person's"), ("team's", "person's"), ("person's", "team's")],
)
def test_on_postgresql_saving_on_one_sheet_does_not_wait_for_another(cast, held, saved):
    opened, people = factories.assessment(cast.service), [cast.owner, cast.colleague]
    theirs, ours = (_sheet_of(kind, opened, people) for kind in (held, saved))
    change = Change("review-style", NOTHING_SHOWN, AnswerInput("who-erred"))
    ended = Event()

    def save():
        try:
            return save_answers(sheet=ours, changes=[change], by=None, at=LATER)
        finally:
            connection.close()
            ended.set()

    with ThreadPoolExecutor(1) as thread:
        with transaction.atomic():
            assert claim_turn(theirs, LATER)
            saving = thread.submit(save)
            # On SQLite one writer waits for the other to end.
            in_time = IN_TIME if connection.vendor == "postgresql" else 0.2
            assert ended.wait(in_time) is (connection.vendor == "postgresql")
        assert saving.result(IN_TIME).saved == {"review-style"}


def test_a_claim_and_an_answer_leave_no_row_in_the_guest_s_organisation(cast):
    check = factories.guest_check()
    sheet = factories.sheet(factories.assessment(check))
    change = Change("review-style", NOTHING_SHOWN, AnswerInput("who-erred"))
    both(
        lambda: claim(
            check=GuestCheck.objects.get(),
            team=cast.team,
            service_name="Rooms",
            by=cast.owner,
            at=LATER,
        ),
        lambda: save_answers(sheet=sheet, changes=[change], by=None, at=LATER),
    )
    assert not sheet.answers.exclude(organisation=cast.organisation).exists()


def test_two_changes_of_one_guidance_keep_the_first_and_show_it_to_the_second(cast):
    guidance = factories.guidance(cast.organisation)
    shown = shown_as(guidance)

    def change(text):
        said = Said("practice", "run-regular-chaos-days", text, ())
        try:
            guidances.change(guidance=guidance, shown=shown, said=said, by=None, at=LATER)
        except guidances.GuidanceChanged as meanwhile:
            return meanwhile.now.text
        return "saved"

    ends = both(lambda: change("One"), lambda: change("Other"))
    assert sorted(ends) == sorted(["saved", Guidance.objects.get().text])


def test_two_pieces_of_guidance_do_not_share_the_last_place(cast):
    for _ in range(guidances.MOST_ON_AN_ENTRY - 1):
        factories.guidance(cast.organisation)
    said = Said("practice", "run-regular-chaos-days", "Mine.", ())

    def add():
        guidances.add(organisation=cast.organisation, said=said, by=None, at=LATER)

    assert sorted(map(str, both(add, add))) == ["EnoughGuidance", "None"]


@pytest.mark.parametrize("role", [Role.LEAD, Role.OWNER])
def test_a_link_that_works_once_lets_one_of_two_people_in(cast, role):
    invitation, _token = people.invite(
        organisation=cast.organisation,
        role=role,
        team=None,
        days=1,
        by=cast.owner,
        at=factories.AT,
    )
    first, second = (factories.user(f"{name}@example.org") for name in "ab")

    def join(person):
        return people.accept(invitation=invitation, by=person, at=LATER).user.email

    ends = both(lambda: join(first), lambda: join(second))
    joined = cast.organisation.memberships.filter(role=role).exclude(user=cast.owner).get()
    assert sorted(ends) == sorted(["InvitationUsed", joined.user.email])


def test_one_person_who_presses_join_twice_at_once_is_in_once(cast):
    invitation, _token = people.invite(
        organisation=cast.organisation,
        role=Role.LEAD,
        team=None,
        days=1,
        by=cast.owner,
        at=factories.AT,
    )
    person = factories.user("a@example.org")

    def join():
        return people.accept(invitation=invitation, by=person, at=LATER).pk

    assert set(both(join, join)) == {person.memberships.get().pk}


# --- What is deleted while something else is done to it. Taken in another order, the locks of the
# two would wait for each other, and PostgreSQL would end one of them with an error.


@pytest.fixture
def crowded(cast):
    """A team with an invitation to it, and no services."""
    team = factories.team(cast.organisation, "Crowded")
    invitation, _token = people.invite(
        organisation=cast.organisation,
        role=Role.MEMBER,
        team=team,
        days=1,
        by=cast.owner,
        at=factories.AT,
    )
    return team, invitation


def test_a_service_deleted_while_it_is_submitted_leaves_nothing(cast):
    pk = factories.assessment(cast.service, factories.full_answers()).pk
    opened = Assessment.objects.get(pk=pk)
    both(
        lambda: delete(service=cast.service),
        lambda: submit(assessment=opened, by=None, at=LATER),
    )
    assert not any(model.objects.exists() for model in (Service, Assessment, Result, Answer))


def test_a_service_deleted_while_an_answer_is_saved_leaves_no_history(cast):
    sheet = factories.sheet(factories.assessment(cast.service, factories.BEDROOM))
    change = Change("review-style", NOTHING_SHOWN, AnswerInput("who-erred"))
    both(
        lambda: delete(service=cast.service),
        lambda: save_answers(sheet=sheet, changes=[change], by=None, at=LATER),
    )
    assert not any(rows.exists() for rows in (Answer.objects.all(), Answer.history.all()))


@pytest.fixture
def marked(cast, monkeypatch):
    """An organisation whose deletion is pressed and not begun."""
    monkeypatch.setattr(organisations, "delete_in_background", lambda: None)
    monkeypatch.setattr(organisation_deletion, "PAUSE", 0.01)
    monkeypatch.setattr(organisation_deletion, "BATCH", 1)
    for number in range(5):
        factories.submitted_result(factories.service(cast.team, str(number)))
    organisations.delete(organisation=cast.organisation, at=LATER)
    return cast.organisation


def test_an_organisation_deleted_while_it_is_worked_in_leaves_nothing(cast, marked):
    sheet = factories.sheet(factories.assessment(cast.service, factories.BEDROOM))
    change = Change("review-style", NOTHING_SHOWN, AnswerInput("who-erred"))
    both(
        delete_marked,
        lambda: save_answers(sheet=sheet, changes=[change], by=None, at=LATER),
    )
    assert not any(rows.exists() for rows in (Answer.objects.all(), Answer.history.all()))


def test_an_organisation_deleted_while_a_service_is_added_leaves_nothing(cast, marked):
    both(
        delete_marked,
        lambda: create_service(team=cast.team, name="Late", by=None, at=LATER).name,
    )
    delete_marked()
    assert not Organisation.objects.filter(pk=marked.pk).exists()
    assert not any(rows.exists() for rows in (Service.objects.all(), Service.history.all()))


def test_an_organisation_is_deleted_by_two_at_once_without_harm(marked):
    assert sum(both(delete_marked, delete_marked)) == 1
    assert not Organisation.objects.filter(pk=marked.pk).exists()


def test_a_check_is_either_claimed_or_discarded_first(cast):
    check = factories.guest_check()
    opened = factories.assessment(check, factories.BEDROOM)
    team, by = cast.team, cast.owner
    ends = both(
        lambda: claim(check=check, team=team, service_name="Hall", by=by, at=LATER).name,
        lambda: discard(assessment=opened, by=None, at=LATER),
    )
    kept = Assessment.objects.filter(service__name="Hall").count()
    assert (ends, kept) in ((["Hall", "CheckGone"], 1), (["Hall", None], 0))


def test_an_invitation_is_accepted_or_closed_while_its_team_is_deleted(crowded):
    team, invitation = crowded
    newcomer = factories.user("newcomer@example.org")
    both(
        lambda: people.accept(invitation=invitation, by=newcomer, at=factories.AT),
        lambda: delete_team(team=team, by=None, at=LATER),
    )
    assert not newcomer.memberships.filter(team_members__team=team.pk).exists()


def test_a_team_deleted_while_someone_is_put_into_it_is_left_out(cast, crowded):
    team, _invitation = crowded
    colleague = Membership.objects.get(user=cast.colleague)
    both(
        lambda: people.change(
            membership=colleague, role=Role.MEMBER, teams=[team, cast.team], by=None, at=LATER
        ),
        lambda: delete_team(team=team, by=None, at=LATER),
    )
    assert [place.team for place in colleague.team_members.all()] == [cast.team]


def test_a_form_sent_twice_at_once_founds_one_organisation(cast):
    def start():
        found(organisation_name="Twice", team_name="Ours", by=cast.outsider, at=LATER)

    assert sorted(map(str, both(start, start))) == ["NameTaken", "None"]
    assert Organisation.objects.filter(name="Twice").count() == 1
