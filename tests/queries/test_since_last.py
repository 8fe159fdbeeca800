"""What has changed since the last result of a service."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assessments.models import Result, Scope
from assessments.queries.reports import EVERYTHING
from assessments.queries.since_last import fetch_since_last
from tests import factories
from tests.factories import full_answers

pytestmark = pytest.mark.django_db

LATER = factories.AT + timedelta(days=90)


@pytest.fixture
def service():
    return factories.service(factories.team(factories.organisation()))


@pytest.fixture
def two(service):
    """What the second of two results says of the first, by the answers of each."""

    def told(before=None, after=None, **scopes):
        first = factories.submitted_result(
            service, full_answers(before), scope=scopes.get("was", Scope.FULL)
        )
        second = factories.submitted_result(
            service, full_answers(after), scope=scopes.get("now", Scope.FULL), at=LATER
        )
        if rules := scopes.get("rules"):
            first.document["rules"] = rules
            first.save()
        return fetch_since_last(Result.objects.get(pk=second.pk), EVERYTHING)

    return told


def test_the_first_result_of_a_service_follows_none(service):
    result = factories.submitted_result(service)
    assert fetch_since_last(result, EVERYTHING) is None


def test_a_result_is_held_against_the_one_before_it_and_no_later_one(service):
    first = factories.submitted_result(service)
    second = factories.submitted_result(service, at=LATER)
    factories.submitted_result(service, at=LATER + timedelta(days=1))
    told = fetch_since_last(second, EVERYTHING)
    assert told is not None
    assert told.before == first


def test_of_two_results_at_one_moment_the_first_made_comes_before(service):
    first = factories.submitted_result(service)
    second = factories.submitted_result(service)
    assert fetch_since_last(first, EVERYTHING) is None
    told = fetch_since_last(second, EVERYTHING)
    assert told is not None
    assert told.before == first


def test_another_service_s_result_is_none_of_its_own(service):
    factories.submitted_result(factories.service(service.team, "Basket"))
    result = factories.submitted_result(service, at=LATER)
    assert fetch_since_last(result, EVERYTHING) is None


def test_a_guest_has_no_earlier_result(django_assert_num_queries):
    result = factories.submitted_result(factories.guest_check())
    with django_assert_num_queries(0):
        assert fetch_since_last(result, EVERYTHING) is None


def test_whoever_is_shown_one_result_alone_is_told_of_no_other(service, django_assert_num_queries):
    factories.submitted_result(service)
    result = factories.submitted_result(service, at=LATER)
    with django_assert_num_queries(0):
        assert fetch_since_last(result, replace(EVERYTHING, people=False)) is None


def test_it_costs_one_query_and_another_the_first_time(service, django_assert_num_queries):
    factories.submitted_result(service)
    result = factories.submitted_result(service, at=LATER)
    for queries in (2, 1):
        with django_assert_num_queries(queries):
            fetch_since_last(result, EVERYTHING)


def test_where_nothing_has_changed_that_is_said(two):
    assert two().sentences == (
        "Compared with the result of 2 November 2026: the model stays You Build It You Run It; 2 "
        "of 3 targets are met, as before.",
        "No score has changed, and the same practices are in place.",
    )


def test_another_model_and_other_targets_met_are_told(two):
    told = two({"deployment-frequency": "monthly", "feature-demand": "low"})
    assert "the model is You Build It You Run It, not Ops Run It" in told.sentences[0]


def test_the_targets_met_are_counted_both_times(two):
    told = two({"deployment-frequency": "monthly"})
    assert told.sentences[0].endswith("2 of 3 targets are met, 1 before.")


def test_a_score_that_rose_and_a_practice_gained_are_told(two):
    told = two({"change-audit": "pieced-together"})
    assert "Deployment throughput rose from " in told.sentences[1]
    assert told.sentences[1].endswith("practices gained: Automate change auditing.")


def test_a_score_that_fell_and_a_practice_lost_are_told(two):
    told = two(after={"change-audit": "pieced-together"})
    assert "Deployment throughput fell from " in told.sentences[1]
    assert told.sentences[1].endswith("practices lost: Automate change auditing.")


def test_after_a_few_practices_the_others_are_counted(two, monkeypatch):
    monkeypatch.setattr("assessments.queries.since_last.MOST_PRACTICES", 0)
    assert two({"change-audit": "pieced-together"}).sentences[1].endswith("gained: 1 more.")


def test_results_by_other_rules_share_no_comparison_of_scores(two):
    told = two({"change-audit": "pieced-together"}, rules=1)
    assert told.sentences[1].startswith("Other scoring rules held then")
    assert "rose" not in "".join(told.sentences)


def test_a_quick_check_and_a_full_questionnaire_are_not_held_against_each_other(two):
    assert two(was=Scope.QUICK).sentences[1].startswith("That was a quick check")


def test_nor_the_other_way_round(two):
    assert two(now=Scope.QUICK).sentences[1].startswith("This is a quick check")


def test_a_score_that_there_was_none_of_is_told(service):
    factories.submitted_result(service, factories.BEDROOM)
    told = fetch_since_last(factories.submitted_result(service, at=LATER), EVERYTHING)
    assert told is not None
    assert "Learning culture has a score, " in told.sentences[1]


def test_a_score_that_there_is_none_of_any_more_is_told(service):
    factories.submitted_result(service)
    later = factories.submitted_result(service, factories.BEDROOM, at=LATER)
    told = fetch_since_last(later, EVERYTHING)
    assert told is not None
    assert "Learning culture has no score any more, it was " in told.sentences[1]
