"""Whole reports to test with, made as a submitted assessment makes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from assessments.playbook.loading import load
from assessments.playbook.playbook import Playbook
from assessments.playbook.questions import ProfileQuestion, Question
from assessments.reports.answer_snapshot import AnswerSnapshot
from assessments.reports.builder import build_report
from assessments.reports.document.blocks import Document
from assessments.reports.document.compose import compose
from assessments.reports.document.facts import Facts, Variant
from assessments.reports.own_guidance import NO_GUIDANCE, OwnGuidance
from assessments.reports.pdf import PdfInput, prepare
from assessments.reports.report import Report
from assessments.scoring.assess import assess
from assessments.scoring.reading import read
from assessments.scoring.result import Result

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)

BEDROOM: Mapping[str, Any] = {
    "composition": "digital",
    "exposure": {"amount": 200_000},
    "feature-demand": "very-high",
    "present-model": "ops-run-it",
}
"""A digital service, best run by its team at 99.0% and daily; today operations runs it."""

ECOMMERCE: Mapping[str, Any] = {
    "composition": "foundational",
    "exposure": {"amount": 810_000},
    "feature-demand": "low",
    "present-model": "ops-run-it",
}
"""A foundational system, best run by operations at 99.9% and monthly, as it is today."""

BOTH: Mapping[str, Any] = {
    "composition": "both",
    "exposure": {"amount": 200_000},
    "feature-demand": "very-high",
    "foundational-demand": "low",
    "present-model": "hybrid",
}
"""A service of two parts with one exposure, which come out under different models."""

Given = str | Mapping[str, Any]
"""A scored answer: an option, or an option with `note` and `evidence`."""


@cache
def playbook() -> Playbook:
    return load()


def options(position: int) -> dict[str, Given]:
    """The option at that position of every scored question, or its last one."""
    return {
        slug: question.options[min(position, len(question.options) - 1)].slug
        for slug, question in playbook().scored_questions.items()
    }


def outcome(
    profile: Mapping[str, Any] = BEDROOM,
    answers: Mapping[str, Given] | None = None,
    *,
    service: str = "Bedroom",
    bands: Iterable[Mapping[str, Any]] | None = None,
) -> Result:
    """What the scoring core makes of those answers."""
    document: dict[str, Any] = {"service": service, "profile": profile, "answers": answers or {}}
    if bands is not None:
        document["bands"] = list(bands)
    return assess(playbook(), read(playbook(), document))


def recorded(
    profile: Mapping[str, Any] = BEDROOM,
    answers: Mapping[str, Given] | None = None,
    **changes: Mapping[str, Any],
) -> tuple[AnswerSnapshot, ...]:
    """Every question with its answer; `changes` are fields by question, `_` for `-`."""
    given = {**profile, **(answers or {})}
    fields = {slug.replace("_", "-"): change for slug, change in changes.items()}
    return tuple(
        _record(question, given.get(slug), fields.get(slug, {}))
        for slug, question in playbook().questions.items()
    )


def _record(question: Question, given: Any, changes: Mapping[str, Any]) -> AnswerSnapshot:
    answer = given if isinstance(given, Mapping) else {"option": given or ""}
    slug = answer.get("option") or answer.get("band") or ""
    chosen = question.option(slug)
    fields = {
        "question": question.slug,
        "section": question.section,
        "text": question.text,
        "option": slug,
        "option_text": chosen.text if chosen else "",
        "amount": answer.get("amount") if isinstance(question, ProfileQuestion) else None,
        "note": answer.get("note", ""),
        "evidence": tuple(answer.get("evidence", ())),
        "carried_over": False,
    }
    return AnswerSnapshot(**{**fields, **changes})


def report(
    profile: Mapping[str, Any] = BEDROOM,
    answers: Mapping[str, Given] | None = None,
    *,
    service: str = "Bedroom",
    bands: Iterable[Mapping[str, Any]] | None = None,
    currency: str = "GBP",
    own: OwnGuidance = NO_GUIDANCE,
    **changes: Mapping[str, Any],
) -> Report:
    """The report of those answers."""
    on: dict[str, Any] = {} if bands is None else {"bands_on": [band["band"] for band in bands]}
    return build_report(
        playbook(),
        outcome(profile, answers, service=service, bands=bands),
        recorded(profile, answers, **changes),
        currency=currency,
        own=own,
        **on,
    )


def facts(**changes: Any) -> Facts:
    """The cover of a report by the team Rooms."""
    known = {
        "owner": "Acme, team Rooms",
        "scope": "Full questionnaire",
        "submitted_at": AT,
        "source": playbook().source,
    }
    return Facts(**{**known, **changes})


def document(
    told: Report, variant: Variant = "everything", *, cover: Facts | None = None
) -> Document:
    """The document of a report."""
    return compose(told, cover or facts(), variant)


def pdf_input(
    told: Report, variant: Variant = "everything", *, cover: Facts | None = None
) -> PdfInput:
    """What its PDF is drawn from."""
    return prepare(document(told, variant, cover=cover), (cover or facts()).submitted_at)
