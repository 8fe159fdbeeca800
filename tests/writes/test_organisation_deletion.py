import threading
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from assessments.models import Invitation, Organisation, Role, Service, User
from assessments.queries import access, home, people
from assessments.queries.entries import entry_page
from assessments.queries.guidance import find_guidance, guidance_for
from assessments.writes import organisation_deletion, organisations
from assessments.writes.errors import NotInTeam
from assessments.writes.guests import claim
from assessments.writes.organisation_deletion import delete_marked
from assessments.writes.people import InvitationClosed, accept, invite
from tests import factories
from tests.crowds import assessed_services, drafts

pytestmark = pytest.mark.django_db

LATER = factories.AT + timedelta(days=1)
OF_A_TENANT = [
    model
    for model in apps.get_app_config("assessments").get_models()
    if any(field.name == "organisation" for field in model._meta.fields)
]


@pytest.fixture(autouse=True)
def no_pause(monkeypatch):
    monkeypatch.setattr(organisation_deletion, "PAUSE", 0)


def mark(organisation):
    organisations.delete(organisation=organisation, at=LATER)


def filled(cast, services=3):
    """The cast's organisation with something of every kind in it."""
    drafts(assessed_services(cast.team, services))
    factories.covering_note(factories.submitted_result(cast.service))
    factories.guidance(cast.organisation)
    return cast.organisation


# --- Marking


def test_marking_takes_the_same_few_queries_however_much_there_is(cast):
    filled(cast, 20)
    with CaptureQueriesContext(connection) as asked:
        mark(cast.organisation)
    assert len(asked) <= 3  # and a savepoint's two


def test_the_slug_is_free_at_once(cast):
    mark(cast.organisation)
    again, _team = organisations.found(
        organisation_name="Acme", team_name="Rooms", by=cast.owner, at=LATER
    )
    assert again.slug == "acme"


def test_the_day_stays_that_of_the_first_press(cast):
    mark(cast.organisation)
    organisations.delete(organisation=cast.organisation, at=LATER + timedelta(days=1))
    assert Organisation.objects.get(pk=cast.organisation.pk).deleted_at == LATER


def test_it_is_begun_in_the_background_once_it_is_written(
    cast, django_capture_on_commit_callbacks, monkeypatch
):
    begun = []
    monkeypatch.setattr(organisation_deletion, "_delete_and_hang_up", lambda: begun.append(1))
    with django_capture_on_commit_callbacks() as callbacks:
        mark(cast.organisation)
        assert begun == []
    for callback in callbacks:
        callback()
    for thread in threading.enumerate():
        if thread.daemon and thread is not threading.current_thread():
            thread.join(1)
    assert begun == [1]


def test_what_breaks_off_in_the_background_is_logged_and_left(monkeypatch, caplog):
    def broken():
        raise DatabaseError

    monkeypatch.setattr(organisation_deletion, "delete_marked", broken)
    monkeypatch.setattr(connection, "close", lambda: None)
    organisation_deletion._delete_and_hang_up()
    assert "daily goes on with it" in caplog.text


# --- Deleting


@pytest.mark.parametrize("model", OF_A_TENANT)
def test_every_row_goes_and_those_of_others_stay(cast, model):
    elsewhere = Organisation.objects.get(slug="elsewhere")
    others = model._base_manager.filter(organisation=elsewhere).count()
    mark(filled(cast))
    delete_marked()
    assert model._base_manager.count() == others


def test_people_keep_their_accounts(cast):
    mark(filled(cast))
    delete_marked()
    assert User.objects.filter(pk=cast.colleague.pk).exists()


def test_an_organisation_that_is_not_marked_stays(cast):
    filled(cast)
    assert delete_marked() == 0
    assert Service.objects.filter(organisation=cast.organisation).exists()


def test_the_finished_are_counted(cast):
    mark(cast.organisation)
    assert (delete_marked(), delete_marked()) == (1, 0)


