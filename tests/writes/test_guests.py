from datetime import timedelta

import pytest

from assessments.answer_input import NOTHING_SHOWN, AnswerInput
from assessments.models import (
    Answer,
    Assessment,
    ClaimedCheck,
    CoveringNote,
    GuestCheck,
    Result,
    ResultPart,
    Scope,
    Service,
    SharedLink,
    Sheet,
)
from assessments.queries.guests import kept_until
from assessments.writes import guests
from assessments.writes.answers import Change, save_answers
from assessments.writes.assessments import continue_in_full, discard
from assessments.writes.errors import CheckGone, NotInTeam
from assessments.writes.guests import claim, delete_expired
from assessments.writes.names import NameTaken
from tests import factories

pytestmark = pytest.mark.django_db

AT = factories.AT
LATER = AT + timedelta(hours=1)
TENANTS = (Assessment, Sheet, Answer, Result, ResultPart, CoveringNote)
HISTORIES = (Answer.history, Assessment.history, CoveringNote.history)


@pytest.fixture
def check():
    """A quick check with a result, gone on in full, one answer of it changed by hand."""
    check = factories.guest_check("Rooms")
    result = factories.submitted_result(check, scope=Scope.QUICK)
    factories.covering_note(result)
    full = continue_in_full(result=result, by=None, at=AT)
    change = Change("telemetry", NOTHING_SHOWN, AnswerInput("stays"))
    save_answers(sheet=factories.sheet(full), changes=[change], by=None, at=AT)
    return check


@pytest.fixture
def claimed(cast, check):
    return claim(check=check, team=cast.team, service_name="Rooms", by=cast.owner, at=LATER)


# --- Claiming


def test_a_check_becomes_a_service_of_the_team(claimed, cast):
    assert (claimed.name, claimed.team, claimed.created_by) == ("Rooms", cast.team, cast.owner)


def test_the_result_found_by_the_guest_is_the_service_s_current_one(claimed):
    assert claimed.current_result == Result.objects.get()
    assert Service.objects.get(pk=claimed.pk).current_result == Result.objects.get()


def test_the_latest_of_several_results_is_the_current_one(cast):
    check = factories.guest_check()
    factories.submitted_result(check, scope=Scope.QUICK)
    latest = factories.submitted_result(check, at=LATER)
    service = claim(check=check, team=cast.team, service_name="Rooms", by=cast.owner, at=LATER)
    assert service.current_result == latest


def test_a_check_without_a_result_can_be_claimed(cast):
    check = factories.guest_check()
    factories.assessment(check)
    service = claim(check=check, team=cast.team, service_name="Rooms", by=cast.owner, at=LATER)
    assert (service.current_result, service.assessments.count()) == (None, 1)


@pytest.mark.parametrize("model", TENANTS)
def test_every_row_moves_into_the_organisation(claimed, cast, model):
    assert set(model.objects.values_list("organisation", flat=True)) == {cast.organisation.pk}


@pytest.mark.parametrize("history", HISTORIES)
def test_the_history_moves_into_the_organisation(claimed, cast, history):
    assert set(history.values_list("organisation", flat=True)) == {cast.organisation.pk}


def test_the_history_forgets_the_guest(claimed):
    rows = Assessment.history.values_list("service", "guest_check")
    assert set(rows) == {(claimed.pk, None)}


def test_the_open_assessment_goes_on_as_the_service_s(claimed):
    opened = Assessment.objects.get(submitted_at=None)
    assert (opened.service, opened.guest_check) == (claimed, None)


def test_the_link_works_no_longer(claimed):
    assert not GuestCheck.objects.exists()


def test_what_became_of_the_check_is_kept_under_the_link_s_hash(cast, check, claimed):
    kept = ClaimedCheck.objects.get()
    assert (kept.token_hash, kept.service, kept.organisation) == (
        check.token_hash,
        claimed,
        cast.organisation,
    )
    assert (kept.claimed_by, kept.claimed_at) == (cast.owner, LATER)


def test_a_read_only_link_goes_on_in_the_organisation(cast, check):
    link = factories.shared_link(Result.objects.get())
    claim(check=check, team=cast.team, service_name="Rooms", by=cast.owner, at=LATER)
    link.refresh_from_db()
    assert (link.organisation, link.revoked_at) == (cast.organisation, None)


def test_other_guests_checks_are_left_alone(cast, check):
    other = factories.submitted_result(factories.guest_check(token="another"))
    claim(check=check, team=cast.team, service_name="Rooms", by=cast.owner, at=LATER)
    other.refresh_from_db()
    assert other.organisation == GuestCheck.objects.get().organisation


@pytest.mark.parametrize("who", ["colleague", "outsider"])
def test_only_people_of_a_team_claim_for_it(cast, check, who):
    with pytest.raises(NotInTeam):
        claim(check=check, team=cast.team, service_name="Rooms", by=getattr(cast, who), at=LATER)
    assert GuestCheck.objects.exists()


