"""The result of a quick check: no scores, and the way on to them."""

import pytest

from assessments.models import Result, Scope
from assessments.queries.answering_time import answering_time

pytestmark = pytest.mark.django_db


def test_a_quick_check_ends_without_scores_and_says_what_the_full_questionnaire_adds(
    guests_quick_check,
):
    text = guests_quick_check.text("scores")
    assert "No scores yet" in text
    assert f"asks {answering_time(Scope.FULL).questions} questions" in text
    assert "score__number" not in text
    assert "Answer the rest" in text


def test_a_quick_check_that_had_scores_by_rules_1_still_shows_them(guests_quick_check):
    result = Result.objects.get()
    for score in result.document["scores"].values():
        score["score"] = 50
    result.save()
    text = guests_quick_check.text("scores")
    assert "Three scores" in text
    assert "No scores yet" not in text
