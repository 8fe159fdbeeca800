"""Scenarios beside today, on small estates counted by hand."""

from typing import Any

import pytest

from assessments.cover.prices import Prices
from assessments.cover.scenarios import Move
from assessments.models import Scenario, Service
from assessments.queries.scenarios import all_scenarios, fetch_compared
from assessments.writes.scenarios import save_scenario
from tests import crowds, factories

pytestmark = pytest.mark.django_db

PRICES = Prices(60_000, 200_000, 3)
OPERATED: dict[str, Any] = {"cover": "operations", "present_model": "ops-run-it", "misfit": True}


def compared(cast, moves, services=None):
    made = save_scenario(
        organisation=cast.organisation,
        name="Tried",
        services=services if services is not None else Service.objects.all(),
        moves=moves,
        by=None,
        at=factories.AT,
    )
    return fetch_compared(made, PRICES)


def test_rotas_people_price_and_misfits_move_beside_today(cast):
    factories.result_row(
        cast.service, **OPERATED, part={"out_of_hours": "team", "availability": "99.9"}
    )
    found = compared(cast, {cast.service.pk: Move(model="you-build-it-you-run-it")})
    assert (found.today.run.of_operations, found.then.run.of_operations) == (1, 0)
    assert (found.today.run.of_team, found.then.run.of_team) == (0, 1)
    assert (found.today.run.people, found.then.run.people) == (0, 3)
    assert (found.today.run.price, found.then.run.price) == (200_000, 60_000)
    assert (found.misfits, found.difference) == ((1, 0), -140_000)


def test_a_band_moves_what_is_recommended(cast):
    part = {"availability": "99.0", "deployment": "fortnightly-to-weekly"}
    part |= {"model": "ops-run-it", "out_of_hours": "operations"}
    factories.result_row(cast.service, part=part, cover="operations")
    found = compared(cast, {cast.service.pk: Move(band="high")})
    assert (found.today.recommended.of_operations, found.then.recommended.of_operations) == (1, 0)
    assert found.then.recommended.of_team == 1
    assert found.misfits == (0, 1)


def test_a_service_that_was_never_assessed_is_counted_apart(cast):
    found = compared(cast, {cast.service.pk: Move(model="ops-run-it")})
    assert (found.assessed, found.not_assessed) == (0, 1)
    assert [each.after for each in found.moved] == [None]


def test_an_archived_service_is_left_out(cast):
    factories.result_row(cast.service)
    made = factories.scenario(cast.service)
    Service.objects.update(archived_at=factories.AT)
    found = fetch_compared(made, PRICES)
    assert (found.assessed, found.moved) == (0, ())


def test_where_a_cover_is_not_known_no_difference_is_told(cast):
    factories.result_row(cast.service, cover="")
    other = factories.service(cast.team, "Stock")
    factories.result_row(other, **OPERATED)
    found = compared(cast, {other.pk: Move(model="you-build-it-you-run-it")})
    assert found.difference is None


def test_the_list_says_how_many_services_move(cast):
    factories.service(cast.team, "Stock")
    factories.scenario(cast.service)
    found = all_scenarios(cast.organisation).values_list("services", "moved")  # type: ignore[misc]
    assert list(found) == [(1, 1)]


@pytest.mark.parametrize("number", [10, 1000])
def test_it_costs_as_many_queries_however_many_services(cast, number, django_assert_num_queries):
    services = crowds.assessed_services(cast.team, number)
    compared(cast, {each.pk: Move(model="you-build-it-you-run-it") for each in services[:5]})
    made = Scenario.objects.get()
    with django_assert_num_queries(6):
        assert fetch_compared(made, PRICES).assessed == number
