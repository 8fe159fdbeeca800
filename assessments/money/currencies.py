"""The currencies in which an organisation or a guest may count, and how each is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from assessments.scoring.inputs import DEFAULT_BANDS, Band

DEFAULT_CURRENCY = "GBP"
"""What the playbook's example is counted in."""

LARGEST_AMOUNT = 10**12
"""The most money an hour that can be typed, in whichever currency."""


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency by its ISO 4217 code, which is always among its spellings.

    `signs` are its other spellings in small letters, without the full stop of an abbreviation;
    another currency may share one. `decimal_comma`: people who use it also write decimals after a
    comma. `units` are words for a multiple that stand for something else elsewhere. `lakhs`: digits
    may be grouped 12,34,567. `example_multiple` turns the example's bands, in pounds, into sums of
    the same size: a round figure, not a rate of exchange.
    """

    code: str
    signs: tuple[str, ...]
    decimal_comma: bool = False
    units: Mapping[str, int] = field(default_factory=dict)
    lakhs: bool = False
    example_multiple: int = 1


def _dollar(code: str, *signs: str, **rest: Any) -> Currency:
    """A dollar shares its sign and its name with every other."""
    return Currency(code, ("$", "dollar", "dollars", *signs), **rest)


_PORTUGUESE = {"mil": 10**3, "mi": 10**6, "milhão": 10**6, "milhões": 10**6, "bi": 10**9}
_CZECH = {"tis": 10**3, "mil": 10**6}
_POLISH = {"tys": 10**3}
_NORTHERN = {"t": 10**3, "mill": 10**6, "mia": 10**9}
_INDIAN = {
    **dict.fromkeys(("l", "lac", "lacs", "lakh", "lakhs"), 10**5),
    **dict.fromkeys(("cr", "crore", "crores"), 10**7),
}
_JAPANESE = {"千": 10**3, "万": 10**4, "億": 10**8}
_CANADIAN = ("c$", "ca$", "cad$", "can$", "$ca", "$ ca")
_SWISS = ("fr", "sfr", "franken", "franc", "francs")
_CZECH_SIGNS = ("kč", "kc", "koruna", "koruny", "korun")
_POLISH_SIGNS = ("zł", "zl", "zloty", "złoty", "złote", "złotych")


def _crown(code: str, *signs: str) -> Currency:
    """A crown of the north shares its sign with its neighbours, and its size."""
    signs = ("kr", *signs)
    return Currency(code, signs, decimal_comma=True, units=_NORTHERN, example_multiple=10)


CURRENCIES: Mapping[str, Currency] = {
    each.code: each
    for each in (
        Currency("GBP", ("£", "gb£", "pound", "pounds", "pounds sterling", "stg")),
        Currency("EUR", ("€", "euro", "euros"), decimal_comma=True),
        _dollar("USD", "us$", "$us", "$ us"),
        _dollar("AUD", "a$", "au$", "aud$", "$au", example_multiple=2),
        Currency(
            "BRL",
            ("r$", "real", "reais"),
            decimal_comma=True,
            units=_PORTUGUESE,
            example_multiple=7,
        ),
        _dollar(
            "CAD",
            "c$",
            "ca$",
            "cad$",
            "can$",
            "$ca",
            "$ ca",
            decimal_comma=True,
            example_multiple=2,
        ),
        Currency("CHF", _SWISS, decimal_comma=True),
        Currency("CZK", _CZECH_SIGNS, decimal_comma=True, units=_CZECH, example_multiple=30),
        Currency(
            "DKK", ("kr", "dkr", "kroner"), decimal_comma=True, units=_NORTHERN, example_multiple=10
        ),
        _dollar("HKD", "hk$", "$hk", "hkd$", example_multiple=10),
        Currency(
            "INR",
            ("₹", "₨", "rs", "re", "rupee", "rupees"),
            units=_INDIAN,
            lakhs=True,
            example_multiple=100,
        ),
        Currency("JPY", ("¥", "jp¥", "yen", "円"), units=_JAPANESE, example_multiple=200),
        Currency(
            "NOK", ("kr", "nkr", "kroner"), decimal_comma=True, units=_NORTHERN, example_multiple=10
        ),
        _dollar("NZD", "nz$", "$nz", "nzd$", example_multiple=2),
        Currency("PLN", _POLISH_SIGNS, decimal_comma=True, units=_POLISH, example_multiple=5),
        Currency(
            "SEK", ("kr", "skr", "kronor"), decimal_comma=True, units=_NORTHERN, example_multiple=10
        ),
        _dollar("SGD", "s$", "sg$", "sgd$", example_multiple=2),
        Currency("ZAR", ("r", "rand"), decimal_comma=True, example_multiple=20),
    )
}

USERS: Mapping[str, frozenset[str]] = {
    sign: frozenset(
        code for code, each in CURRENCIES.items() if sign in (code.lower(), *each.signs)
    )
    for sign in sorted(
        {sign for each in CURRENCIES.values() for sign in (each.code.lower(), *each.signs)}
    )
}
"""The currencies that a spelling may stand for."""


def example_bands(currency: str) -> tuple[Band, ...]:
    """The bands of the playbook's example, in sums of the same size in that currency."""
    multiple = CURRENCIES[currency].example_multiple
    return tuple(
        Band(band.band, None if band.ceiling is None else band.ceiling * multiple)
        for band in DEFAULT_BANDS
    )
