from dataclasses import replace

import pytest

from assessments.queries.explore import bands_of, explore, profile_of
from assessments.queries.reports import fetch_report
from assessments.scoring.inputs import DEFAULT_BANDS, Exposure
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def result():
    answers = {
        **factories.BEDROOM,
        "peak-exposure": {"option": "high"},
        "out-of-hours-cover": "operations",
        "deployment-frequency": "weekly",
    }
    return factories.submitted_result(factories.cast().service, answers)


def test_the_recorded_profile_leads_to_the_recorded_recommendation(result):
    assert explore(result, profile_of(result)) == fetch_report(result).recommendation


def test_another_demand_leads_to_another_model(result):
    profile = replace(profile_of(result), feature_demand="low")
    assert explore(result, profile).model == "ops-run-it"


def test_an_amount_brings_its_accepted_loss(result):
    profile = replace(profile_of(result), exposure=Exposure(amount=6_000))
    target = explore(result, profile).parts[0].targets[0]
    assert "£50,400" in target.meaning


def test_two_parts_can_be_explored_where_there_was_one(result):
    profile = replace(profile_of(result), composition="both", foundational_demand="low")
    assert explore(result, profile).model == "hybrid"


def test_the_peak_stays(result):
    assert profile_of(result).peak_exposure == Exposure(band="high")


def test_the_bands_are_those_of_the_day(result):
    organisation = result.organisation
    organisation.low_ceiling = 1
    organisation.save()
    assert bands_of(result) == DEFAULT_BANDS


def test_exploring_takes_no_query(result, django_assert_num_queries):
    profile = profile_of(result)
    with django_assert_num_queries(0):
        explore(result, profile)
