"""What a stored result says, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assessments.current import playbook
from assessments.models import Result
from assessments.queries.content_versions import wording_of
from assessments.queries.guidance import fetch_own_guidance
from assessments.queries.results import recall
from assessments.reports.answer_snapshot import AnswerSnapshot
from assessments.reports.answer_snapshot import recall as recall_answers
from assessments.reports.builder import build_report
from assessments.reports.own_guidance import NO_GUIDANCE
from assessments.reports.report import Report


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


def fetch_report(result: Result, disclosed: Disclosure = EVERYTHING) -> Report:
    """The report of a result as it was frozen: nothing is scored again, and the bands are those
    of its day. Its organisation's guidance is today's. One query where the result's assessment
    and organisation are loaded."""
    return build_report(
        playbook(),
        recall(result),
        disclosed.of(recall_answers(result.answers)),
        currency=result.currency,
        bands_on=tuple(band["band"] for band in result.inputs["bands"]),
        wording=wording_of(result.content_version),
        own=fetch_own_guidance(result.assessment.organisation)
        if disclosed.guidance
        else NO_GUIDANCE,
    )
