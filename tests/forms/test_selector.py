import pytest
from django.http import QueryDict

from assessments.forms.selector import SelectorForm
from assessments.queries.selector import START
from assessments.scoring.inputs import DEFAULT_BANDS, Exposure

SAID = "composition=digital&exposure=low&feature_demand=high"


def form(query):
    return SelectorForm(QueryDict(query), recorded=START, bands=DEFAULT_BANDS, currency="GBP")


def filled(query):
    said = form(query)
    assert said.is_valid(), said.errors
    return said


@pytest.mark.parametrize("query", ["", "utm_source=post"])
def test_an_address_that_says_nothing_of_it_leaves_the_form_as_it_begins(query):
    assert not form(query).is_bound


def test_a_peak_may_be_left_out():
    assert filled(SAID).profile.peak_exposure is None


def test_a_peak_may_be_a_band():
    profile = filled(f"{SAID}&peak_exposure=high").profile
    assert profile.peak_exposure == Exposure(band="high")


def test_a_peak_may_be_an_amount():
    profile = filled(f"{SAID}&peak_exposure=amount&peak_amount=1m").profile
    assert profile.peak_exposure == Exposure(amount=1_000_000)


def test_the_peak_s_amount_has_to_be_typed_where_it_is_chosen():
    assert "peak_amount" in form(f"{SAID}&peak_exposure=amount").errors


@pytest.mark.parametrize(
    "query",
    [
        SAID,
        "composition=digital&exposure=amount&amount=0&feature_demand=low&peak_exposure=high",
        "composition=both&exposure=low&feature_demand=high&foundational_exposure=amount"
        "&foundational_amount=6000&foundational_demand=low",
    ],
)
def test_the_address_of_an_answer_leads_to_the_same_profile(query):
    said = filled(query)
    assert filled(said.address).profile == said.profile


def test_the_address_leaves_out_what_does_not_count():
    said = filled(f"{SAID}&amount=7k&peak_exposure=&foundational_demand=low&utm_source=post")
    assert said.address == SAID
