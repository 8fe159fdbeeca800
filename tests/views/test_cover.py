"""What cover costs, as a lead reads it and an owner sets it."""

import pytest
from django.urls import reverse

from assessments.models import Organisation, Role
from tests import factories

pytestmark = pytest.mark.django_db

COVER = "/o/acme/cover/"
TRIED = f"{COVER}?standby_price=60k&operations_price=200k&rota_people=4"


@pytest.fixture
def estate(cast):
    factories.result_row(cast.service, cover="none", part={"out_of_hours": "team"})


def test_without_prices_rotas_and_people_are_counted_and_nothing_is_priced(owner, estate):
    page = owner.get(COVER)
    assert page.context["cover"].recommended.people == 3
    assert "not priced" in page.text
    assert "Enter the prices below" in page.text


def test_prices_are_tried_out_and_not_kept(owner, cast, estate):
    page = owner.get(TRIED)
    assert page.context["cover"].recommended.price == 60_000
    assert page.context["cover"].recommended.people == 4
    assert "Tried out: these prices are not kept." in page.text
    assert "As recommended, cover costs £60,000 a year more than today" in page.text
    cast.organisation.refresh_from_db()
    assert cast.organisation.standby_price is None


def test_an_owner_keeps_prices(owner, cast, estate):
    given = {"standby_price": "60k", "operations_price": "", "rota_people": "5"}
    assert owner.post(COVER, given).status_code == 302
    kept = Organisation.objects.get(pk=cast.organisation.pk)
    assert (kept.standby_price, kept.operations_price, kept.rota_people) == (60_000, None, 5)
    assert kept.history.order_by("-history_id").first().history_user == cast.owner


def test_a_lead_tries_out_and_keeps_nothing(client, cast, estate):
    lead = factories.member(cast.organisation, "lead@example.org", role=Role.LEAD)
    client.force_login(lead)
    assert client.get(TRIED).status_code == 200
    assert "Keep these" not in client.get(TRIED).text
    assert client.post(COVER, {"rota_people": "4"}).status_code == 404


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("rota_people=2", "Type 3 or more."),
        ("rota_people=51", "Type 50 or less."),
        ("rota_people=3&standby_price=lots", "lots"),
    ],
)
def test_a_price_that_is_none_is_said_and_counts_for_nothing(owner, estate, asked, said):
    page = owner.get(f"{COVER}?{asked}")
    assert page.status_code == 422
    assert said in page.text
    assert page.context["cover"].recommended.price is None


def test_a_tried_price_keeps_what_the_list_was_narrowed_down_to(owner, estate):
    page = owner.get(f"{COVER}?q=bed&rota_people=4").text
    assert '<input type="hidden" name="q" value="bed">' in page


def test_an_organisation_without_results_is_told_so(owner):
    assert "nothing is known of cover" in owner.get(COVER).text


def test_the_plan_tells_premium_and_cover_to_members_alone(owner, client, cast):
    Organisation.objects.filter(pk=cast.organisation.pk).update(standby_price=60_000)
    result = factories.submitted_result(cast.service)
    factories.shared_link(result, token="a-token")
    plan = owner.get(reverse("sheet:plan", args=["acme", result.assessment_id])).text
    assert "Premium and cover" in plan
    assert "that accepts losing up to £336,000 a week." in plan
    assert "share is £60,000 a year" in plan
    client.logout()
    shared = client.get(reverse("shared:plan", args=["a-token"]))
    assert shared.status_code == 200
    assert "Premium and cover" not in shared.text


def test_it_costs_few_queries(owner, estate, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        owner.get(TRIED)
