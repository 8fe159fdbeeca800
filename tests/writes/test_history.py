import pytest

from assessments.models import Answer, Assessment, Scope
from assessments.writes.assessments import start_assessment
from assessments.writes.history import forget_answers, forget_assessments, sheets_of
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    """Two assessments whose answers are in the history."""
    cast = factories.cast()
    both = []
    for service in (cast.service, factories.service(cast.team, "Kitchen")):
        factories.submitted_result(service)
        again = start_assessment(service=service, scope=Scope.FULL, by=cast.owner, at=factories.AT)
        both.append(again)
    return both


def test_the_sheets_of_some_assessments_are_found(two):
    assert sheets_of([two[0].pk]) == [factories.sheet(two[0]).pk]


def test_answers_are_forgotten_for_the_sheets_named_only(two):
    gone, kept = (factories.sheet(each).pk for each in two)
    forget_answers([gone])
    assert set(Answer.history.values_list("sheet", flat=True)) == {kept}


def test_assessments_are_forgotten_one_by_one(two):
    forget_assessments([two[0].pk])
    assert not Assessment.history.filter(id=two[0].pk).exists()
    assert Assessment.history.filter(id=two[1].pk).exists()
