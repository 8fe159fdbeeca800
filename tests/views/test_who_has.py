"""Members read who has a practice in place, on its entry and under the steps of a result."""

import pytest
from django.urls import reverse

from assessments.models import PracticeFinding, Team
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def result(cast):
    """One that has everything still to do, beside another that has it all."""
    other = Team.objects.get(name="Payments")
    Team.objects.filter(pk=other.pk).update(contact="#payments")
    factories.submitted_result(factories.service(other, "Zebra"))
    PracticeFinding.objects.update(status="in-place")
    return factories.submitted_result(cast.service, factories.full_answers(option=0))


def plan(result):
    return reverse("sheet:plan", args=["acme", result.assessment_id])


def test_under_the_first_steps_stands_who_has_them(owner, result):
    page = owner.get(plan(result)).text
    assert "Who has these in place" in page
    assert "<strong>Zebra</strong> (team Payments; ask #payments)" in page


def test_it_names_services_that_one_may_not_see_without_a_link(client, cast, result):
    lone = factories.member(cast.organisation, "lone@example.org", teams=(cast.team,))
    client.force_login(lone)
    page = client.get(plan(result)).text
    assert "Zebra" in page
    assert f'services/{Team.objects.get(name="Payments").services.get().pk}/"' not in page


def test_a_read_only_link_tells_of_nobody_else(client, cast, result):
    factories.shared_link(result, token="a-token")
    page = client.get(reverse("shared:plan", args=["a-token"])).text
    assert "Zebra" not in page


def test_an_entry_says_who_has_the_practice(owner, result):
    practice = PracticeFinding.objects.filter(result__service__name="Zebra").first()
    assert practice is not None
    page = owner.get(reverse("playbook-entry", args=["practice", practice.practice])).text
    assert "In place at 1 service of your organisation" in page


def test_an_entry_tells_whoever_is_signed_out_nothing(client, result):
    page = client.get(reverse("playbook-entry", args=["practice", "run-regular-chaos-days"])).text
    assert "of your organisation" not in page
