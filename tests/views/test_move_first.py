"""Which services should move first, why, and what would change that."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories

pytestmark = pytest.mark.django_db

FIRST = "/o/acme/compare/move-first/"


@pytest.fixture
def now():
    return timezone.now()


def misfit(cast, now, name, **part):
    """A service run by operations that its team should run, and that misses a target."""
    result = factories.result_row(
        factories.service(cast.team, name),
        at=now,
        misfit=True,
        present_model="ops-run-it",
        part=part,
    )
    told = factories.submitted_result(factories.service(cast.team, f"{name}'s words"))
    result.document = told.document
    result.save()
    told.service.delete()
    return result


def names(client, address=FIRST):
    return [each.service.name for each in client.get(address).context["found"]]


def test_the_dearest_hour_comes_first_and_bands_after_amounts(owner, cast, now):
    misfit(cast, now, "Band medium", availability="99.0")
    misfit(cast, now, "Band high", availability="99.9")
    misfit(cast, now, "Cheap", exposure=20_000, availability="99.0")
    misfit(cast, now, "Dear", exposure=900_000, availability="99.9")
    assert names(owner) == ["Dear", "Cheap", "Band high", "Band medium"]


def test_what_fits_or_meets_its_targets_or_is_stale_is_left_out(owner, cast, now):
    kept = misfit(cast, now, "Kept", exposure=20_000, availability="99.0")
    fits = misfit(cast, now, "Fits", exposure=20_000, availability="99.0")
    fits.misfit = False
    fits.save()
    met = misfit(cast, now, "Met", exposure=20_000, availability="99.0")
    met.availability_met = "met"
    met.save()
    misfit(cast, now - timedelta(days=91), "Old", exposure=20_000, availability="99.0")
    assert names(owner) == [kept.service.name]


def test_it_says_why_and_what_would_flip_it(owner, cast, now):
    misfit(cast, now, "Basket", exposure=200_000, availability="99.0")
    page = owner.get(FIRST).text
    assert "From Ops Run It to You Build It You Run It." in page
    assert "An hour of failure can cost £200,000." in page
    assert "Missed: availability." in page
    assert "Why: Demand for features is very high" in page
    assert "the model would be Ops Run It." in page


def test_ten_are_shown_and_the_others_counted(owner, cast, now):
    for number in range(12):
        misfit(cast, now, f"Service {number:02}", exposure=20_000, availability="99.0")
    page = owner.get(FIRST)
    assert len(page.context["found"]) == 10
    assert "The first 10 of 12." in page.text


def test_the_filter_of_the_list_holds(owner, cast, now):
    misfit(cast, now, "Basket", exposure=200_000, availability="99.0")
    misfit(cast, now, "Search", exposure=200_000, availability="99.0")
    assert names(owner, f"{FIRST}?q=sea") == ["Search"]
    assert owner.get(f"{FIRST}?band=none").status_code == 400


def test_where_none_is_to_move_it_says_so(owner, cast):
    assert "None: no service" in owner.get(FIRST).text


def test_it_costs_the_same_however_many(owner, cast, now, django_assert_num_queries):
    for number in range(5):
        misfit(cast, now, f"Service {number:02}", exposure=20_000, availability="99.0")
    with django_assert_num_queries(10):
        owner.get(FIRST)
