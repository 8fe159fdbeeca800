"""Every value of a result has words, and numbers are said as people say them."""

from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.reports import result_labels
from assessments.scoring import inputs, vocabulary
from assessments.scoring.selector import TOLERABLE_SECONDS


@pytest.mark.parametrize(
    ("named", "values"),
    [
        (result_labels.BANDS, inputs.BandSlug),
        (result_labels.DEMANDS, inputs.Demand),
        (result_labels.DEPLOYMENTS, vocabulary.Deployment),
        (result_labels.RESTORED, vocabulary.Availability),
        (result_labels.OUT_OF_HOURS, vocabulary.OutOfHours),
        (result_labels.COVER, vocabulary.OutOfHours),
        (result_labels.ON_CALL_COST, vocabulary.OutOfHours),
        (result_labels.PARTS, vocabulary.PartName),
        (result_labels.TARGET_STATUSES, vocabulary.TargetStatus),
        (result_labels.PRACTICE_STATUSES, vocabulary.PracticeStatus),
        (result_labels.RISKS, vocabulary.Risk),
        (result_labels.NOT_COUNTED, vocabulary.NotCountedReason),
        (result_labels.RULES, vocabulary.PitfallRule),
        (result_labels.WHEN, vocabulary.When),
        (result_labels.WHEN_BRIEFLY, vocabulary.When),
        (result_labels.TARGETS, vocabulary.TargetName),
        (result_labels.CAUTIONS, vocabulary.CautionName),
    ],
)
def test_every_value_has_words_and_no_other(named, values):
    assert set(named) == set(get_args(values))


def test_every_model_has_a_name_and_so_has_not_being_live():
    named = {*get_args(vocabulary.OverallModel), *get_args(inputs.PresentModel)}
    assert set(result_labels.MODELS) == named


def test_both_who_may_answer_in_working_hours_have_words():
    assert set(result_labels.WORKING_HOURS) == {"team", "operations"}


def test_whoever_answers_in_working_hours_has_a_short_name_too():
    assert set(result_labels.WORKING_HOURS) <= set(result_labels.COVER)


def test_bands_go_up():
    assert tuple(result_labels.BANDS) == get_args(inputs.BandSlug)


def test_demands_go_up():
    assert tuple(result_labels.DEMANDS) == get_args(inputs.Demand)


def test_there_are_three_phases():
    assert list(result_labels.PHASES) == [1, 2, 3]


@pytest.mark.parametrize(
    ("currency", "said"),
    [("GBP", "£250,000"), ("EUR", "€250,000"), ("USD", "$250,000"), ("CHF", "CHF 250,000")],
)
def test_money_has_a_sign_or_its_code(currency, said):
    assert result_labels.money(250_000, currency) == said


def test_no_money_is_still_money():
    assert result_labels.money(0, "GBP") == "£0"


def test_the_largest_amount_is_grouped_by_thousands():
    assert result_labels.money(10**12, "GBP") == "£1,000,000,000,000"


@given(st.integers(0, 10**12))
def test_money_keeps_every_digit(amount):
    assert result_labels.money(amount, "GBP").replace(",", "") == f"£{amount}"


@pytest.mark.parametrize("target", get_args(vocabulary.Availability))
def test_an_availability_is_a_share(target):
    assert result_labels.availability(target) == f"{target}%"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (Fraction(0), "0 seconds"),
        (Fraction(1), "1 second"),
        (Fraction("60.48"), "60 seconds"),
        (Fraction("119.99"), "119 seconds"),
        (Fraction(120), "2 minutes"),
        (Fraction("604.8"), "10 minutes"),
        (Fraction(3600), "1 hour"),
        (Fraction(6048), "1 hour 40 minutes"),
        (Fraction(7200), "2 hours"),
        (Fraction(30_240), "8 hours 24 minutes"),
    ],
)
def test_a_time_is_said_in_whole_minutes_or_seconds(seconds, said):
    assert result_labels.duration(seconds) == said


@given(st.fractions(120, 10**7))
def test_a_longer_time_is_never_said_to_be_more_nor_a_minute_less(seconds):
    said = result_labels.duration(seconds).split()
    units = {"hour": 3600, "hours": 3600, "minute": 60, "minutes": 60}
    pairs = zip(said[::2], said[1::2], strict=True)
    assert 0 <= seconds - sum(int(n) * units[unit] for n, unit in pairs) < 60


def test_an_entry_that_is_gone_is_named_by_its_slug():
    assert result_labels.title_from_slug("run-regular-chaos-days") == "Run regular chaos days"


@pytest.mark.parametrize("target", get_args(vocabulary.Availability))
def test_the_time_to_restore_by_is_no_more_than_a_week_tolerates(target):
    number, unit = result_labels.RESTORED[target].split()[1:]
    units = {"minute": 60, "minutes": 60, "hours": 3600}
    assert int(number) * units[unit] <= TOLERABLE_SECONDS[target]


def test_money_without_a_currency_is_the_bare_amount():
    assert result_labels.money(250_000, "") == "250,000"


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (7_000, "£7,000: low, 95.0%"),
        (12_000, "£12,000: medium, 99.0%"),
        (250_001, "£250,001: high, 99.9%"),
    ],
)
def test_an_amount_is_said_with_its_band_and_target(amount, said):
    assert result_labels.placed(amount, "GBP", inputs.DEFAULT_BANDS) == said
