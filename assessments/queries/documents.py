"""A stored result as a document to take away: what its PDF and its Markdown are drawn from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from assessments.current import playbook
from assessments.models import Answer, Assessment, Decision, Result, User
from assessments.moments import DAY
from assessments.queries.covering_notes import fetch_covering_note
from assessments.queries.logos import drawn_logo
from assessments.queries.reports import EVERYTHING, Disclosure, fetch_report
from assessments.reports.document.blocks import Document
from assessments.reports.document.compose import compose
from assessments.reports.document.facts import NO_WORDS, Choice, Decided, Facts, OwnWords
from assessments.reports.pdf import PdfInput, prepare
from assessments.reports.report import Report


@dataclass(frozen=True)
class PreparedDocument:
    """A result with its report in words, and as the document that was chosen."""

    result: Result
    report: Report
    document: Document
    decided: Decided | None = None

    @cached_property
    def pdf(self) -> PdfInput:
        """What the PDF is drawn from."""
        return prepare(self.document, self.result.submitted_at)


def fetch_document(
    assessment: Assessment, choice: Choice, disclosed: Disclosure = EVERYTHING
) -> PreparedDocument | None:
    """The document of an assessment's result, None while it is open. Two queries where what the
    assessment belongs to is loaded, and one each where this process has not told the result
    before, for an organisation's guidance, which is in everything only, and for a covering note,
    which the decision sheet has none of."""
    related = ("submitted_by", "organisation__logo", "decision")
    results = Result.objects.select_related(*related).without_documents()
    result = results.filter(assessment=assessment).first()
    if result is None:
        return None
    result.assessment = assessment
    shown = replace(
        disclosed,
        notes=disclosed.notes and choice.notes,
        evidence=disclosed.evidence and choice.evidence,
        guidance=disclosed.guidance and choice.variant == "everything",
    )
    report = fetch_report(result, shown)
    with_words = choice.words and choice.variant != "sheet"
    words = _own_words(result, disclosed) if with_words else NO_WORDS
    facts = _facts(result, disclosed, words)
    return PreparedDocument(result, report, compose(report, facts, choice.variant), facts.decided)


def _own_words(result: Result, disclosed: Disclosure) -> OwnWords:
    note = fetch_covering_note(result, disclosed)
    if note is None:
        return NO_WORDS
    author = str(note.written_by or "")
    return OwnWords(author, note.covering, note.recommendations, is_draft=not note.is_shared)


def _facts(result: Result, disclosed: Disclosure, words: OwnWords) -> Facts:
    service = result.assessment.service
    owner = f"{service.organisation}, {service.team}" if service else _("Guest check")
    named = disclosed.people
    return Facts(
        owner=owner if named else _("Whoever was sent the read-only link"),
        scope=result.get_scope_display(),
        submitted_at=localtime(result.submitted_at),
        source=playbook().source,
        took_part=_who_answered(result.assessment) if named else (),
        submitted_by=str(result.submitted_by or "") if named else "",
        words=words,
        decided=_decided(result) if named else None,
        logo=drawn_logo(getattr(result.organisation, "logo", None)),
    )


def _decided(result: Result) -> Decided | None:
    decision: Decision | None = getattr(result, "decision", None)
    if decision is None:
        return None
    return Decided(
        title=decision.get_kind_display(),
        reason=decision.reason,
        would_change=decision.would_change,
        by=decision.deciders,
        on=date_format(localtime(decision.recorded_at), DAY),
        review_on=date_format(decision.review_on, DAY),
    )


def _who_answered(assessment: Assessment) -> tuple[str, ...]:
    """Everyone who saved an answer of the assessment, by name. One query."""
    saved = Answer.history.filter(sheet__assessment=assessment, carried_over=False)
    people = User.objects.filter(pk__in=saved.values("saved_by"))
    return tuple(str(person) for person in people.order_by("sort_key", "pk"))
