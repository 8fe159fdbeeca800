"""Cover over the services that someone sees, from the columns of their last results."""

import pytest

from assessments.cover.prices import Prices
from assessments.models import Organisation, Result, Service
from assessments.queries.cover import DomainCover, Standby, fetch_cover, fetch_shares
from tests import crowds, factories

pytestmark = pytest.mark.django_db

PRICES = Prices(60_000, 200_000, 3)


def cover(prices=PRICES):
    return fetch_cover(Service.objects.all(), prices)


def test_a_submitted_result_says_who_answers_today_and_who_could(cast):
    answers = {"out-of-hours-cover": "team", "rota-people": "six-or-more"}
    answers["sibling-teams"] = "one-or-two"
    factories.submitted_result(cast.service, factories.full_answers({**answers}))
    result = Result.objects.get()
    assert (result.cover, result.rota_people) == ("team", "six-or-more")
    assert result.sibling_teams == "one-or-two"


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
    one, none = Standby(1, 3, 60_000), Standby(0, 0, 0)
    assert cover().domains == (DomainCover("Buy", one, one, one), DomainCover("", none, one, one))


def shares(service):
    return [(it.kind, it.owner, it.services, it.share) for it in fetch_shares(service)]


def test_a_service_s_share_is_of_the_rota_that_covers_it(cast):
    Organisation.objects.update(standby_price=60_000, operations_price=200_000)
    cast.service.organisation.refresh_from_db()
    factories.result_row(cast.service, part={"out_of_hours": "team"})
    factories.result_row(factories.service(cast.team, "Kitchen"), part={"out_of_hours": "domain"})
    assert shares(cast.service) == [("team", "Rooms", 2, 30_000)]


def test_operations_rota_is_shared_by_all_that_it_runs(cast):
    Organisation.objects.update(operations_price=200_000)
    cast.service.organisation.refresh_from_db()
    operated = {"out_of_hours": "operations", "model": "ops-run-it"}
    payments = cast.organisation.teams.get(name="Payments")
    for service in (cast.service, factories.service(payments, "Stock")):
        factories.result_row(service, part=operated)
    assert shares(cast.service) == [("operations", "", 2, 100_000)]


def test_without_a_price_a_share_is_not_priced(cast):
    factories.result_row(cast.service, part={"out_of_hours": "team"})
    assert shares(cast.service) == [("team", "Rooms", 1, None)]


def test_where_alerts_can_wait_there_is_no_rota_to_share(cast):
    factories.result_row(cast.service, part={"out_of_hours": "none"})
    assert shares(cast.service) == []


def test_what_was_never_assessed_is_not_counted(cast):
    assert cover().services == 0


@pytest.mark.parametrize("number", [3, 30])
def test_it_costs_two_queries_however_many_services(cast, number, django_assert_num_queries):
    crowds.assessed_services(cast.team, number)
    with django_assert_num_queries(2):
        assert cover().services == number
