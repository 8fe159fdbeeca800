from datetime import timedelta

import pytest

from assessments.models import Membership
from assessments.queries.home import State, count_states, fetch_entries, in_state, my_services
from tests import factories

pytestmark = pytest.mark.django_db

NOW = factories.AT
QUARTER = timedelta(days=90)


@pytest.fixture
def membership(cast):
    return Membership.objects.select_related("organisation").get(user=cast.owner)


def entry(membership):
    (only,) = fetch_entries(my_services(membership, NOW), membership, NOW)
    return only


def test_a_result_of_ninety_days_is_not_stale_yet(cast, membership):
    factories.result_row(cast.service, at=NOW - QUARTER)
    assert entry(membership).state == State.CURRENT


def test_a_result_older_than_ninety_days_has_aged(cast, membership):
    factories.result_row(cast.service, at=NOW - QUARTER - timedelta(seconds=1))
    assert entry(membership).state == State.STALE
    assert entry(membership).aged


def test_a_result_from_after_the_bands_changed_is_not_stale(cast, membership):
    membership.organisation.bands_changed_at = NOW - timedelta(days=2)
    factories.result_row(cast.service, at=NOW - timedelta(days=1))
    assert entry(membership).state == State.CURRENT


def test_a_draft_of_a_stale_service_is_a_draft_first(cast, membership):
    factories.result_row(cast.service, at=NOW - 2 * QUARTER)
    factories.assessment(cast.service)
    assert entry(membership).state == State.DRAFT
    assert entry(membership).aged


def test_states_are_counted_the_empty_ones_too(membership):
    counts = count_states(my_services(membership, NOW))
    assert counts == {State.DRAFT: 0, State.NEVER: 1, State.STALE: 0, State.CURRENT: 0}


def test_a_state_s_services_are_those_counted(cast, membership):
    factories.assessment(factories.service(cast.team, "Drafted"))
    drafted = in_state(my_services(membership, NOW), State.DRAFT)
    assert [service.name for service in drafted] == ["Drafted"]


def test_services_of_teams_one_only_reads_are_not_one_s_own(cast, membership):
    factories.service(cast.organisation.teams.get(name="Payments"), "Checkout")
    assert [service.name for service in my_services(membership, NOW)] == ["Bedroom"]
