"""Who else has a practice in place: counted, the nearest named with where to ask."""

from datetime import timedelta

import pytest

from assessments.models import Membership, PracticeFinding, Team
from assessments.queries.who_has import Holder, Near, fetch_who_has
from assessments.scoring.assess import RULES
from tests import factories

pytestmark = pytest.mark.django_db

AT = factories.AT
CHAOS = "run-regular-chaos-days"


def has(service, status="in-place", **columns):
    result = factories.result_row(service, **columns)
    PracticeFinding.objects.create(
        organisation=service.organisation,
        result=result,
        rules=RULES,
        practice=CHAOS,
        status=status,
    )


def who(cast, near=None, at=AT):
    return fetch_who_has(cast.organisation, [CHAOS], near or Near(), at).get(CHAOS)


def names(cast, near):
    return [holder.service for holder in who(cast, near).nearest]


@pytest.fixture
def buy(cast):
    return cast.organisation.domains.create(name="Buy")


@pytest.fixture
def vans(cast, buy):
    return cast.organisation.teams.create(name="Vans", domain=buy, contact="#vans")


def test_those_that_have_it_are_counted_and_two_are_named(cast, vans):
    for name in ("Tracking", "Routes", "Depots"):
        has(factories.service(vans, name))
    has(cast.service, "missing")
    found = who(cast)
    assert found.total == 3
    assert found.nearest == (
        Holder("Depots", "Vans", "Buy", "#vans"),
        Holder("Routes", "Vans", "Buy", "#vans"),
    )


def test_where_nobody_has_it_nothing_is_said(cast):
    has(cast.service, "partly")
    assert who(cast) is None


def test_the_nearest_is_of_one_s_domain_then_of_one_s_model_then_of_one_s_band(cast, buy, vans):
    other = {"model": "ops-run-it", "availability": "99.9"}
    has(factories.service(cast.team, "A far one"), part=other)
    has(factories.service(cast.team, "Of the band"), part={**other, "availability": "95.0"})
    has(factories.service(cast.team, "Of the model"), part={"availability": "99.9"})
    near = Near(model="you-build-it-you-run-it", availability="95.0")
    assert names(cast, near) == ["Of the model", "Of the band"]
    has(factories.service(vans, "Of the domain"), part=other)
    near = Near(frozenset([buy.pk]), None, "you-build-it-you-run-it", "95.0")
    assert names(cast, near) == ["Of the domain", "Of the model"]


def test_one_s_own_service_is_never_named(cast):
    has(cast.service)
    assert who(cast, Near(service=cast.service.pk)) is None


def test_a_team_that_would_rather_not_is_counted_and_not_named(cast, vans):
    has(factories.service(vans, "Tracking"))
    has(cast.service)
    Team.objects.filter(pk=vans.pk).update(is_named=False)
    found = who(cast)
    assert (found.total, [holder.team for holder in found.nearest]) == (2, ["Rooms"])


def test_what_is_stale_or_archived_says_nothing(cast, vans):
    has(cast.service)
    archived = factories.service(vans, "Old", archived_at=AT)
    has(archived)
    assert who(cast).total == 1
    assert who(cast, at=AT + timedelta(days=91)) is None


def test_another_organisation_s_services_are_not_told_of(cast):
    theirs = cast.outsider.memberships.get().organisation
    has(factories.service(theirs.teams.get(), "Secret"))
    assert who(cast) is None


def test_near_to_a_person_are_the_domains_of_their_teams(cast, buy):
    cast.team.domain = buy
    cast.team.save()
    membership = Membership.objects.get(user=cast.owner)
    assert Near.to_teams_of(membership) == Near(frozenset([buy.pk]))


def test_it_costs_one_query_however_many(cast, vans, django_assert_num_queries):
    for number in range(8):
        has(factories.service(vans, f"Service {number}"))
    with django_assert_num_queries(1):
        assert who(cast).total == 8
