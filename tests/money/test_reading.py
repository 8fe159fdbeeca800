from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.money.currencies import CURRENCIES, LARGEST_AMOUNT, USERS
from assessments.money.reading import MoneyFault, read_money
from assessments.reports.result_labels import money

AMOUNTS = st.integers(min_value=0, max_value=LARGEST_AMOUNT)
CODES = st.sampled_from(list(CURRENCIES))


def fault(text, currency):
    with pytest.raises(MoneyFault) as raised:
        read_money(text, currency)
    return raised.value


@pytest.mark.parametrize("currency", CURRENCIES)
@pytest.mark.parametrize(
    "text",
    [
        *("200000", "200k", "200 K", "200,000", "200 000", "200'000", "0.2m", "200,000.00"),
        *("200\u00a0000", "200\u202f000", "200\u2009000", "200\u2019000", "200 thousand"),
        *("200k an hour", "200k per hour", "200,000/h", " 200k ", "200\u200b000", "\u200e200k"),
    ],
)
def test_a_bare_amount_is_read_in_every_currency(text, currency):
    assert read_money(text, currency) == 200_000


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        *(("£200,000", "GBP"), ("GBP 200k", "GBP"), ("200k pounds", "GBP"), ("\uffe1200k", "GBP")),
        *(("€200k", "EUR"), ("200 000 €", "EUR"), ("200k EUR", "EUR"), ("EUR200k", "EUR")),
        *(("200.000,00 €", "EUR"), ("€ 0,2 Mio.", "EUR"), ("200 kEUR", "EUR"), ("€0.2m", "EUR")),
        *(("200 Tsd. €", "EUR"), ("200 000,- €", "EUR"), ("200 k€", "EUR"), ("€200k EUR", "EUR")),
        *(("$200,000", "USD"), ("US$200k", "USD"), ("US$ 200,000", "USD"), ("USD $200k", "USD")),
        *(("$200k USD", "USD"), ("200 000 $US", "USD"), ("\uff04200k", "USD")),
        *(("A$200k", "AUD"), ("AU$200k", "AUD"), ("$200k", "AUD"), ("$200k AUD", "AUD")),
        *(("R$200,000", "BRL"), ("R$ 200.000,00", "BRL"), ("200 mil reais", "BRL")),
        *(("C$200k", "CAD"), ("CA$200k", "CAD"), ("200 000 $", "CAD"), ("$200k CAD", "CAD")),
        *(("CHF 200'000", "CHF"), ("CHF 200\u2019000", "CHF"), ("Fr. 200'000.\u2013", "CHF")),
        *(("SFr. 200'000.--", "CHF"), ("200'000 Franken", "CHF"), ("CHF 200'000.00", "CHF")),
        *(("200 000 Kč", "CZK"), ("200 000,- Kč", "CZK"), ("200 tis. Kč", "CZK")),
        *(("200 000 Kc\u030c", "CZK"), ("0,2 mil. Kč", "CZK"), ("CZK 200k", "CZK")),
        *(("200 000 kr", "DKK"), ("kr. 200.000,00", "DKK"), ("200.000,00 kr.", "DKK")),
        *(("HK$200,000", "HKD"), ("$200k", "HKD"), ("HKD 200k", "HKD")),
        *(("₹2,00,000", "INR"), ("Rs. 2,00,000/-", "INR"), ("₹2 lakh", "INR"), ("2L", "INR")),
        *(("₹ 2,00,000.00", "INR"), ("Rs 200,000", "INR"), ("0.02 crore", "INR")),
        *(("₹\u0968,\u0966\u0966,\u0966\u0966\u0966", "INR"), ("INR 2 00 000", "INR")),
        *(("¥200,000", "JPY"), ("\uffe5\uff12\uff10\uff10\uff0c\uff10\uff10\uff10", "JPY")),
        *(("20万円", "JPY"), ("200,000円", "JPY"), ("JPY 200k", "JPY"), ("200k yen", "JPY")),
        *(("kr 200 000", "NOK"), ("200 000 kr", "NOK"), ("kr 200 000,-", "NOK")),
        *(("NZ$200k", "NZD"), ("$200k NZD", "NZD"), ("$200k", "NZD")),
        *(("200 000 zł", "PLN"), ("200 tys. zł", "PLN"), ("0,2 mln zł", "PLN"), ("200k zl", "PLN")),
        *(("200 000 kr", "SEK"), ("200 000:- kr", "SEK"), ("0,2 mkr", "SEK"), ("200k SEK", "SEK")),
        *(("S$200k", "SGD"), ("SG$200,000", "SGD"), ("$200k", "SGD")),
        *(("200 tkr", "SEK"), ("0,2 mill. kr", "NOK"), ("200 000 $ CA", "CAD"), ("GB£200k", "GBP")),
        *(("200.000,- €", "EUR"), ("200.000,-Kč", "CZK"), ("200.000,-- kr.", "DKK")),
        *(("R200,000", "ZAR"), ("R 200 000", "ZAR"), ("R200 000,00", "ZAR"), ("R200k", "ZAR")),
    ],
)
def test_a_currency_is_read_in_its_usual_spellings(text, currency):
    assert read_money(text, currency) == 200_000


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        *(("0", 0), ("1.5 million", 1_500_000), ("0.125m", 125_000), ("2 thousand", 2_000)),
        *(("1bn", 10**9), ("1,000bn", 10**12), ("1,234,567.50", 1_234_568), ("1.49", 1)),
    ],
)
def test_multiples_and_decimals_are_read_with_half_a_unit_up(text, amount):
    assert read_money(text, "GBP") == amount


