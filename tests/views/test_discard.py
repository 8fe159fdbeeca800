import pytest

from assessments.models import Assessment, Role
from tests import factories
from tests.views.sheets import SheetPages

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(client, people):
    client.force_login(people.owner)
    return SheetPages(client, factories.assessment(people.service, factories.BEDROOM))


def test_discarding_asks_first(pages):
    assert "Discard this assessment?" in pages.text("discard")
    assert Assessment.objects.exists()


def test_discarding_leads_back_to_the_service(pages, people):
    response = pages.client.post(pages.url("discard"))
    assert response.url.endswith(f"/services/{people.service.pk}/")
    assert not Assessment.objects.exists()


def test_an_outsider_discards_nothing(pages, people):
    pages.client.force_login(people.outsider)
    assert pages.client.post(pages.url("discard")).status_code == 404


def test_a_colleague_of_another_team_discards_nothing(pages, people):
    pages.client.force_login(people.colleague)
    assert pages.client.post(pages.url("discard")).status_code == 404


def test_who_only_reads_discards_nothing(pages, people):
    lead = factories.member(people.organisation, "lead@example.org", role=Role.LEAD)
    pages.client.force_login(lead)
    assert pages.client.post(pages.url("discard")).status_code == 404


def test_a_submitted_assessment_is_not_discarded(client, people):
    client.force_login(people.owner)
    result = factories.submitted_result(people.service)
    pages = SheetPages(client, result.assessment)
    assert client.post(pages.url("discard")).url == pages.url("result")
    assert Assessment.objects.exists()
