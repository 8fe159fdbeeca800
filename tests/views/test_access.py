"""What holds for every page of a tenant's or a guest's data, whichever it is."""

import pytest
from django.urls import reverse

from tests import factories
from tests.views.sheets import guests, members

pytestmark = pytest.mark.django_db
# Beyond what SQLite keeps in a number, and what PostgreSQL does.
TOO_LARGE = (2**63, 10**40)
SHEET_PAGES = ["overview", "review", "result", "report", "report-pdf", "report-markdown", "discard"]


@pytest.mark.parametrize("number", TOO_LARGE)
@pytest.mark.parametrize("pages", [members, guests])
def test_no_assessment_has_a_number_too_large_for_the_database(client, pages, number):
    sheet = pages(client)
    sheet.assessment.pk = number
    assert sheet.get("review").status_code == 404


@pytest.mark.parametrize("pages", [members, guests])
@pytest.mark.parametrize("name", SHEET_PAGES)
def test_no_cache_between_keeps_a_page_of_a_sheet(client, pages, name):
    kept = pages(client).get(name).headers["Cache-Control"]
    assert {"private", "no-cache"} <= set(kept.split(", "))


@pytest.mark.parametrize(
    "name", ["organisation", "people", "teams", "bands", "compare", "compare-csv"]
)
def test_no_cache_between_keeps_a_page_of_an_organisation(client, name):
    client.force_login(factories.cast().owner)
    kept = client.get(reverse(name, args=["acme"])).headers["Cache-Control"]
    assert {"private", "no-cache"} <= set(kept.split(", "))
