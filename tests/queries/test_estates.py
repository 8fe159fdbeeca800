"""Several organisations beside each other, as a coach finds them."""

from datetime import timedelta

import pytest

from assessments.models import Membership, Role
from assessments.queries import estates
from assessments.queries.estates import EstateFigures, fetch_estates
from tests import factories

pytestmark = pytest.mark.django_db

NOW = factories.AT


@pytest.fixture
def coach(cast):
    person = factories.member(cast.organisation, "coach@example.org", role=Role.COACH)
    other = factories.organisation("Beta")
    factories.membership(other, person, Role.COACH)
    return person


def seen(person):
    memberships = Membership.objects.filter(user=person).select_related("organisation")
    return list(fetch_estates(memberships.order_by("organisation__name"), NOW))


def test_each_tells_what_waits_what_is_stale_and_what_is_new(cast, coach):
    factories.result_row(cast.service, at=NOW - timedelta(days=3))
    old = factories.service(cast.team, "Old")
    factories.result_row(old, at=NOW - timedelta(days=100))
    factories.assessment(old)
    factories.assessment(factories.service(cast.team, "Begun"))
    factories.service(cast.team, "Never")
    factories.service(cast.team, "Gone", archived_at=NOW)
    acme, beta = seen(coach)
    assert acme.figures == EstateFigures(services=4, drafts=2, never=2, stale=1, lately=1)
    assert beta.figures == EstateFigures(services=0, drafts=0, never=0, stale=0, lately=0)


def test_a_member_counts_their_own_teams_services(cast):
    factories.result_row(cast.service)
    (acme,) = seen(cast.colleague)
    assert acme.figures is not None
    assert acme.figures.services == 0


def test_beyond_a_dozen_they_are_named_without_figures(coach, monkeypatch):
    monkeypatch.setattr(estates, "MOST_COUNTED", 1)
    acme, beta = seen(coach)
    assert (acme.figures is None, beta.figures is None) == (False, True)


def test_it_costs_a_query_an_organisation(cast, coach, django_assert_num_queries):
    for number in range(9):
        factories.result_row(factories.service(cast.team, f"Service {number}"))
    with django_assert_num_queries(3):
        seen(coach)
