import pytest

from assessments.models import Answer, Assessment
from assessments.writes.history import hand_over
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def handed_over():
    """A check's assessment whose history was given to a service, and another left alone."""
    cast = factories.cast()
    given, kept = (
        factories.submitted_result(factories.guest_check(token=token)).assessment_id
        for token in ("given", "kept")
    )
    hand_over([given], to=cast.service, of=cast.organisation)
    return cast, given, kept


def test_what_was_answered_belongs_to_the_organisation_afterwards(handed_over):
    cast, given, _kept = handed_over
    rows = Answer.history.filter(sheet__assessment=given)
    assert set(rows.values_list("organisation", flat=True)) <= {cast.organisation.pk}


def test_the_assessment_is_the_services(handed_over):
    cast, given, _kept = handed_over
    rows = Assessment.history.filter(id=given).values_list("service", "guest_check")
    assert set(rows) == {(cast.service.pk, None)}


def test_another_check_s_history_is_left_alone(handed_over):
    _cast, _given, kept = handed_over
    assert set(Assessment.history.filter(id=kept).values_list("service", flat=True)) == {None}
