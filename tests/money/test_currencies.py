import pytest

from assessments.forms import money
from assessments.money.currencies import CURRENCIES, DEFAULT_CURRENCY, USERS, example_bands
from assessments.scoring.inputs import DEFAULT_BANDS


def test_every_currency_that_can_be_chosen_can_be_read():
    assert [code for code, _name in money.CURRENCIES] == list(CURRENCIES)


def test_the_example_keeps_its_figures_in_its_own_currency():
    assert example_bands(DEFAULT_CURRENCY) == DEFAULT_BANDS


@pytest.mark.parametrize("code", CURRENCIES)
def test_the_example_s_bands_rise_in_every_currency(code):
    ceilings = [band.ceiling for band in example_bands(code)]
    assert ceilings[-1] is None
    assert ceilings[:-1] == sorted({each or 0 for each in ceilings} - {0})


def test_a_dollar_sign_is_every_dollar_s_and_no_real_s():
    assert USERS["$"] == {"USD", "AUD", "CAD", "HKD", "NZD", "SGD"}


def test_a_crown_s_sign_is_the_three_northern_ones_and_not_the_czech_one_s():
    assert USERS["kr"] == {"DKK", "NOK", "SEK"}


@pytest.mark.parametrize("code", CURRENCIES)
def test_spellings_are_in_small_letters_and_without_a_last_full_stop(code):
    assert all(sign == sign.lower().rstrip(".") for sign in CURRENCIES[code].signs)
