"""How far services have come with a round, counted by hand."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from assessments.models import Scope
from assessments.queries.rounds import (
    Progress,
    RoundFigures,
    Unmanned,
    asked_by,
    fetch_asked,
    fetch_figures,
    fetch_unmanned,
)
from tests import crowds, factories

pytestmark = pytest.mark.django_db

AT = factories.AT
TODAY = AT.date()
AUCKLAND = ZoneInfo("Pacific/Auckland")


def progress(of):
    """How far each of its services is, by name."""
    return dict(asked_by(of).values_list("service__name", "progress"))  # type: ignore[misc]  # annotated


def test_a_service_is_done_a_draft_or_not_begun(cast):
    names = ("Bath", "Kitchen", "Shed")
    bath, kitchen, shed = (factories.service(cast.team, name) for name in names)
    factories.result_row(bath)
    factories.assessment(kitchen)
    round_ = factories.round_of([bath, kitchen, shed])
    assert progress(round_) == {
        "Shed": Progress.NOT_BEGUN,
        "Kitchen": Progress.DRAFT,
        "Bath": Progress.DONE,
    }
    assert fetch_figures([round_]) == {round_.pk: RoundFigures(3, done=1, draft=1, not_begun=1)}


def test_what_is_least_far_comes_first_then_by_name(cast):
    names = ("Bath", "Attic", "Cellar")
    services = [factories.service(cast.team, name) for name in names]
    factories.result_row(services[1])
    assert list(progress(factories.round_of(services))) == ["Bath", "Cellar", "Attic"]


def test_a_draft_begun_anew_leaves_what_is_done_done(cast):
    factories.result_row(cast.service)
    factories.assessment(cast.service)
    assert progress(factories.round_of([cast.service])) == {"Bedroom": Progress.DONE}


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 11, 9, 23, 59, tzinfo=AUCKLAND), Progress.NOT_BEGUN),
        (datetime(2026, 11, 10, 0, 0, tzinfo=AUCKLAND), Progress.DONE),
        (datetime(2026, 11, 20, 23, 59, tzinfo=AUCKLAND), Progress.DONE),
        (datetime(2026, 11, 21, 0, 0, tzinfo=AUCKLAND), Progress.NOT_BEGUN),
    ],
)
def test_both_days_belong_to_a_round_in_the_time_zone_that_is_active(cast, moment, expected):
    factories.result_row(cast.service, at=moment)
    days: dict[str, Any] = {"begins_on": date(2026, 11, 10), "ends_on": date(2026, 11, 20)}
    round_ = factories.round_of([cast.service], **days)
    with timezone.override(AUCKLAND):
        assert progress(round_) == {"Bedroom": expected}


@pytest.mark.parametrize(
    ("asked", "given", "expected"),
    [
        (Scope.FULL, Scope.QUICK, Progress.NOT_BEGUN),
        (Scope.FULL, Scope.FULL, Progress.DONE),
        (Scope.QUICK, Scope.QUICK, Progress.DONE),
        (Scope.QUICK, Scope.FULL, Progress.DONE),
    ],
)
def test_a_round_takes_what_is_asked_or_more(cast, asked, given, expected):
    factories.result_row(cast.service, scope=given)
    assert progress(factories.round_of([cast.service], scope=asked)) == {"Bedroom": expected}


def test_an_archived_service_is_counted_apart(cast):
    shed = factories.service(cast.team, "Shed", archived_at=AT)
    round_ = factories.round_of([cast.service, shed])
    assert list(progress(round_)) == ["Bedroom"]
    assert fetch_figures([round_])[round_.pk] == RoundFigures(1, not_begun=1, archived=1)


def test_a_service_that_is_deleted_is_asked_no_longer(cast):
    shed = factories.service(cast.team, "Shed")
    round_ = factories.round_of([cast.service, shed])
    shed.delete()
    assert fetch_figures([round_])[round_.pk].total == 1


def test_teams_with_nobody_in_them_are_named_while_something_waits(cast):
    empty = factories.team(cast.organisation, "Attic")
    waiting = [factories.service(empty, name) for name in ("One", "Two")]
    done = factories.service(factories.team(cast.organisation, "Bath"), "Three")
    factories.result_row(done)
    round_ = factories.round_of([cast.service, *waiting, done])
    assert fetch_unmanned(round_) == [Unmanned(empty.pk, "Attic", 2)]


def test_a_service_is_told_which_rounds_ask_for_it_the_first_to_end_first(cast):
    factories.result_row(cast.service)
    later = {"ends_on": TODAY + timedelta(days=30), "begins_on": TODAY + timedelta(days=1)}
    factories.round_of([cast.service], "Summer", ends_on=TODAY + timedelta(days=20))
    factories.round_of([cast.service], "Spring")
    factories.round_of([cast.service], "Not begun", **later)
    factories.round_of([cast.service], "Over", ends_on=TODAY - timedelta(days=1))
    asked = fetch_asked([cast.service], TODAY)[cast.service.pk]
    assert [(each.name, each.is_done) for each in asked] == [("Spring", True), ("Summer", True)]


@pytest.mark.parametrize("number", [10, 1000])
def test_it_costs_as_many_queries_however_many_services(cast, number, django_assert_num_queries):
    round_ = factories.round_of(crowds.assessed_services(cast.team, number))
    with django_assert_num_queries(2):
        fetch_figures([round_])
    with django_assert_num_queries(1):
        fetch_unmanned(round_)
    with django_assert_num_queries(1):
        list(asked_by(round_)[:50])
    with django_assert_num_queries(1):
        fetch_asked([cast.service], TODAY)
