from datetime import timedelta

import pytest

from assessments.current import playbook
from assessments.models import Answer, Assessment, GuestCheck, Scope
from assessments.queries.sheets import fetch_sheet
from assessments.tokens import digest
from assessments.writes.assessments import (
    continue_in_full,
    discard,
    start_assessment,
    start_guest_check,
)
from assessments.writes.errors import CheckGone, ServiceArchived, SheetFrozen
from tests import factories
from tests.factories import BEDROOM, full_answers

pytestmark = pytest.mark.django_db

AT = factories.AT
LATER = AT + timedelta(days=90)
LINK = "https://wiki.example.org"


def start(service, *, scope=Scope.FULL, by=None) -> Assessment:
    return start_assessment(service=service, scope=scope, by=by, at=LATER)


def rows(assessment) -> dict[str, Answer]:
    return {row.question: row for row in factories.sheet(assessment).answers.all()}


# --- Guests


def test_a_guest_gets_a_check_with_an_open_assessment():
    check, _token, assessment = start_guest_check(name=" Rooms ", scope=Scope.QUICK, at=AT)
    assert (check.name, check.last_saved_at) == ("Rooms", AT)
    assert (assessment.guest_check, assessment.scope) == (check, Scope.QUICK)
    assert assessment.is_open


def test_a_guest_s_sheet_is_empty():
    _check, _token, assessment = start_guest_check(name="Rooms", scope=Scope.QUICK, at=AT)
    assert rows(assessment) == {}


def test_only_the_hash_of_a_guest_s_token_is_kept():
    check, token, _assessment = start_guest_check(name="Rooms", scope=Scope.QUICK, at=AT)
    assert (check.token_hash, token in str(check.__dict__)) == (digest(token), False)


# --- Starting


def test_a_first_assessment_is_empty_and_open(cast):
    started = start(cast.service, by=cast.owner)
    assert (started.service, started.organisation) == (cast.service, cast.organisation)
    assert (started.started_by, started.started_at) == (cast.owner, LATER)
    assert (started.is_open, started.carried_from, rows(started)) == (True, None, {})


def test_a_service_has_one_open_assessment(cast):
    first = start(cast.service, scope=Scope.QUICK)
    assert start(cast.service) == first


def test_the_open_assessment_keeps_its_answers(cast):
    opened = factories.assessment(cast.service, BEDROOM)
    assert rows(start(cast.service)).keys() == rows(opened).keys()


def test_a_service_object_from_before_finds_the_open_assessment_too(cast):
    stale = type(cast.service).objects.get(pk=cast.service.pk)
    first = start(cast.service)
    assert start(stale) == first


def test_an_archived_service_is_not_assessed(cast):
    type(cast.service).objects.update(archived_at=AT)
    with pytest.raises(ServiceArchived):
        start(cast.service)


def test_who_started_is_in_the_history(cast):
    row = start(cast.service, by=cast.owner).history.get()
    assert (row.history_type, row.history_user, row.history_date) == ("+", cast.owner, LATER)


# --- Carrying over


def test_the_last_result_s_answers_are_carried_over(cast):
    result = factories.submitted_result(cast.service)
    started = start(cast.service)
    carried = {slug: row.amount or row.option for slug, row in rows(started).items()}
    # No higher peak, so that answer took no part in the result.
    assert carried.items() == full_answers().items() - {("peak-readiness", "target-and-cover")}
    assert started.carried_from == result


def test_notes_links_and_amounts_are_carried_over(cast):
    noted = {"option": "stays", "note": "Hm.", "evidence": [LINK]}
    factories.submitted_result(cast.service, full_answers({"telemetry": noted}))
    carried = rows(start(cast.service))
    assert (carried["telemetry"].note, carried["telemetry"].evidence) == ("Hm.", [LINK])
    assert carried["exposure"].amount == 200_000


def test_that_there_is_no_peak_is_carried_over_to_be_confirmed(cast):
    factories.submitted_result(cast.service, full_answers({"peak-exposure": "none"}))
    carried = rows(start(cast.service))["peak-exposure"]
    assert (carried.option, carried.carried_over) == ("none", True)


def test_carried_over_answers_are_to_be_confirmed(cast):
    factories.submitted_result(cast.service)
    assert all(row.carried_over for row in rows(start(cast.service)).values())


def test_carried_over_answers_belong_to_the_organisation(cast):
    factories.submitted_result(cast.service)
    assert {row.organisation for row in rows(start(cast.service)).values()} == {cast.organisation}


def test_carried_over_answers_are_in_the_history(cast):
    factories.submitted_result(cast.service)
    row = rows(start(cast.service, by=cast.owner))["telemetry"]
    assert (row.history.get().history_type, row.history.get().history_user) == ("+", cast.owner)


def test_the_frozen_answers_are_carried_over_and_not_those_changed_since(cast):
    result = factories.submitted_result(cast.service)
    factories.sheet(result.assessment).answers.filter(question="telemetry").update(option="stays")
    assert rows(start(cast.service))["telemetry"].option == full_answers()["telemetry"]


def test_the_latest_result_is_the_one_carried_over(cast):
    factories.submitted_result(cast.service, full_answers(option=0))
    latest = factories.submitted_result(cast.service, at=AT + timedelta(days=1))
    assert start(cast.service).carried_from == latest


