"""What the tests of the questionnaire share: a sheet, and forms as its pages would send them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.test import Client
from django.urls import reverse

from assessments.answer_input import NOTHING_SHOWN, fingerprints
from assessments.models import Answer, Assessment
from tests import factories
from tests.views.words import without_terms


@dataclass
class SheetPages:
    """A sheet seen through a browser, by a member or under a guest's link."""

    client: Client
    assessment: Assessment
    token: str = ""
    typed: dict[str, Any] = field(default_factory=dict)

    def url(self, name: str, **kwargs: Any) -> str:
        if self.token:
            owner, namespace = {"token": self.token}, "guest"
        else:
            assert self.assessment.organisation
            owner, namespace = {"organisation": self.assessment.organisation.slug}, "sheet"
        keys = {**owner, "assessment": self.assessment.pk, **kwargs}
        return reverse(f"{namespace}:{name}", kwargs=keys)

    def get(self, name: str, query: str = "", **kwargs: Any) -> Any:
        return self.client.get(self.url(name, **kwargs) + query)

    def text(self, name: str, query: str = "", **kwargs: Any) -> str:
        return without_terms(self.get(name, query, **kwargs).content.decode())

    def body(self, question: str, **fields: Any) -> dict[str, Any]:
        """The question's part of a form that shows what is stored now, then those fields."""
        answer = self.stored(question)
        option = "" if answer is None else answer.option
        if answer and answer.amount is not None:
            option = "amount"
        values = {
            "shown": fingerprints(answer) if answer else NOTHING_SHOWN,
            "option": option,
            "amount": "" if answer is None or answer.amount is None else answer.amount,
            "note": answer.note if answer else "",
            "evidence": "\n".join(answer.evidence) if answer else "",
            **fields,
        }
        return {f"{question}-{name}": value for name, value in values.items()}

    def answer(
        self, question: str, /, extra: dict[str, str] | None = None, query: str = "", **fields: Any
    ) -> Any:
        """One question, as the script sends it."""
        data = self.body(question, **fields) | (extra or {})
        return self.client.post(self.url("answer", question=question) + query, data)

    def save(self, section: str, *bodies: dict[str, Any], query: str = "", **buttons: str) -> Any:
        """A page, as a browser without JavaScript sends it."""
        data = {name: value for body in bodies for name, value in body.items()} | buttons
        return self.client.post(self.url("section", section=section) + query, data)

    def stored(self, question: str) -> Any:
        """The answer in the database, None without one."""
        return Answer.objects.filter(sheet__assessment=self.assessment, question=question).first()


def members(client: Client, answers: Any = None) -> SheetPages:
    """The sheet of a service, seen by its owner."""
    cast = factories.cast()
    client.force_login(cast.owner)
    return SheetPages(client, factories.assessment(cast.service, answers))


def guests(client: Client, answers: Any = None, **fields: Any) -> SheetPages:
    """The sheet of a guest's check."""
    check = factories.guest_check(token="a-guest-token")
    return SheetPages(client, factories.assessment(check, answers, **fields), "a-guest-token")
