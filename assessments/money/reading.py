"""Reads money as people write it: "200k", "£200,000", "200 000 zł", "CHF 200'000.-", "1.5m".

What can be read in one way only is taken, everything else is refused:

- A sign or a code before the figure, behind it or both has to be the currency asked for. A sign
  that several currencies share ("$", "kr", "¥") is taken where the one asked for is among them.
- Thousands stand apart by a comma, a space of any width or an apostrophe, in groups of three
  throughout; in rupees also as 12,34,567. That is how the pages write them, in every currency.
- A full stop begins decimals, unless exactly three digits follow: "200.000" is two hundred
  in one country and two hundred thousand in the next. "0.125m" begins with 0, so it is no group.
- Where a currency's people write decimals after a comma, "1,5m" and "200.000,00" and "1.234.567"
  are taken, for there is one way to read them; "1,250m" is not. Elsewhere a comma before one
  or two digits is as likely a slip, and a full stop parts no thousands: all of those are refused.
- Digits may be of any script, but all of one; full-width digits and signs are taken as plain.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from assessments.money.currencies import CURRENCIES, LARGEST_AMOUNT, USERS, Currency

LONGEST = 60
LONGEST_TYPED = 1_000
"""Characters, spaces and what cannot be seen included: tidying more would take too long."""

TIMES = {
    "": 1,
    **dict.fromkeys(("k", "thousand", "tsd"), 10**3),
    **dict.fromkeys(("m", "mn", "mln", "mio", "million"), 10**6),
    **dict.fromkeys(("b", "bn", "billion", "mrd", "mld"), 10**9),
}
# What a phone or a word processor makes of an apostrophe and of a minus sign, and Arabic marks.
PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u02bc\u2032\u00b4`", "'"),
        **dict.fromkeys("\u2212\u2010\u2011\u2012\u2013\u2014", "-"),
        "\u066b": ".",
        "\u066c": ",",
    }
)
# Only these: "10²" is not 102, as it would become by full compatibility.
FULL_WIDTH = re.compile("[\uff01-\uff5e\uffe0-\uffe6]")
AN_HOUR = re.compile(r"\s*(?:/|an|per|a)\s*(?:h|hr|hour)\.?$", re.IGNORECASE)
AMOUNT = re.compile(r"(?P<before>[^0-9]*)(?P<figure>[0-9](?:[0-9., ']*[0-9])?)(?P<after>[^0-9]*)")
# No cents: "200.-" in Switzerland, "200,-" and "200:-" in the north, "200/-" in India.
NO_CENTS = re.compile(r" ?[.,:/]-{1,2}")
_THREES = r"[1-9][0-9]{0,2}(?:(?P<by>[%s])[0-9]{3})(?:(?P=by)[0-9]{3})*"
_LAKHS = r"[1-9][0-9]?(?:(?P<by>[, ])[0-9]{2})(?:(?P=by)[0-9]{2})*(?P=by)[0-9]{3}"


def _figure(whole: str, part: str) -> re.Pattern[str]:
    return re.compile(f"(?P<whole>{whole}){part}")


POINT = _figure("[0-9]+|" + _THREES % ", '", r"(?:\.(?P<part>[0-9]+))?")
POINT_AFTER_LAKHS = _figure(_LAKHS, r"(?:\.(?P<part>[0-9]+))?")
COMMA = _figure("[0-9]+", ",(?P<part>[0-9]+)")
COMMA_AFTER_POINTS = _figure(_THREES % ".", "(?:,(?P<part>[0-9]+))?")
COMMA_AFTER_SPACES = _figure(_THREES % " '", ",(?P<part>[0-9]+)")
EITHER_WAY = re.compile(r"[1-9][0-9]{0,2}[.][0-9]{3}")
COMMA_OR_GROUP = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
FOREIGN_HABIT = re.compile(r"[0-9]+(?:\.[0-9]{3}){2,}|[0-9. ']*[0-9],[0-9]{1,2}")
SIGN = re.compile(
    "|".join(
        re.escape(sign) + (r"\.?(?!\w)" if sign.isalpha() else "")
        for sign in sorted(USERS, key=len, reverse=True)
    ),
    re.IGNORECASE,
)

FaultKind = Literal["negative", "other currency", "two ways", "no amount", "too much"]


@dataclass(frozen=True)
class MoneyFault(Exception):
    """Why a text stands for no amount. `text` is what could not be read, where that is a part."""

    kind: FaultKind
    text: str = ""


def read_money(text: str, currency: str) -> int:
    """The whole units of that currency which the text stands for, half a unit rounded up.

    Raises MoneyFault where it cannot be read in one way only.
    """
    if len(text) > LONGEST_TYPED:
        raise MoneyFault("no amount")
    asked, words = CURRENCIES[currency], _plain(text)
    match = AMOUNT.fullmatch(words) if len(words) <= LONGEST else None
    if match is None:
        raise MoneyFault("no amount")
    before, figure, after = match["before"], match["figure"], match["after"]
    if no_cents := NO_CENTS.match(after):
        after = after[no_cents.end() :]
        # In "200.000,-" the comma stands where decimals would, so the full stop parts thousands.
        if asked.decimal_comma and "," in no_cents[0] and "." in figure:
            figure += ",00"
    if before.strip().startswith(("-", "(")) or before.rstrip().endswith("-"):
        raise MoneyFault("negative")
    _own_signs_only(before, asked)
    times = _times(after, asked)
    if _reads_two_ways(figure, asked, with_unit=times != 1):
        raise MoneyFault("two ways", text.strip())
    amount = _number(figure, asked) * times
    if amount > LARGEST_AMOUNT:
        raise MoneyFault("too much")
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))


def _plain(text: str) -> str:
    """With plain spaces, digits and marks, nothing invisible and no "an hour"."""
    text = FULL_WIDTH.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = unicodedata.normalize("NFC", text).translate(PLAIN)
    text = "".join(mark for mark in text if unicodedata.category(mark) != "Cf")
    words = re.sub(r"\s+", " ", _digits(text)).strip()
    return AN_HOUR.sub("", words)


def _digits(text: str) -> str:
    """Digits of another script as plain ones; of two scripts in one figure, as they are."""
    digits = [mark for mark in text if mark.isdecimal()]
    if len({ord(mark) - unicodedata.decimal(mark) for mark in digits}) > 1:
        return text
    return "".join(str(unicodedata.decimal(mark)) if mark.isdecimal() else mark for mark in text)


def _own_signs_only(words: str, asked: Currency) -> None:
    """Refuse everything but spellings of the currency asked for."""
    signs, rest = _signs(words)
    for sign in signs:
        if asked.code not in USERS[sign.lower().rstrip(".")]:
            raise MoneyFault("other currency", sign)
    if rest:
        raise _not_a_sign(rest)


def _signs(words: str) -> tuple[list[str], str]:
    """The signs that the words begin with, and what follows them."""
    signs, words = [], words.strip()
    while match := SIGN.match(words):
        signs.append(match[0])
        words = words[match.end() :].strip()
    return signs, words


def _not_a_sign(words: str) -> MoneyFault:
    """Another currency where the words look like one's sign or code, else just words."""
    word = words.split()[0]
    is_sign = any(unicodedata.category(mark) == "Sc" for mark in word)
    is_code = len(word) == 3 and word.isascii() and word.isalpha()
    return MoneyFault("other currency", word) if is_sign or is_code else MoneyFault("no amount")


