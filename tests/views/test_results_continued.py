import pytest

from assessments.models import Assessment, Role, Scope
from tests import factories
from tests.views.sheets import SheetPages

pytestmark = pytest.mark.django_db


def test_a_guest_continues_the_quick_check_in_full(guests_quick_check):
    response = guests_quick_check.client.post(guests_quick_check.url("continue"))
    opened = Assessment.objects.get(submitted_at=None)
    assert opened.scope == Scope.FULL
    assert response.url == SheetPages(
        guests_quick_check.client, opened, guests_quick_check.token
    ).url("overview")


def test_who_only_reads_continues_nothing(submitted, people):
    seen = submitted(factories.BEDROOM, scope=Scope.QUICK)
    lead = factories.member(people.organisation, "lead@example.org", role=Role.LEAD)
    seen.client.force_login(lead)
    assert seen.client.post(seen.url("continue")).status_code == 404


def test_continuing_takes_a_press_of_the_button(guests_quick_check):
    assert guests_quick_check.get("continue").status_code == 405


def test_an_open_assessment_is_not_continued(client, people):
    client.force_login(people.owner)
    seen = SheetPages(client, factories.assessment(people.service))
    assert client.post(seen.url("continue")).url == seen.url("overview")
