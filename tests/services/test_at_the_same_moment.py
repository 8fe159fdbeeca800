"""Two threads at once: whoever comes first, the outcome is the same."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from assessments.models import Assessment, GuestCheck, Result, Scope, Service
from assessments.services.answers import Change, save_answers
from assessments.services.assessments import start_assessment
from assessments.services.errors import Refused
from assessments.services.given import NOTHING_SHOWN, Given
from assessments.services.guests import claim
from assessments.services.submission import submit
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


@pytest.fixture
def cast():
    return factories.cast()


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
        change = Change("review-style", NOTHING_SHOWN, Given(option))
        saved = save_answers(sheet=factories.sheet(opened), changes=[change], by=None, at=LATER)
        return len(saved.conflicts)

    ends = both(lambda: answer("who-erred"), lambda: answer("one-root-cause"))
    assert sorted(ends) == [0, 1]


def test_a_claim_and_an_answer_leave_no_row_without_an_organisation(cast):
    check = factories.guest_check()
    sheet = factories.sheet(factories.assessment(check))
    change = Change("review-style", NOTHING_SHOWN, Given("who-erred"))
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
    assert not sheet.answers.filter(organisation=None).exists()
