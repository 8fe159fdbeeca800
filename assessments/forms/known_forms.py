"""Which fields each form of the site has, by its address: what of a body is worth keeping.

Passwords and codes are in none of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.translation import gettext_lazy

from assessments.current import playbook
from assessments.forms import (
    catalogue,
    cover,
    covering_notes,
    decisions,
    deletion,
    downloads,
    guests,
    guidance,
    mails,
    organisations,
    people,
    reports,
    rounds,
    scenarios,
    service_table,
    shared_links,
)
from assessments.forms.form_key import FORM_KEY
from assessments.forms.questions import QuestionForm

FORMS: dict[str, type[forms.Form | forms.ModelForm]] = {
    "bands": organisations.BandsForm,
    "check-claim": organisations.ClaimForm,
    "check-start": guests.CheckForm,
    "cover": cover.CoverForm,
    "domain": organisations.DomainForm,
    "domains": organisations.DomainForm,
    "decision": decisions.DecisionForm,
    "downloads-reports": reports.ReportForm,
    "downloads-workbook": downloads.WorkbookForm,
    "guest:report": reports.ReportForm,
    "guest:note": covering_notes.CoveringNoteForm,
    "guest:share": shared_links.SharedLinkForm,
    "guidance-change": guidance.GuidanceForm,
    "guidance-new": guidance.GuidanceForm,
    "invitations": people.InvitationForm,
    "mails": mails.MailsForm,
    "mails-by-link": mails.MailsForm,
    "organisation-delete": deletion.DeleteForm,
    "organisation-edit": organisations.OrganisationForm,
    "person": people.PersonForm,
    "person-remove": people.RemovalForm,
    "sheet:report": reports.ReportForm,
    "sheet:note": covering_notes.CoveringNoteForm,
    "sheet:share": shared_links.SharedLinkForm,
    "round-new": rounds.RoundForm,
    "scenario-edit": scenarios.ScenarioForm,
    "scenario-new": scenarios.ScenarioForm,
    "services-import": service_table.ServiceTableForm,
    "services-move": catalogue.MoveForm,
    "service-delete": deletion.DeleteForm,
    "service-edit": catalogue.ServiceForm,
    "service-new": catalogue.ServiceForm,
    "service-paste": catalogue.PasteForm,
    "start": organisations.StartForm,
    "team": organisations.TeamForm,
    "teams": organisations.TeamForm,
}
"""The form of each page that has one."""

CONFIRMATIONS = frozenset(
    {
        "domain-delete",
        "guest:discard",
        "guest:review",
        "guidance-delete",
        "join",
        "organisation-logo",  # a file, which is kept over no log-in
        "round-delete",
        "scenario-delete",
        "service-archive",
        "sheet:discard",
        "sheet:review",
        "team-delete",
    }
)
"""Pages with a button and nothing to type."""

A_FIELD_EACH: dict[str, tuple[str, ...]] = {
    "scenario-edit": ("model-", "band-"),
    "scenario-new": ("model-", "band-"),
}
"""How the fields of forms begin that have some for each of many services."""

SECTIONS = frozenset({"sheet:section", "guest:section"})
"""Pages of the questionnaire."""

PRESSES = frozenset(
    {
        "download-delete",
        "downloads-estate",
        "guest:continue",
        "guest:note-share",
        "guest:share-revoke",
        "invitation-withdraw",
        "logo-remove",
        "service-assess",
        "service-restore",
        "shared-link-revoke",
        "sheet:continue",
        "sheet:note-share",
        "sheet:share-revoke",
    }
)
"""Addresses of buttons that stand on other pages."""

AGAIN = frozenset({"guest:report", "sheet:report"})
"""Where pressing twice does the same twice, and no harm."""

KEYED = frozenset({*FORMS, *CONFIRMATIONS, *PRESSES}) - AGAIN
"""Where the forms have a one-time key."""

ACCOUNT_FIELDS = {
    "account_email": ("email", "action_add", "action_primary", "action_remove", "action_send"),
    "account_login": ("login", "remember", "next"),
    "account_request_login_code": ("email", "next"),
    "account_reset_password": ("email",),
    "account_signup": ("name", "email", "next"),
}
"""allauth's, less what is secret."""

BUTTONS = ("shown", "scope", "preview", "change", "confirmed", "markdown")
SECTION_BUTTONS = ("go", "confirm", "clear", "estimate", "settle", "arrangement")
AMOUNTS: dict[str, Any] = {
    "amount": gettext_lazy("Amount an hour"),
    "revenue": gettext_lazy("Income lost in an hour"),
    "costs": gettext_lazy("Costs caused in an hour"),
}
"""What a question about money has beside the fields of any question."""


@dataclass(frozen=True)
class SentField:
    """A field as it was sent. `label` is for what people type, and empty for anything else."""

    name: str
    value: str
    label: str = ""


def view_name(request: HttpRequest) -> str:
    """The name of the address, wherever in the handling of a request one is."""
    try:
        return (request.resolver_match or resolve(request.path_info)).view_name
    except Resolver404:
        return ""


def is_known(request: HttpRequest) -> bool:
    """Whether a form of ours is sent to this address."""
    name = view_name(request)
    return name in {*KEYED, *AGAIN, *SECTIONS, *ACCOUNT_FIELDS}


def known_fields(request: HttpRequest) -> list[SentField]:
    """What was sent of the fields that the form at this address has."""
    body, labels = request.POST, dict(_labels(view_name(request)))
    more = A_FIELD_EACH.get(view_name(request), ())
    return [
        SentField(name, value, labels.get(name, ""))
        for name in body
        if name in labels or name.startswith(more)
        for value in body.getlist(name)
    ]


def _labels(name: str) -> Iterator[tuple[str, str]]:
    """The form's fields, each with the words that tell people which it is."""
    if name in FORMS:
        yield from _of_form(FORMS[name].base_fields)
    if name in SECTIONS:
        yield from _of_section()
    if name in KEYED | AGAIN:
        yield from ((each, "") for each in (*BUTTONS, FORM_KEY))
    yield from ((each, "") for each in ACCOUNT_FIELDS.get(name, ()))


def _of_form(fields: dict[str, forms.Field]) -> Iterator[tuple[str, str]]:
    for name, field in fields.items():
        is_typed = isinstance(field.widget, (forms.TextInput, forms.Textarea))
        yield name, str(field.label or name) if is_typed else ""


def _of_section() -> Iterator[tuple[str, str]]:
    yield from ((each, "") for each in SECTION_BUTTONS)
    labels = dict(_of_form(QuestionForm.base_fields)) | {"option": ""}
    for slug, question in playbook().questions.items():
        for name, label in (labels | AMOUNTS).items():
            yield f"{slug}-{name}", f"{question.text} ({label})" if label else ""
