"""Recording what was decided."""

from datetime import date, timedelta

import pytest

from assessments.models import Decision, DecisionKind
from assessments.writes.decisions import Decided, DecisionChanged, decide, shown_as
from assessments.writes.errors import ResultGone
from tests import factories

pytestmark = pytest.mark.django_db

AT = factories.AT
KEEP = Decided(DecisionKind.KEEP, "Ann and Ben", "The rota is new.", "", date(2027, 3, 1))
ADOPT = Decided(DecisionKind.ADOPT, "Ann", "It is time.", "A quieter year.", date(2027, 6, 1))


@pytest.fixture
def result(cast):
    return factories.result_row(cast.service)


def test_a_decision_is_recorded_with_who_and_when(cast, result):
    made = decide(result=result, shown=shown_as(None), decided=KEEP, by=cast.owner, at=AT)
    assert (made.kind, made.review_on) == ("keep", date(2027, 3, 1))
    assert (made.recorded_by, made.recorded_at) == (cast.owner, AT)
    assert made.organisation == cast.organisation


def test_another_takes_its_place_and_the_history_keeps_the_first(cast, result):
    first = decide(result=result, shown=shown_as(None), decided=KEEP, by=cast.owner, at=AT)
    later = AT + timedelta(days=1)
    decide(result=result, shown=shown_as(first), decided=ADOPT, by=cast.colleague, at=later)
    assert Decision.objects.get().kind == "adopt"
    rows = Decision.history.order_by("history_id").values_list("kind", "history_user")
    assert list(rows) == [("keep", cast.owner.pk), ("adopt", cast.colleague.pk)]


def test_what_was_recorded_meanwhile_is_not_overwritten_unsaid(cast, result):
    decide(result=result, shown=shown_as(None), decided=KEEP, by=cast.owner, at=AT)
    with pytest.raises(DecisionChanged, match="Save again"):
        decide(result=result, shown=shown_as(None), decided=ADOPT, by=cast.owner, at=AT)
    assert Decision.objects.get().kind == "keep"


def test_of_a_result_that_is_gone_nothing_is_decided(cast, result):
    result.assessment.delete()
    with pytest.raises(ResultGone):
        decide(result=result, shown=shown_as(None), decided=KEEP, by=cast.owner, at=AT)