@pytest.mark.parametrize(
    ("text", "currency", "sign"),
    [
        *(("¥900,000", "GBP", "¥"), ("€300k", "GBP", "€"), ("200k EUR", "GBP", "EUR")),
        *(("USD 200k", "GBP", "USD"), ("$200k", "GBP", "$"), ("200 kr", "GBP", "kr")),
        *(("200 mkr", "GBP", "kr"), ("200 k€", "GBP", "€"), ("€0.2m", "USD", "€")),
        *(("A$200k", "USD", "A$"), ("$200k CAD", "USD", "CAD"), ("US$200k", "CAD", "US$")),
        *(("$200,000", "BRL", "$"), ("R$200,000", "ZAR", "R$"), ("R$200,000", "USD", "R$")),
        *(("200 kr", "ZAR", "kr"), ("Rs 200", "ZAR", "Rs"), ("£200k", "EUR", "£")),
        *(("200 Kč", "SEK", "Kč"), ("200 kr", "CZK", "kr"), ("₺200k", "EUR", "₺")),
        *(("CNY 200k", "JPY", "CNY"), ("£200k EUR", "GBP", "EUR"), ("₹2,00,000", "GBP", "₹")),
        *(("\uffe5900,000", "GBP", "¥"), ("kroner 200", "SEK", "kroner"), ("¥200", "USD", "¥")),
    ],
)
def test_a_sign_or_code_that_is_not_its_own_is_refused_by_name(text, currency, sign):
    assert fault(text, currency) == MoneyFault("other currency", sign)


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        *((text, code) for text in ("200.000", "1.500k", "12.345") for code in CURRENCIES),
        *((text, "GBP") for text in ("1.234.567", "1,5", "1,5m", "200.000,00", "1 234,50")),
        *((text, "EUR") for text in ("200.000 €", "200.000.-", "€1,250m", "1,250 k", "12,500k")),
    ],
)
def test_what_can_be_read_in_two_ways_is_refused(text, currency):
    assert fault(text, currency) == MoneyFault("two ways", text)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        *(("1,5m", 1_500_000), ("1.234.567", 1_234_567), ("1.234,50", 1_235), ("0,500", 1)),
        *(("1 234,50", 1_235), ("200,50", 201), ("1,234", 1_234), ("1,234,567.5", 1_234_568)),
    ],
)
def test_a_decimal_comma_is_read_where_it_can_be_nothing_else(text, amount):
    assert read_money(text, "EUR") == amount


@pytest.mark.parametrize(
    "text", ["-5", "\u22125", "(5)", "£-5", "-£5", "£ - 5", "\uff0d5", "\u20135k"]
)
def test_a_negative_amount_is_refused(text):
    assert fault(text, "GBP").kind == "negative"


@pytest.mark.parametrize(
    "text",
    [
        *("1e3", "nan", "inf", "infinity", "a lot", "k", ".", ".5.5", "12,34,567", "1 2", "£"),
        *("0x10", "200,000 000", "\x00", "1" * 61, "£.5", "200-300k", "200-", "about 200k", "10²"),
        *("½", "1\u0663", "2 lakh", "0,500", "000,500", "200kk", "20万", "5 m m", "2,00,000"),
    ],
)
def test_what_is_no_amount_is_refused(text):
    assert fault(text, "GBP").kind == "no amount"


@pytest.mark.parametrize("text", ["1000000000001", "1001bn", "9" * 60])
def test_more_than_can_be_kept_is_refused(text):
    assert fault(text, "GBP").kind == "too much"


@given(AMOUNTS, CODES)
def test_what_the_pages_show_reads_back(amount, currency):
    assert read_money(money(amount, currency), currency) == amount


@given(AMOUNTS, CODES, CODES)
def test_what_a_page_in_another_currency_shows_is_refused(amount, shown_in, currency):
    shown = money(amount, shown_in)
    sign = shown.rstrip("0123456789,").strip().lower()
    if currency in USERS[sign]:
        assert read_money(shown, currency) == amount
    else:
        assert fault(shown, currency).kind == "other currency"


@given(AMOUNTS, CODES, st.sampled_from(["{:,}", "{}"]))
def test_every_spelling_of_a_currency_may_stand_on_either_side(amount, currency, digits):
    figure = digits.format(amount)
    for sign in (currency, *CURRENCIES[currency].signs):
        assert read_money(f"{sign} {figure}", currency) == amount
        assert read_money(f"{figure} {sign}", currency) == amount


@given(st.text(max_size=100), CODES)
def test_any_text_gives_an_amount_in_range_or_a_fault(text, currency):
    with suppress(MoneyFault):
        assert 0 <= read_money(text, currency) <= LARGEST_AMOUNT


@given(st.text("0123456789., '-kmbnr$€£¥()/:lakhrscc", max_size=30), CODES)
def test_anything_like_money_gives_an_amount_in_range_or_a_fault(text, currency):
    with suppress(MoneyFault):
        assert 0 <= read_money(text, currency) <= LARGEST_AMOUNT


@pytest.mark.parametrize("signs", ["\u0300\u0327", " ", "1,"])
def test_a_text_of_any_length_is_refused_in_no_time(signs):
    assert fault(f"a{signs * 250_000}", "GBP").kind == "no amount"