def _times(after: str, asked: Currency) -> int:
    """What the unit after a figure multiplies it by, and nothing but signs beside it."""
    units, after = {**TIMES, **asked.units}, after.strip()
    # Read as signs first: "kr" is a currency and not a thousand of "r".
    if _signs(after)[1] == "":
        units = {"": 1}
    faults = []
    for unit in sorted(units, key=len, reverse=True):
        if after.lower().startswith(unit):
            rest = after[len(unit) :]
            try:
                _own_signs_only(rest.removeprefix(".") if unit else rest, asked)
            except MoneyFault as fault:
                faults.append(fault)
            else:
                return units[unit]
    # A sign after a unit tells more than the two taken for one word.
    raise min(faults, key=lambda fault: fault.kind != "other currency")


def _reads_two_ways(figure: str, asked: Currency, *, with_unit: bool) -> bool:
    if EITHER_WAY.fullmatch(figure):
        return True
    if asked.decimal_comma:
        return with_unit and bool(COMMA_OR_GROUP.fullmatch(figure))
    return bool(FOREIGN_HABIT.fullmatch(figure))


def _number(figure: str, asked: Currency) -> Decimal:
    """The value of a figure that can be read in one way."""
    figures = [POINT]
    figures += [POINT_AFTER_LAKHS] if asked.lakhs else []
    figures += [COMMA, COMMA_AFTER_POINTS, COMMA_AFTER_SPACES] if asked.decimal_comma else []
    for pattern in figures:
        if match := pattern.fullmatch(figure):
            whole = re.sub(r"[^0-9]", "", match["whole"])
            return Decimal(f"{whole}.{match['part'] or 0}")
    raise MoneyFault("no amount")
