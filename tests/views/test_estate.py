"""The report of many services, taken away by a lead."""

import io
from datetime import timedelta

import pypdf
import pytest
from django.utils import timezone

from assessments.reports import pdf
from tests import factories

pytestmark = pytest.mark.django_db

PDF, MARKDOWN = "/o/acme/estate.pdf", "/o/acme/estate.md"


@pytest.fixture
def assessed(cast):
    answers = factories.full_answers({"present-model": "ops-run-it"}, option=0)
    factories.submitted_result(cast.service, answers, at=timezone.now() - timedelta(days=1))


def test_pdf_and_markdown_tell_of_the_same_services(owner, assessed):
    page = owner.get(PDF)
    assert page["Content-Type"] == "application/pdf"
    assert page["Content-Disposition"].startswith('attachment; filename="acme-operating-models-')
    text = pypdf.PdfReader(io.BytesIO(page.content)).pages[0].extract_text()
    said = owner.get(MARKDOWN).text
    for told in ("Bedroom", "Of 1 services 1 are assessed", "Which to move first"):
        assert told in " ".join(text.split())
        assert told in said


def test_it_is_of_what_the_list_was_narrowed_down_to(owner, cast, assessed):
    factories.service(cast.team, "Kitchen")
    said = owner.get(f"{MARKDOWN}?q=kit&team={cast.team.pk}&archived=on").text
    assert "Narrowed down: Name contains: kit; Team: Rooms; Archived services too." in said
    assert "Bedroom" not in said


@pytest.mark.parametrize("address", [PDF, MARKDOWN])
def test_a_faulty_filter_is_refused(owner, address):
    assert owner.get(f"{address}?model=none").status_code == 400


def test_while_another_is_drawn_the_page_asks_again(owner, assessed):
    with pdf._drawing:
        page = owner.get(PDF)
    assert page.status_code == 503
    assert (page["Refresh"], page["Retry-After"]) == ("5", "5")


def test_a_member_reports_only_what_they_see(client, cast, assessed):
    client.force_login(cast.colleague)
    assert "Of 0 services 0 are assessed." in client.get(MARKDOWN).text


@pytest.mark.parametrize("number", [1, 8])
def test_it_costs_the_same_however_many(owner, cast, number, django_assert_num_queries):
    for each in range(number):
        factories.submitted_result(factories.service(cast.team, f"Service {each}"))
    with django_assert_num_queries(15):
        owner.get(MARKDOWN)
