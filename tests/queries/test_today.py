"""What an earlier result's answers come to by the rules of today."""

import json
from pathlib import Path

import pytest

from assessments.models import Result
from assessments.queries.today import compute_today
from assessments.scoring.assess import RULES
from tests import factories

pytestmark = pytest.mark.django_db

BY_RULES_1 = json.loads(Path("tests/scoring/documents/bedroom-by-rules-1.json").read_text())


@pytest.fixture
def earlier():
    """A service's result as rules 1 left it."""
    service = factories.service(factories.team(factories.organisation()))
    result = factories.submitted_result(service)
    Result.objects.filter(pk=result.pk).update(document=BY_RULES_1, rules=1)
    return Result.objects.get(pk=result.pk)


def test_the_model_targets_and_scores_of_today_are_said(earlier):
    today = compute_today(earlier)
    assert today.rules == RULES
    assert today.said.startswith("You Build It You Run It; deployment met, availability met")
    assert f"Deployment throughput {earlier.deployment_throughput}, " in today.said


def test_what_may_no_longer_be_answered_counts_as_unanswered(earlier):
    before = compute_today(earlier)
    earlier.inputs["answers"]["telemetry"]["option"] = "does-not-apply"
    after = compute_today(earlier)
    assert (before.left_out, after.left_out) == (0, 1)


def test_what_may_still_be_answered_so_is_left_in(earlier):
    earlier.inputs["answers"]["time-to-restore"]["option"] = "does-not-apply"
    today = compute_today(earlier)
    assert today.left_out == 0
    assert "time to restore not known" in today.said


def test_questions_and_options_that_are_gone_count_as_unanswered(earlier):
    answers = earlier.inputs["answers"]
    answers["a-question-of-old"] = {"option": "yes", "evidence": [], "note": ""}
    answers["telemetry"]["option"] = "an-option-of-old"
    assert compute_today(earlier).left_out == 2


def test_a_profile_that_cannot_be_judged_any_more_comes_to_nothing(earlier):
    earlier.inputs["profile"]["feature-demand"] = "a-demand-of-old"
    assert compute_today(earlier) is None


def test_nothing_is_stored_and_nothing_asked_of_the_database(earlier, django_assert_num_queries):
    before = json.dumps([earlier.inputs, earlier.document])
    with django_assert_num_queries(0):
        compute_today(earlier)
    assert json.dumps([earlier.inputs, earlier.document]) == before
