"""A stored result as the document that was chosen."""

import pytest

from assessments.models import Answer, Assessment
from assessments.queries import documents
from assessments.queries.documents import fetch_document
from assessments.queries.reports import EVERYTHING, Disclosure
from assessments.reports.document.facts import SHEET, Choice
from tests import factories

pytestmark = pytest.mark.django_db

ALL = Choice("everything", notes=True, evidence=True)


@pytest.fixture
def service():
    return factories.service(factories.team(factories.organisation()))


def fetched(assessment, choice=SHEET, disclosed=EVERYTHING):
    found = fetch_document(assessment, choice, disclosed)
    assert found
    return found


def facts(monkeypatch, assessment, disclosed=EVERYTHING):
    """The facts with which a document is composed."""
    seen = []
    monkeypatch.setattr(documents, "compose", lambda _report, facts, _variant: seen.append(facts))
    fetch_document(assessment, SHEET, disclosed)
    return seen[0]


def noted(service):
    answers = factories.full_answers(
        {
            "telemetry": {
                "option": "by-hand",
                "note": "Since June",
                "evidence": ["https://example.org/b"],
            }
        }
    )
    return factories.submitted_result(service, answers).assessment


def test_fetching_takes_two_queries_and_another_the_first_time(service, django_assert_num_queries):
    result = factories.submitted_result(service)
    related = ("organisation", "service__team", "service__organisation")
    assessment = Assessment.objects.select_related(*related).get(pk=result.assessment_id)
    for queries in (3, 2):
        with django_assert_num_queries(queries):
            fetch_document(assessment, SHEET)


def test_an_open_assessment_has_no_document(service):
    assert fetch_document(factories.assessment(service), SHEET) is None


def test_it_is_ready_to_be_drawn(service):
    result = factories.submitted_result(service)
    assert "Decision sheet: Bedroom" in fetched(result.assessment).pdf.data


def test_it_goes_with_its_result(service):
    result = factories.submitted_result(service)
    assert fetched(result.assessment).result == result


def test_it_names_the_organisation_and_the_team(service, monkeypatch):
    result = factories.submitted_result(service)
    assert facts(monkeypatch, result.assessment).owner == "Acme, Rooms"


def test_of_a_guest_it_says_so(monkeypatch):
    result = factories.submitted_result(factories.guest_check())
    assert facts(monkeypatch, result.assessment).owner == "Guest check"


def test_it_says_how_much_was_asked(service, monkeypatch):
    result = factories.submitted_result(service)
    assert facts(monkeypatch, result.assessment).scope == "Full questionnaire"


def test_it_has_the_time_of_the_site_s_own_zone(service, monkeypatch, settings):
    settings.TIME_ZONE = "Asia/Tokyo"
    result = factories.submitted_result(service)
    assert facts(monkeypatch, result.assessment).submitted_at.hour == 18


def saved_by(result, person):
    answer = Answer.objects.filter(sheet__assessment=result.assessment).first()
    answer.saved_by = person
    answer.save()


def test_who_saved_an_answer_took_part(service, monkeypatch):
    result = factories.submitted_result(service)
    saved_by(result, factories.user("ana@example.org"))
    saved_by(result, factories.user("bo@example.org"))
    assert facts(monkeypatch, result.assessment).took_part == ("ana@example.org", "bo@example.org")


def test_people_who_are_not_disclosed_are_not_named(service, monkeypatch):
    result = factories.submitted_result(service)
    saved_by(result, factories.user("ana@example.org"))
    told = facts(monkeypatch, result.assessment, Disclosure(people=False))
    assert (told.took_part, told.submitted_by) == ((), "")
    assert told.owner == "Whoever was sent the read-only link"


def test_notes_and_evidence_come_where_they_were_chosen(service):
    data = fetched(noted(service), ALL).pdf.data
    assert "Since June" in data
    assert "https://example.org/b" in data


def test_notes_and_evidence_stay_out_where_they_were_not_chosen(service):
    data = fetched(noted(service), Choice("everything")).pdf.data
    assert "Since June" not in data
    assert "https://example.org/b" not in data


def test_what_is_not_disclosed_cannot_be_chosen(service):
    data = fetched(noted(service), ALL, Disclosure(notes=False, evidence=False)).pdf.data
    assert "Since June" not in data
    assert "https://example.org/b" not in data
