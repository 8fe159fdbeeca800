"""The form of a question: one class for all of them, built from the question.

A page holds many, told apart by the question's slug as prefix. It reads what was typed; what
may be answered is the service's to judge.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from assessments.answer_input import AnswerInput, Faults, Field, changed_fields
from assessments.fingerprints import fingerprint
from assessments.forms.links import LinksField
from assessments.forms.money import MoneyField, count_in
from assessments.forms.options import TYPED, chosen_of, takes_money
from assessments.models import Assessment
from assessments.queries.sheets import Item
from assessments.reports.result_labels import NO_EXPOSURE
from assessments.scoring.inputs import Exposure
from assessments.scoring.selector import band_of


class QuestionForm(forms.Form):
    """What is given to one question, beside `shown` and `words`: the fingerprints of the answer
    and of the question that the form showed."""

    shown = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)
    words = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)
    option = forms.CharField(required=False)
    note = forms.CharField(
        label=_("Note"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Simple Markdown works: **bold**, *italic*, - lists, > quotes."),
    )
    evidence = LinksField(
        label=_("Evidence links"), required=False, help_text=_("Web addresses, one on a line.")
    )

    def __init__(self, item: Item, assessment: Assessment, data: QueryDict | None = None) -> None:
        self.item, self.assessment = item, assessment
        self.body = QueryDict() if data is None else data
        given = item.given
        initial = {
            "shown": item.shown,
            "option": chosen_of(item.answer),
            "amount": given.amount,
            "note": given.note,
            "evidence": given.evidence,
        }
        super().__init__(data, prefix=item.question.slug, auto_id="%s", initial=initial)
        if takes_money(item.question):
            self.fields["amount"] = MoneyField(label=_("Amount an hour"), required=False)
            self.fields["revenue"] = MoneyField(label=_("Income lost in an hour"), required=False)
            self.fields["costs"] = MoneyField(label=_("Costs caused in an hour"), required=False)
            count_in(self, assessment.currency)
        for name in ("note", "evidence"):
            described = f"{self.add_prefix(name)}_helptext fault-{self.add_prefix(name)}"
            self.fields[name].widget.attrs["aria-describedby"] = described

    @property
    def is_in_the_body(self) -> bool:
        """Whether what was sent came from a page that held this question."""
        return self.add_prefix("shown") in self.data

    @property
    def posted_shown(self) -> str:
        return str(self.data.get(self.add_prefix("shown"), ""))

    @property
    def sent_before(self) -> list[str]:
        """The bodies that the page sent for this question before and had no answer to."""
        return self.body.getlist(self.add_prefix("sent"))

    @property
    def words_now(self) -> str:
        """The fingerprint of what is asked and offered, and in what currency."""
        asked = self.item.question
        counted_in = [self.assessment.currency] if takes_money(asked) else []
        options = ([each.slug, each.text] for each in asked.options)
        return fingerprint([asked.text, *counted_in, *options])

    @property
    def reads_otherwise(self) -> bool:
        """Whether the question has other words by now than on the page that was sent."""
        shown = self.data.get(self.add_prefix("words"))
        return shown is not None and shown != self.words_now

    @property
    def given(self) -> AnswerInput:
        """What was given, less what could not be read or was not on the page."""
        return AnswerInput(
            option=self.cleaned_data.get("option"),
            amount=self.cleaned_data.get("amount"),
            note=self._sent("note"),
            evidence=self._sent("evidence"),
        )

    @property
    def faults(self) -> Faults:
        """What could not be read of the answer, in words."""
        choice = (*self._errors_of("option"), *self._errors_of("amount"))
        note, evidence = self._errors_of("note"), self._errors_of("evidence")
        found: Faults = {"choice": choice, "note": note, "evidence": evidence}
        return {field: faults for field, faults in found.items() if faults}

    @property
    def faults_of_estimate(self) -> tuple[str, ...]:
        """What could not be read of the estimator, each message after the name of its field."""
        return tuple(
            f"{self.fields[half].label}: {message}"
            for half in ("revenue", "costs")
            for message in self._errors_of(half)
        )

    def _errors_of(self, name: str) -> tuple[str, ...]:
        return tuple(map(str, self.errors.get(name, ())))

    @property
    def estimate(self) -> int | None:
        """The sum of the estimator, where either half was given and both can be read."""
        if self.faults_of_estimate:
            return None
        halves = [self.cleaned_data.get(half) for half in ("revenue", "costs")]
        return sum(filter(None, halves)) if halves != [None, None] else None

    @property
    def has_unused_estimate(self) -> bool:
        """Whether the estimator holds something that the amount is not the sum of."""
        typed = any(
            str(self.data.get(self.add_prefix(h), "")).strip() for h in ("revenue", "costs")
        )
        return typed and (self.estimate is None or self.estimate != self.cleaned_data.get("amount"))

    @property
    def waits_for_amount(self) -> bool:
        """Whether an amount was announced and not yet typed."""
        return (
            self.is_bound
            and self.data.get(self.add_prefix("option")) == TYPED
            and ("amount" not in self.errors and self.cleaned_data.get("amount") is None)
        )

    @property
    def chosen(self) -> str:
        """What to show as chosen."""
        return str(self["option"].value() or "")

    def again(self, item: Item, kept: Collection[Field], faults: Faults) -> QuestionForm:
        """The form to show after it was sent: as typed where that is not saved, which is `kept`,
        and otherwise as the answer is stored; fields with `faults` are marked as such."""
        fresh, data = QuestionForm(item, self.assessment), self.body.copy()
        names: dict[Field, tuple[str, ...]] = {
            "choice": ("option", "amount", "revenue", "costs"),
            "note": ("note",),
            "evidence": ("evidence",),
        }
        for field in set(names) - set(kept):
            for name in set(names[field]) & set(fresh.fields):
                data[self.add_prefix(name)] = fresh[name].value() or ""
        again = QuestionForm(item, self.assessment, data)
        for name in faults.keys() & again.fields.keys() - again.errors.keys():
            again.add_error(name, list(faults[name]))
        return again

    def _sent(self, name: str) -> Any:
        return self.cleaned_data.get(name) if self.add_prefix(name) in self.data else None

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = self.cleaned_data
        if "amount" in self.fields:
            option, amount = cleaned.get("option"), cleaned.get("amount")
            unreadable = "amount" in self.errors
            cleaned["option"], cleaned["amount"] = (
                (None, None) if unreadable else self._amount_or_band(option or "", amount)
            )
        return cleaned

    def _amount_or_band(self, option: str, amount: int | None) -> tuple[str | None, int | None]:
        """Which of the two was meant: without JavaScript typing an amount selects nothing, and
        picking a band leaves the old amount in its place."""
        if option == TYPED:
            return (None, None) if amount is None else ("", amount)
        if amount is None or self._was_shown(AnswerInput(amount=amount)):
            return option, None
        if option == "" or self._was_shown(AnswerInput(option=option)):
            return "", amount
        if band_of(Exposure(amount=amount), self.assessment.bands) == option:
            return "", amount
        if option == NO_EXPOSURE:
            message = _("You typed an amount and chose that there is none. Clear one of the two.")
        else:
            message = _(
                "The amount you typed is outside the band you chose. Clear the amount, or "
                "choose “I know an amount”."
            )
        self.add_error("amount", ValidationError(message))
        return None, None

    def _was_shown(self, given: AnswerInput) -> bool:
        return "choice" not in changed_fields(shown=self.posted_shown, given=given)