def test_it_goes_a_batch_at_a_time(cast, monkeypatch):
    monkeypatch.setattr(organisation_deletion, "BATCH", 2)
    mark(filled(cast, 4))
    assert organisation_deletion._delete_batch(cast.organisation.pk)
    assert Service.objects.filter(organisation=cast.organisation).count() == 3


def test_it_goes_on_where_it_stopped(cast, monkeypatch):
    monkeypatch.setattr(organisation_deletion, "BATCH", 2)
    mark(filled(cast, 4))
    organisation_deletion._delete_batch(cast.organisation.pk)
    delete_marked()
    assert not Organisation.objects.filter(pk=cast.organisation.pk).exists()


def queries_of_a_batch(organisation):
    with CaptureQueriesContext(connection) as asked:
        organisation_deletion._delete_batch(organisation.pk)
    return len(asked)


def test_a_batch_takes_the_same_queries_whatever_is_in_it(cast, monkeypatch):
    organisation = filled(cast, 12)
    mark(organisation)
    monkeypatch.setattr(organisation_deletion, "BATCH", 2)
    few = queries_of_a_batch(organisation)
    monkeypatch.setattr(organisation_deletion, "BATCH", 10)
    assert queries_of_a_batch(organisation) == few <= 50


def test_what_someone_saves_just_then_is_deleted_at_the_next_try(cast, monkeypatch):
    broken = [IntegrityError, None]
    rest = organisation_deletion._delete_rest

    def first_broken(organisation):
        if error := broken.pop(0):
            raise error
        return rest(organisation)

    monkeypatch.setattr(organisation_deletion, "_delete_rest", first_broken)
    mark(cast.organisation)
    assert delete_marked() == 1


def test_what_cannot_be_deleted_is_left_to_the_next_time(cast, monkeypatch):
    def broken(_organisation):
        raise IntegrityError

    monkeypatch.setattr(organisation_deletion, "_delete_rest", broken)
    mark(cast.organisation)
    assert delete_marked() == 0


# --- Gone for everyone at once


@pytest.fixture
def pressed(cast):
    """An organisation whose deletion has only been pressed, with an invitation to it."""
    factories.guidance(cast.organisation, text="Ask the zebra guild.")
    invited = {"role": Role.LEAD, "team": None, "days": 7, "by": cast.owner}
    _invitation, token = invite(organisation=cast.organisation, at=timezone.now(), **invited)
    mark(cast.organisation)
    return token


def test_nobody_is_in_it(cast, pressed):
    deleted = Organisation.objects.get(pk=cast.organisation.pk)
    assert access.membership(user=cast.owner, slug=deleted.slug) is None


def test_no_list_of_one_s_organisations_has_it(cast, pressed):
    assert not home.memberships(cast.owner)


def test_no_list_of_one_s_teams_has_its_own(cast, pressed):
    assert not people.teams_of(cast.owner)


def test_its_invitations_are_unknown(client, pressed):
    assert client.get(reverse("join", args=[pressed])).status_code == 404


def test_an_invitation_read_before_lets_nobody_in(cast, pressed):
    seen = Invitation.objects.get()
    with pytest.raises(InvitationClosed):
        accept(invitation=seen, by=cast.outsider, at=timezone.now())


def test_its_guidance_is_on_no_entry_and_nobody_adds_to_it(cast, pressed):
    page = entry_page("practice", "run-regular-chaos-days")
    told = guidance_for(cast.owner, page.ref)
    assert (told.pieces, told.may_add) == ((), ())


def test_its_guidance_is_not_found(cast, pressed):
    assert find_guidance(cast.owner, "zebra") == ()


def test_no_guest_s_check_is_claimed_into_it(cast, pressed):
    with pytest.raises(NotInTeam):
        claim(
            check=factories.guest_check(),
            team=cast.team,
            service_name="Hall",
            by=cast.owner,
            at=LATER,
        )
