import pytest

from assessments.models import Organisation, Result
from assessments.queries.services import BandMove, bands_since, fetch_compared
from tests import factories

DEFAULT = [
    {"band": "low", "ceiling": 7_000},
    {"band": "medium", "ceiling": 250_000},
    {"band": "high"},
]


def result(bands=DEFAULT, **profile):
    return Result(currency="GBP", inputs={"bands": bands, "profile": profile})


def organisation(**changes):
    return Organisation(currency="GBP", **changes)


def moved(result, organisation):
    since = bands_since(result, organisation)
    assert since is not None
    return since


def test_without_a_result_there_is_nothing_to_compare_bands_with():
    assert bands_since(None, organisation()) is None


def test_unchanged_bands_are_no_news():
    assert bands_since(result(exposure={"amount": 1}), organisation()) is None


def test_a_ceiling_on_the_last_band_changes_nothing():
    closed = [*DEFAULT[:2], {"band": "high", "ceiling": 10**9}]
    assert bands_since(result(closed), organisation()) is None


def test_a_raised_ceiling_moves_the_band_and_the_one_above():
    since = moved(result(), organisation(medium_ceiling=300_000))
    assert since.bands == (
        BandMove("Medium", "up to £250,000", "up to £300,000"),
        BandMove("High", "above £250,000", "above £300,000"),
    )


def test_a_band_switched_on_was_off():
    since = moved(result(), organisation(high_ceiling=900_000))
    assert since.bands == (
        BandMove("High", "above £250,000", "up to £900,000"),
        BandMove("Very high", "off", "above £900,000"),
    )


@pytest.mark.parametrize(("amount", "matters"), [(150_000, False), (150_001, True)])
def test_it_matters_where_the_amount_falls_into_another_band(amount, matters):
    since = moved(result(exposure={"amount": amount}), organisation(medium_ceiling=150_000))
    assert since.matters is matters


def test_a_peak_that_moves_matters_too():
    since = moved(
        result(exposure={"amount": 1}, **{"peak-exposure": {"amount": 200_000}}),
        organisation(medium_ceiling=150_000),
    )
    assert [(each.title, each.was, each.now) for each in since.exposures] == [
        ("Financial exposure", "Low", "Low"),
        ("Peak exposure", "Medium", "High"),
    ]
    assert since.matters


def test_a_picked_band_stays_while_it_is_on():
    since = moved(result(exposure={"band": "medium"}), organisation(low_ceiling=9_000))
    assert since.exposures[0].exposure == "picked as a band"
    assert not since.matters


def test_a_picked_band_that_is_off_now_has_to_be_chosen_again():
    bands = [*DEFAULT[:2], {"band": "high", "ceiling": 900_000}, {"band": "very-high"}]
    since = moved(result(bands, exposure={"band": "very-high"}), organisation())
    assert since.exposures[0].now == ""
    assert since.matters


@pytest.mark.django_db
def test_two_results_are_compared_the_earlier_first():
    service = factories.service(factories.team(factories.organisation()))
    first, second = (factories.submitted_result(service) for _ in range(2))
    compared = fetch_compared(service, [second.pk, first.pk])
    assert compared is not None
    assert (compared.before, compared.after) == (first, second)
    assert compared.movement.is_nothing


@pytest.mark.django_db
def test_one_result_is_not_compared_with_itself():
    service = factories.service(factories.team(factories.organisation()))
    only = factories.submitted_result(service)
    assert fetch_compared(service, [only.pk, only.pk]) is None
