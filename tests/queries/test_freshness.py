"""Whether what is known of a service still holds."""

from datetime import timedelta

import pytest

from assessments.models import Organisation, Service
from assessments.queries.freshness import Freshness, freshness
from tests import factories

pytestmark = pytest.mark.django_db

AT = factories.AT
NOW = AT + timedelta(days=40)


def known(cast, at=NOW):
    """The freshness of the cast's one service."""
    organisation = Organisation.objects.get(pk=cast.organisation.pk)
    services = Service.objects.annotate(freshness=freshness(organisation, at))
    return services.get(pk=cast.service.pk).freshness


def organised(cast, **fields):
    Organisation.objects.filter(pk=cast.organisation.pk).update(**fields)


def test_what_nobody_began_was_never_assessed(cast):
    assert known(cast) == Freshness.NEVER


def test_a_first_assessment_under_way_is_a_draft(cast):
    factories.assessment(cast.service)
    assert known(cast) == Freshness.DRAFT


def test_an_assessment_under_way_leaves_the_last_result_as_fresh_as_it_is(cast):
    factories.result_row(cast.service)
    factories.assessment(cast.service)
    assert known(cast) == Freshness.CURRENT


@pytest.mark.parametrize(("days", "expected"), [(90, Freshness.CURRENT), (91, Freshness.STALE)])
def test_a_result_is_stale_once_it_is_older_than_a_quarter(cast, days, expected):
    factories.result_row(cast.service)
    assert known(cast, AT + timedelta(days=days)) == expected


def test_an_organisation_has_a_rhythm_of_its_own(cast):
    factories.result_row(cast.service)
    organised(cast, rhythm_days=30)
    assert known(cast) == Freshness.STALE


@pytest.mark.parametrize(
    ("exposure", "availability", "expected"),
    [
        (7_000, "95.0", Freshness.CURRENT),
        (7_001, "95.0", Freshness.STALE),
        (250_000, "99.0", Freshness.CURRENT),
        (250_001, "99.0", Freshness.STALE),
        (250_001, "99.9", Freshness.CURRENT),
    ],
)
def test_an_amount_that_falls_in_another_band_today_is_stale(
    cast, exposure, availability, expected
):
    part = {"exposure": exposure, "availability": availability}
    factories.result_row(cast.service, part=part)
    assert known(cast) == expected


def test_changed_bands_that_leave_an_amount_where_it_is_change_nothing(cast):
    factories.result_row(cast.service, part={"exposure": 50_000, "availability": "99.0"})
    organised(cast, medium_ceiling=300_000, bands_changed_at=AT + timedelta(days=1))
    assert known(cast) == Freshness.CURRENT


def test_a_chosen_band_is_stale_once_the_bands_have_changed(cast):
    factories.result_row(cast.service)
    organised(cast, bands_changed_at=AT + timedelta(days=1))
    assert known(cast) == Freshness.STALE


def test_an_amount_in_another_currency_says_nothing_of_today_s_bands(cast):
    part = {"exposure": 1, "availability": "99.9"}
    factories.result_row(cast.service, part=part, currency="EUR")
    assert known(cast) == Freshness.CURRENT
