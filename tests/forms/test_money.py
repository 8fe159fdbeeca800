from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from assessments.forms.money import MoneyField, parse_money
from assessments.reports.result_labels import money

AMOUNTS = st.integers(min_value=0, max_value=10**12)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", 0),
        ("200000", 200_000),
        ("200k", 200_000),
        ("200 K", 200_000),
        ("200,000", 200_000),
        ("200 000", 200_000),
        ("200\u00a0000", 200_000),
        ("200'000", 200_000),
        ("£200 000", 200_000),
        ("200,000 €", 200_000),
        ("GBP 200k", 200_000),
        ("200k chf", 200_000),
        ("200k an hour", 200_000),
        ("£1.5m/h", 1_500_000),
        ("1.5m", 1_500_000),
        ("1.5 million", 1_500_000),
        ("0.125m", 125_000),
        ("2 thousand", 2_000),
        ("1bn", 10**9),
        ("1,000bn", 10**12),
        ("1,234,567.50", 1_234_568),
        ("1.49", 1),
    ],
)
def test_money_is_read_as_people_write_it(text, amount):
    assert parse_money(text) == amount


@pytest.mark.parametrize("text", ["200.000", "1.500k", "1.234.567", "1,5", "1,5m", "200.000,00"])
def test_what_reads_differently_in_two_countries_is_refused_with_a_remedy(text):
    with pytest.raises(ValidationError, match=r"two ways.*200,000"):
        parse_money(text)


@pytest.mark.parametrize("text", ["-5", "\u22125", "(5)", "£-5", "-£5"])
def test_a_negative_amount_is_refused_with_a_remedy(text):
    with pytest.raises(ValidationError, match="0 or more"):
        parse_money(text)


@pytest.mark.parametrize(
    "text",
    [
        *("1e3", "nan", "inf", "infinity", "a lot", "k", ".", ".5.5", "12,34,567", "1 2", "\u0663"),
        *("0x10", "200,000 000", "£", "\x00", "1" * 61),
    ],
)
def test_what_is_no_amount_is_refused_with_examples(text):
    with pytest.raises(ValidationError, match=r"200k, 200,000 or 1\.5m"):
        parse_money(text)


@pytest.mark.parametrize("text", ["1000000000001", "1001bn", "9" * 60])
def test_more_than_can_be_kept_is_refused_with_the_limit(text):
    with pytest.raises(ValidationError, match="The most is"):
        parse_money(text)


@given(AMOUNTS)
def test_an_amount_written_out_reads_back(amount):
    assert parse_money(f"{amount:,}") == parse_money(str(amount)) == amount


@given(AMOUNTS, st.sampled_from(["GBP", "EUR", "CHF"]))
def test_an_amount_as_shown_reads_back(amount, currency):
    assert parse_money(money(amount, currency)) == amount


@given(st.integers(min_value=0, max_value=10**6))
def test_a_thousand_may_be_written_k(thousands):
    assert parse_money(f"{thousands}k") == thousands * 1000


@given(st.text(max_size=100))
def test_any_text_gives_an_amount_in_range_or_a_message(text):
    with suppress(ValidationError):
        assert 0 <= parse_money(text) <= 10**12


def test_an_empty_field_is_no_amount():
    assert MoneyField(required=False).clean("  ") is None


def test_a_stored_amount_is_shown_with_its_thousands_apart():
    assert MoneyField().prepare_value(200_000) == "200,000"


def test_what_was_typed_is_shown_again_as_typed():
    assert MoneyField().prepare_value("200.000") == "200.000"