def test_a_check_is_claimed_once(cast, check):
    stale = GuestCheck.objects.get()
    claim(check=check, team=cast.team, service_name="Rooms", by=cast.owner, at=LATER)
    with pytest.raises(CheckGone):
        claim(check=stale, team=cast.team, service_name="Again", by=cast.owner, at=LATER)


def test_a_name_that_the_organisation_has_is_refused_and_the_check_stays(cast, check):
    with pytest.raises(NameTaken):
        claim(check=check, team=cast.team, service_name="bedroom", by=cast.owner, at=LATER)
    assert Assessment.objects.filter(guest_check=check).count() == 2


def test_a_guest_who_comes_too_late_does_not_discard_what_was_claimed(cast, check):
    seen = Assessment.objects.get(submitted_at=None)
    claim(check=check, team=cast.team, service_name="Rooms", by=cast.owner, at=LATER)
    with pytest.raises(CheckGone):
        discard(assessment=seen, by=None, at=AT)
    assert Assessment.objects.filter(pk=seen.pk).exists()


# --- Expiring


def expire() -> int:
    return delete_expired(at=AT + GuestCheck.KEPT + timedelta(seconds=1))


@pytest.mark.parametrize("model", [GuestCheck, *TENANTS])
def test_an_expired_check_is_deleted_with_everything(check, model):
    expire()
    assert not model.objects.exists()


@pytest.mark.parametrize("history", HISTORIES)
def test_an_expired_check_leaves_no_trace_in_the_history(check, history):
    expire()
    assert not history.exists()


def test_what_was_discarded_before_leaves_no_trace_either(check):
    discard(assessment=Assessment.objects.get(submitted_at=None), by=None, at=AT)
    expire()
    assert not any(history.exists() for history in HISTORIES)


def test_a_check_is_kept_for_thirty_days(check):
    assert timedelta(days=30) == GuestCheck.KEPT
    assert delete_expired(at=AT + GuestCheck.KEPT) == 0


def test_a_check_saved_since_is_kept(check):
    GuestCheck.objects.update(last_saved_at=LATER)
    assert (expire(), GuestCheck.objects.count()) == (0, 1)


@pytest.fixture
def shared(check):
    """A read-only link to the check's result that works until its 60th day."""
    return factories.shared_link(Result.objects.get(), expires_at=AT + timedelta(days=60))


@pytest.mark.parametrize(("days", "deleted"), [(59, 0), (61, 1)])
def test_a_check_is_kept_while_a_read_only_link_to_it_works(check, shared, days, deleted):
    assert delete_expired(at=AT + timedelta(days=days)) == deleted


def test_a_link_that_was_revoked_keeps_nothing(check, shared):
    SharedLink.objects.update(revoked_at=LATER)
    assert expire() == 1


@pytest.mark.parametrize(("days", "deleted"), [(90, 0), (91, 1)])
def test_no_link_keeps_a_check_for_more_than_ninety_days(check, shared, days, deleted):
    SharedLink.objects.update(expires_at=AT + timedelta(days=300))
    assert delete_expired(at=AT + timedelta(days=days)) == deleted


def test_a_link_goes_with_the_check(check, shared):
    delete_expired(at=AT + timedelta(days=61))
    assert not SharedLink.objects.exists()


def test_another_check_s_link_keeps_nothing(check):
    other = factories.submitted_result(factories.guest_check(token="another"))
    factories.shared_link(other)
    assert (expire(), GuestCheck.objects.count()) == (1, 1)


@pytest.mark.parametrize(("expires", "kept"), [(None, 30), (10, 30), (60, 60), (200, 90)])
def test_a_check_says_until_when_it_is_kept(check, expires, kept):
    if expires:
        until = AT + timedelta(days=expires)
        factories.shared_link(Result.objects.get(), expires_at=until)
    assert kept_until(check, at=LATER) == AT + timedelta(days=kept)


def test_what_belongs_to_an_organisation_is_kept(cast, check):
    kept = factories.submitted_result(cast.service)
    expire()
    assert list(Result.objects.all()) == [kept]
    assert Assessment.history.filter(id=kept.assessment_id).exists()


def test_a_claimed_check_is_kept(claimed):
    assert (expire(), claimed.assessments.count()) == (0, 2)


def test_many_checks_are_deleted_a_batch_at_a_time(monkeypatch):
    monkeypatch.setattr(guests, "BATCH", 2)
    for number in range(5):
        factories.guest_check(token=str(number))
    assert (expire(), GuestCheck.objects.count()) == (5, 0)


def test_a_batch_holds_no_more_than_its_share(monkeypatch):
    monkeypatch.setattr(guests, "BATCH", 2)
    for number in range(5):
        factories.guest_check(token=str(number))
    assert guests._delete_batch(AT + GuestCheck.KEPT + timedelta(seconds=1)) == 2
