import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from assessments.forms.money import MoneyField, parse_money
from assessments.money.currencies import CURRENCIES


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("200k EUR", "Amounts here are in GBP, and “EUR” is not GBP"),
        ("200.000", "“200.000” can be read in two ways.*200,000"),
        ("-5", "cannot be negative. Type 0 or more"),
        ("a lot", r"such as 200k, 200,000 or 1\.5m, without other words"),
        ("1001bn", "The most is 1000bn"),
    ],
)
def test_what_is_refused_says_what_to_type_instead(text, message):
    with pytest.raises(ValidationError, match=message):
        parse_money(text, "GBP")


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from(list(CURRENCIES)))
def test_an_amount_as_a_field_shows_it_reads_back(amount, currency):
    field = MoneyField()
    field.currency = currency
    assert field.clean(field.prepare_value(amount)) == amount


def test_an_empty_field_is_no_amount():
    assert MoneyField(required=False).clean("  ") is None


def test_a_stored_amount_is_shown_with_its_thousands_apart():
    assert MoneyField().prepare_value(200_000) == "200,000"


def test_what_was_typed_is_shown_again_as_typed():
    assert MoneyField().prepare_value("200.000") == "200.000"