def test_a_band_that_has_been_switched_off_is_carried_over_to_be_mended(cast):
    type(cast.organisation).objects.update(high_ceiling=10**6)
    service = type(cast.service).objects.get()
    factories.submitted_result(service, {**BEDROOM, "exposure": "very-high"})
    type(cast.organisation).objects.update(high_ceiling=None)
    started = start(type(service).objects.get())
    assert rows(started)["exposure"].option == "very-high"
    assert "exposure" in fetch_sheet(factories.sheet(started)).faults


def test_unanswered_questions_leave_no_rows(cast):
    factories.submitted_result(cast.service, BEDROOM)
    assert rows(start(cast.service)).keys() == BEDROOM.keys()


def test_a_quick_check_carries_over_only_what_it_asks(cast):
    factories.submitted_result(cast.service)
    quick = start(cast.service, scope=Scope.QUICK)
    assert rows(quick).keys() == {*BEDROOM, *playbook().quick_check}


def test_starting_costs_the_same_however_much_is_carried_over(cast, django_assert_num_queries):
    factories.submitted_result(cast.service)
    with django_assert_num_queries(12):
        start(cast.service)


# --- Going on from a quick check


@pytest.fixture
def quick(cast):
    return factories.submitted_result(cast.service, scope=Scope.QUICK)


def test_a_quick_check_goes_on_as_a_full_assessment(cast, quick):
    full = continue_in_full(result=quick, by=cast.owner, at=LATER)
    assert (full.scope, full.service, full.carried_from) == (Scope.FULL, cast.service, quick)


def test_nothing_of_a_quick_check_is_asked_twice(cast, quick):
    full = continue_in_full(result=quick, by=cast.owner, at=LATER)
    state = fetch_sheet(factories.sheet(full))
    assert state.progress.answered == len(BEDROOM) + len(playbook().quick_check)
    assert state.unconfirmed == ()


def test_the_quick_result_remains(cast, quick):
    continue_in_full(result=quick, by=cast.owner, at=LATER)
    quick.refresh_from_db()
    assert quick.service.current_result == quick


def test_going_on_twice_gives_the_same_assessment(quick):
    first = continue_in_full(result=quick, by=None, at=LATER)
    assert continue_in_full(result=quick, by=None, at=LATER) == first


def test_a_guest_s_quick_check_goes_on_under_the_same_link():
    check = factories.guest_check()
    result = factories.submitted_result(check, scope=Scope.QUICK)
    full = continue_in_full(result=result, by=None, at=LATER)
    assert (full.guest_check, full.organisation) == (check, check.organisation)


def test_a_claimed_check_does_not_go_on_as_a_guest_s():
    check = factories.guest_check()
    result = factories.submitted_result(check, scope=Scope.QUICK)
    assert result.assessment.guest_check == check
    GuestCheck.objects.all().delete()
    with pytest.raises(CheckGone):
        continue_in_full(result=result, by=None, at=LATER)


def test_an_archived_service_does_not_go_on(cast, quick):
    type(cast.service).objects.update(archived_at=AT)
    with pytest.raises(ServiceArchived):
        continue_in_full(result=quick, by=None, at=LATER)


# --- Discarding


def test_an_open_assessment_is_discarded_with_its_answers(cast):
    opened = factories.assessment(cast.service, BEDROOM)
    discard(assessment=opened, by=cast.owner, at=AT)
    assert (Assessment.objects.count(), Answer.objects.count()) == (0, 0)


def test_what_was_answered_leaves_no_trace(cast):
    opened = factories.assessment(cast.service, BEDROOM)
    discard(assessment=opened, by=cast.owner, at=AT)
    assert Answer.history.count() == 0


def test_who_discarded_a_service_s_assessment_is_told(cast):
    opened = factories.assessment(cast.service, BEDROOM)
    discard(assessment=opened, by=cast.owner, at=AT)
    row = Assessment.history.filter(history_type="-").get()
    assert (row.service, row.history_user) == (cast.service, cast.owner)


def test_a_guest_s_assessment_leaves_no_trace_at_all():
    discard(assessment=factories.assessment(factories.guest_check(), BEDROOM), by=None, at=AT)
    assert (Answer.history.count(), Assessment.history.count()) == (0, 0)


def test_other_assessments_stay(cast):
    kept = factories.submitted_result(cast.service)
    discard(assessment=start(cast.service), by=cast.owner, at=AT)
    assert list(Assessment.objects.all()) == [kept.assessment]


def test_a_submitted_assessment_is_not_discarded(cast):
    result = factories.submitted_result(cast.service)
    with pytest.raises(SheetFrozen):
        discard(assessment=result.assessment, by=cast.owner, at=AT)


def test_an_assessment_is_discarded_once(cast):
    opened = factories.assessment(cast.service)
    stale = Assessment.objects.get(pk=opened.pk)
    discard(assessment=opened, by=cast.owner, at=AT)
    with pytest.raises(SheetFrozen):
        discard(assessment=stale, by=cast.owner, at=AT)


def test_after_discarding_another_can_be_started(cast):
    discard(assessment=start(cast.service), by=None, at=AT)
    assert start(cast.service).is_open
