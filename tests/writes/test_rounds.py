"""Beginning and deleting rounds."""

from datetime import timedelta

import pytest

from assessments.models import Round, RoundService, Scope, Service
from assessments.writes.names import NameTaken
from assessments.writes.rounds import NothingToAsk, begin_round, delete_round
from tests import crowds, factories

pytestmark = pytest.mark.django_db

AT = factories.AT
DAY = AT.date()


@pytest.fixture
def begin(cast):
    def begun(name="Spring", **changes):
        given = {
            "organisation": cast.organisation,
            "name": name,
            "scope": Scope.QUICK,
            "begins_on": DAY,
            "ends_on": DAY + timedelta(days=30),
            "services": Service.objects.all(),
            "by": cast.owner,
            "at": AT,
        }
        return begin_round(**{**given, **changes})

    return begun


def test_a_round_keeps_the_services_it_was_begun_with(cast, begin):
    made = begin()
    factories.service(cast.team, "Shed")
    assert [each.service for each in made.asked.all()] == [cast.service]
    assert (made.asked_by, made.asked_at, made.scope) == (cast.owner, AT, Scope.QUICK)


def test_an_archived_service_is_not_asked_for(cast, begin):
    factories.service(cast.team, "Shed", archived_at=AT)
    assert begin().asked.count() == 1


def test_a_service_of_another_organisation_is_not_asked_for(cast, begin):
    elsewhere = cast.outsider.memberships.get().organisation
    factories.service(elsewhere.teams.get(), "Till")
    assert [each.service for each in begin().asked.all()] == [cast.service]


def test_a_round_of_nothing_is_refused(begin):
    with pytest.raises(NothingToAsk, match="Go back to the list"):
        begin(services=Service.objects.none())
    assert not Round.objects.exists()


def test_a_second_round_of_that_name_is_refused(begin):
    begin("Spring")
    with pytest.raises(NameTaken, match="Choose another name"):
        begin("SPRING")
    assert Round.objects.count() == 1


def test_deleting_a_round_leaves_what_was_answered(cast, begin):
    result = factories.result_row(cast.service)
    delete_round(of=begin(), by=cast.owner, at=AT)
    result.refresh_from_db()
    assert not RoundService.objects.exists()


def test_deleting_it_twice_does_no_harm(cast, begin):
    made = begin()
    for _twice in range(2):
        delete_round(of=Round(pk=made.pk), by=cast.owner, at=AT)


def test_its_history_tells_who_began_and_deleted_it(cast, begin):
    made = begin()
    key = made.pk
    delete_round(of=made, by=cast.colleague, at=AT + timedelta(days=1))
    rows = Round.history.filter(id=key).order_by("history_id")
    assert [(row.history_type, row.history_user) for row in rows] == [
        ("+", cast.owner),
        ("-", cast.colleague),
    ]


@pytest.mark.parametrize("number", [10, 1000])
def test_a_thousand_services_take_a_handful_of_queries(
    cast, begin, number, django_assert_max_num_queries
):
    crowds.assessed_services(cast.team, number)
    with django_assert_max_num_queries(12):
        assert begin().asked.count() == number + 1
