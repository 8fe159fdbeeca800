"""A stored result, told and drawn."""

import pytest

from assessments.models import Assessment, Result
from assessments.queries import reports
from assessments.queries.reports import fetch_prepared_report, fetch_report
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def service():
    return factories.service(factories.team(factories.organisation()))


def fetched(assessment):
    found = fetch_prepared_report(assessment)
    assert found
    return found


def cover(monkeypatch, assessment):
    """The facts with which a report is drawn."""
    seen = []
    monkeypatch.setattr(reports, "prepare", lambda _report, facts: seen.append(facts))
    fetch_prepared_report(assessment)
    return seen[0]


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


def test_telling_takes_one_query_for_the_organisation_s_guidance(
    service, django_assert_num_queries
):
    result = factories.submitted_result(service)
    with django_assert_num_queries(1):
        fetch_report(result)


def test_telling_a_guest_s_result_takes_no_query(django_assert_num_queries):
    result = factories.submitted_result(factories.guest_check())
    with django_assert_num_queries(0):
        fetch_report(result)


def test_fetching_takes_two_queries(service, django_assert_num_queries):
    result = factories.submitted_result(service)
    related = ("organisation", "service__team", "service__organisation")
    assessment = Assessment.objects.select_related(*related).get(pk=result.assessment_id)
    with django_assert_num_queries(2):
        fetch_prepared_report(assessment)


def test_an_open_assessment_has_no_report(service):
    assert fetch_prepared_report(factories.assessment(service)) is None


def test_a_report_is_ready_to_be_drawn(service):
    result = factories.submitted_result(service)
    assert '"service": "Bedroom"' in fetched(result.assessment).pdf.data


def test_a_report_goes_with_its_result(service):
    result = factories.submitted_result(service)
    assert fetched(result.assessment).result == result


def test_the_cover_names_the_organisation_and_the_team(service, monkeypatch):
    result = factories.submitted_result(service)
    assert cover(monkeypatch, result.assessment).owner == "Acme, Rooms"


def test_the_cover_of_a_guest_says_so(monkeypatch):
    result = factories.submitted_result(factories.guest_check())
    assert cover(monkeypatch, result.assessment).owner == "Guest check"


def test_the_cover_says_how_much_was_asked(service, monkeypatch):
    result = factories.submitted_result(service)
    assert cover(monkeypatch, result.assessment).scope == "Full questionnaire"


def test_the_cover_has_the_time_of_the_site_s_own_zone(service, monkeypatch, settings):
    settings.TIME_ZONE = "Asia/Tokyo"
    result = factories.submitted_result(service)
    assert cover(monkeypatch, result.assessment).submitted_at.hour == 18
