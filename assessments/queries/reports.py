"""What a stored result says, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from assessments.current import playbook
from assessments.models import Result
from assessments.queries.content_versions import wording_of
from assessments.queries.guidance import fetch_own_guidance
from assessments.queries.results import recall
from assessments.reports.answer_snapshot import AnswerSnapshot
from assessments.reports.answer_snapshot import recall as recall_answers
from assessments.reports.builder import build_report
from assessments.reports.own_guidance import NO_GUIDANCE, OwnGuidance
from assessments.reports.report import Report

MOST_KEPT = 200
"""Reports that a process keeps in memory."""


@dataclass(frozen=True)
class Disclosure:
    """What is shown of a result beside its outcome: `people` are its organisation, its team and
    who submitted it; `guidance` the organisation's own, which names the organisation too; `words`
    a covering note with its author, `drafts` one that is not shared yet."""

    notes: bool = True
    evidence: bool = True
    guidance: bool = True
    people: bool = True
    words: bool = True
    drafts: bool = True

    def of(self, answers: Iterable[AnswerSnapshot]) -> tuple[AnswerSnapshot, ...]:
        """The answers as far as they are shown."""
        return tuple(
            replace(
                answer,
                note=answer.note if self.notes else "",
                evidence=answer.evidence if self.evidence else (),
            )
            for answer in answers
        )


EVERYTHING = Disclosure()
"""What is shown to those who may see the assessment."""


@dataclass(frozen=True)
class ToldReport:
    """A report, and a place for views to keep what they have drawn of it, by template."""

    report: Report
    drawn: dict[str, str] = field(default_factory=dict, compare=False)


def fetch_report(result: Result, disclosed: Disclosure = EVERYTHING) -> Report:
    """The report of a result, as `fetch_told` finds it."""
    return fetch_told(result, disclosed).report


def fetch_told(result: Result, disclosed: Disclosure = EVERYTHING) -> ToldReport:
    """The report of a result as it was frozen: nothing is scored again, and the bands are those
    of its day. Its organisation's guidance is today's. One query where the result's assessment
    and organisation are loaded, and another where this process has not told it before; none of
    them reads the documents of the `result` given."""
    own = NO_GUIDANCE
    if disclosed.guidance:
        own = fetch_own_guidance(result.assessment.organisation)
    return told(result.pk, disclosed, own)


@lru_cache(MOST_KEPT)
def told(result: int, disclosed: Disclosure, own: OwnGuidance) -> ToldReport:
    """The report of the result of that key, told once: whatever it is made of never changes."""
    frozen = (
        Result.objects.select_related("content_version")
        .defer("content_version__words")
        .get(pk=result)
    )
    report = build_report(
        playbook(),
        recall(frozen),
        disclosed.of(recall_answers(frozen.answers)),
        currency=frozen.currency,
        bands_on=tuple(band["band"] for band in frozen.inputs["bands"]),
        wording=wording_of(frozen.content_version),
        own=own,
    )
    return ToldReport(report)
