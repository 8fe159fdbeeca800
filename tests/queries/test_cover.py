"""Cover over the services that someone sees, from the columns of their last results."""

import pytest

from assessments.cover.prices import Prices
from assessments.models import Result, Service
from assessments.queries.cover import DomainCover, fetch_cover
from tests import crowds, factories

pytestmark = pytest.mark.django_db

PRICES = Prices(60_000, 200_000, 3)


def cover(prices=PRICES):
    return fetch_cover(Service.objects.all(), prices)


def test_a_submitted_result_says_who_answers_today_and_who_could(cast):
    answers = {"out-of-hours-cover": "team", "rota-people": "six-or-more"}
    factories.submitted_result(cast.service, factories.full_answers({**answers}))
    result = Result.objects.get()
    assert (result.cover, result.rota_people) == ("team", "six-or-more")


def test_today_and_as_recommended_are_priced_and_told_apart(cast):
    factories.result_row(cast.service, cover="team", part={"out_of_hours": "none"})
    other = factories.service(cast.team, "Stock")
    operated = {"out_of_hours": "operations", "model": "ops-run-it"}
    factories.result_row(other, cover="operations", part=operated)
    found = cover()
    assert (found.today.price, found.recommended.price) == (260_000, 200_000)
    assert (found.each.price, found.difference) == (260_000, -60_000)


def test_where_a_cover_is_not_known_no_difference_is_told(cast):
    factories.result_row(cast.service, cover="")
    found = cover()
    assert found.today.picture.unknown == 1
    assert found.difference is None


def test_rotas_are_counted_by_domain(cast):
    cast.team.domain = cast.organisation.domains.create(name="Buy")
    cast.team.save()
    factories.result_row(cast.service, cover="domain", part={"out_of_hours": "team"})
    payments = cast.organisation.teams.get(name="Payments")
    factories.result_row(
        factories.service(payments, "Zebra"), cover="none", part={"out_of_hours": "domain"}
    )
    assert cover().domains == (DomainCover("Buy", 1, 1, 1), DomainCover("", 0, 1, 1))


def test_what_was_never_assessed_is_not_counted(cast):
    assert cover().services == 0


@pytest.mark.parametrize("number", [3, 30])
def test_it_costs_two_queries_however_many_services(cast, number, django_assert_num_queries):
    crowds.assessed_services(cast.team, number)
    with django_assert_num_queries(2):
        assert cover().services == number
