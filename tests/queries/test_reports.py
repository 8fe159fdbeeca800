"""A stored result, told."""

import pytest

from assessments.models import Result
from assessments.queries.reports import Disclosure, fetch_report
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def service():
    return factories.service(factories.team(factories.organisation()))


def test_a_result_is_told_as_it_was_frozen(service):
    told = fetch_report(factories.submitted_result(service))
    assert (told.service, told.recommendation.model) == ("Bedroom", "you-build-it-you-run-it")


def test_money_is_in_the_organisation_s_currency():
    swiss = factories.organisation("Swiss", currency="CHF")
    result = factories.submitted_result(factories.service(factories.team(swiss)))
    meaning = fetch_report(result).recommendation.parts[0].targets[0].meaning
    assert "CHF 336,000" in meaning


def test_money_of_a_guest_is_in_pounds():
    result = factories.submitted_result(factories.guest_check())
    assert "£336,000" in fetch_report(result).recommendation.parts[0].targets[0].meaning


def test_the_bands_shown_are_those_of_the_day(service):
    result = factories.submitted_result(service)
    service.organisation.high_ceiling = 10**9
    service.organisation.save()
    rows = fetch_report(Result.objects.get(pk=result.pk)).recommendation.matrix.rows
    assert [row.on for row in rows] == [False, True, True, True]


def test_all_answers_are_told(service):
    told = fetch_report(factories.submitted_result(service))
    assert sum(len(section.answers) for section in told.answers) > 35


def test_telling_takes_one_query_for_the_organisation_s_guidance_and_another_the_first_time(
    service, django_assert_num_queries
):
    result = factories.submitted_result(service)
    for queries in (2, 1):
        with django_assert_num_queries(queries):
            fetch_report(result)


def test_telling_a_guest_s_result_takes_one_query_the_first_time(django_assert_num_queries):
    result = factories.submitted_result(factories.guest_check())
    for queries in (1, 0):
        with django_assert_num_queries(queries):
            fetch_report(result)


def test_what_is_kept_of_a_result_is_what_the_reader_may_see(service):
    noted = {"option": "never", "note": "Too busy."}
    result = factories.submitted_result(service, factories.full_answers({"chaos-days": noted}))
    for notes in (True, False, True):
        said = fetch_report(result, Disclosure(notes=notes))
        told = [answer.note for section in said.answers for answer in section.answers]
        assert ("Too busy." in told) is notes


def test_guidance_written_since_it_was_told_is_in_it(service):
    result = factories.submitted_result(service)
    before = fetch_report(result)
    factories.guidance(service.organisation)
    assert fetch_report(result) != before
