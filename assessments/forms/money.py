"""A field in which people type money in one currency, and the currencies to choose from."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.money.reading import MoneyFault, read_money

CURRENCIES = (
    ("GBP", gettext_lazy("GBP, pound sterling")),
    ("EUR", gettext_lazy("EUR, euro")),
    ("USD", gettext_lazy("USD, US dollar")),
    ("AUD", gettext_lazy("AUD, Australian dollar")),
    ("BRL", gettext_lazy("BRL, Brazilian real")),
    ("CAD", gettext_lazy("CAD, Canadian dollar")),
    ("CHF", gettext_lazy("CHF, Swiss franc")),
    ("CZK", gettext_lazy("CZK, Czech koruna")),
    ("DKK", gettext_lazy("DKK, Danish krone")),
    ("HKD", gettext_lazy("HKD, Hong Kong dollar")),
    ("INR", gettext_lazy("INR, Indian rupee")),
    ("JPY", gettext_lazy("JPY, Japanese yen")),
    ("NOK", gettext_lazy("NOK, Norwegian krone")),
    ("NZD", gettext_lazy("NZD, New Zealand dollar")),
    ("PLN", gettext_lazy("PLN, Polish zloty")),
    ("SEK", gettext_lazy("SEK, Swedish krona")),
    ("SGD", gettext_lazy("SGD, Singapore dollar")),
    ("ZAR", gettext_lazy("ZAR, South African rand")),
)


def parse_money(text: str, currency: str) -> int:
    """The whole units of that currency which the text stands for.

    Raises `ValidationError` with a remedy where it cannot be read in one way only.
    """
    try:
        return read_money(text, currency)
    except MoneyFault as fault:
        message = {
            "negative": _("A cost cannot be negative. Type 0 or more, such as 200k."),
            "other currency": _(
                "Amounts here are in %(currency)s, and “%(text)s” is not %(currency)s. Type what "
                "it comes to in %(currency)s, such as 200k or 200,000."
            ),
            "two ways": _(
                "“%(text)s” can be read in two ways. Leave out the dots and commas, or write "
                "200k, 200,000 or 1.5m."
            ),
            "no amount": _(
                "Type an amount in figures, such as 200k, 200,000 or 1.5m, without other words."
            ),
            "too much": _("That is more than can be entered. The most is 1000bn (10¹²) an hour."),
        }[fault.kind]
        params = {"text": fault.text, "currency": currency}
        raise ValidationError(message, params=params) from None


class MoneyField(forms.Field):
    """A line of text in which money is typed; it cleans into whole units, or None.

    The form sets its `currency` before it is cleaned, and `placed` to where an amount stands.
    """

    currency: str
    placed: str = ""
    default_error_messages = {"required": gettext_lazy("Type an amount, such as 200k or 200,000.")}
    widget = forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values or not str(value).strip():
            return None
        return parse_money(str(value), self.currency)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:,}" if isinstance(value, int) else value


def count_in(form: forms.Form, currency: str) -> None:
    """Take what is typed in every amount of the form for that currency."""
    for field in form.fields.values():
        if isinstance(field, MoneyField):
            field.currency = currency
