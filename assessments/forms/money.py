"""Money as people write it: "200k", "£200,000", "1.5m", "0"."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.models import LARGEST_AMOUNT

LONGEST = 60
# What a phone or a word processor makes of an apostrophe and of a minus sign.
PLAIN = str.maketrans({"\u2019": "'", "\u2212": "-", "\u2013": "-"})
TIMES = {"": 1, "k": 10**3, "m": 10**6, "bn": 10**9}
SPELLINGS = {
    "thousand": "k",
    "mn": "m",
    "mio": "m",
    "million": "m",
    "b": "bn",
    "billion": "bn",
}
AN_HOUR = re.compile(r"\s*(?:/|an|per|a)\s*(?:h|hr|hour)\.?$")
CURRENCY = re.compile(
    r"^(?:[£€$¥]|[a-z]{3}\b)\s*|\s*(?:[£€$¥]|\b(?:gbp|eur|usd|chf|sek|nok|dkk|pln))$"
)
NUMBER = re.compile(
    r"(?P<whole>[0-9]+|[0-9]{1,3}(?:(?P<by>[, '])[0-9]{3})(?:(?P=by)[0-9]{3})*)"
    r"(?P<part>\.[0-9]+)?\s*(?P<unit>[a-z]*)"
)
# "200.000" is two hundred in one country and two hundred thousand in the next.
EITHER_WAY = re.compile(
    r"[1-9][0-9]{0,2}\.[0-9]{3}(?![0-9])|[0-9]+(?:\.[0-9]{3}){2,}|[0-9.]*[0-9],[0-9]{1,2}(?![0-9])"
)


def parse_money(text: str) -> int:
    """The whole units of money that the text stands for, half a unit rounded up.

    Raises `ValidationError` with a remedy where it cannot be read in one way only.
    """
    words = _plain(text)
    if words.startswith(("-", "(")):
        raise ValidationError(_("A cost cannot be negative. Type 0 or more, such as 200k."))
    words = CURRENCY.sub("", CURRENCY.sub("", words))
    if words.startswith("-"):
        raise ValidationError(_("A cost cannot be negative. Type 0 or more, such as 200k."))
    if EITHER_WAY.match(words):
        raise ValidationError(
            _(
                "“%(text)s” can be read in two ways. Leave out the dots and commas, or write "
                "200k, 200,000 or 1.5m."
            ),
            params={"text": text.strip()},
        )
    match = NUMBER.fullmatch(words) if len(words) <= LONGEST else None
    unit = SPELLINGS.get(match["unit"], match["unit"]) if match else None
    if match is None or unit not in TIMES:
        raise ValidationError(
            _("Type an amount in figures, such as 200k, 200,000 or 1.5m, without other words.")
        )
    whole = re.sub(r"[^0-9]", "", match["whole"])
    amount = Decimal(whole + (match["part"] or "")) * TIMES[unit]
    if amount > LARGEST_AMOUNT:
        raise ValidationError(
            _("That is more than can be entered. The most is 1,000bn (10¹²) an hour.")
        )
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))


def _plain(text: str) -> str:
    """In small letters, with plain spaces, apostrophes and minus signs, and no "an hour"."""
    words = re.sub(r"\s+", " ", text).strip().lower()
    words = words.translate(PLAIN)
    return AN_HOUR.sub("", words)


class MoneyField(forms.Field):
    """A line of text in which money is typed; it cleans into whole units, or None."""

    default_error_messages = {"required": gettext_lazy("Type an amount, such as 200k or 200,000.")}
    widget = forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values or not str(value).strip():
            return None
        return parse_money(str(value))

    def prepare_value(self, value: Any) -> Any:
        return f"{value:,}" if isinstance(value, int) else value
