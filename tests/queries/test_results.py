from datetime import timedelta

import pytest

from assessments.models import Result
from assessments.queries.results import recall, results_of, what_moved
from tests import factories
from tests.factories import full_answers

pytestmark = pytest.mark.django_db

LATER = factories.AT + timedelta(days=90)


@pytest.fixture
def service():
    return factories.service(factories.team(factories.organisation()))


@pytest.fixture
def first(service):
    return factories.submitted_result(service, full_answers({"change-audit": "pieced-together"}))


@pytest.fixture
def second(first):
    return factories.submitted_result(first.service, full_answers(), at=LATER)


def test_a_result_is_read_back_without_a_query(first, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert recall(first).service == "Bedroom"


def test_a_result_is_never_scored_again(first):
    first.document["scores"]["learning-culture"]["score"] = 7
    assert recall(first).scores["learning-culture"].score == 7


def test_a_service_s_results_come_latest_first(first, second, service):
    assert list(results_of(service)) == [second, first]


def test_results_come_with_who_submitted_them(service, first, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert [result.submitted_by for result in results_of(service)] == [None]


def test_what_moved_is_read_from_what_was_frozen(first, second, django_assert_num_queries):
    before, after = Result.objects.get(pk=first.pk), Result.objects.get(pk=second.pk)
    with django_assert_num_queries(0):
        moved = what_moved(before, after)
    assert moved.practices_gained == ("automate-change-auditing",)
    assert [move.question for move in moved.answers] == ["change-audit"]
