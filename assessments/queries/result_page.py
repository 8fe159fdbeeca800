"""A submitted result as its page needs it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from assessments.models import Assessment, Result, Scope, User
from assessments.playbook.entries import EntryKind
from assessments.queries.reports import EVERYTHING, Disclosure, fetch_report
from assessments.reports.report import Report


@dataclass(frozen=True)
class ResultPage:
    """A result with its words, as far as it is `disclosed`. `anchors` are the entries that the
    page itself tells of, so that an answer can point there."""

    result: Result
    report: Report
    disclosed: Disclosure = EVERYTHING

    @cached_property
    def anchors(self) -> frozenset[tuple[EntryKind, str]]:
        practices = [
            practice.link
            for phase in self.report.plan
            for practice in (*phase.adopt, *phase.settle, *phase.keep, *phase.aside)
        ]
        report = self.report
        links = [
            *practices,
            *(pitfall.link for pitfall in report.pitfalls),
            *(drawback.link for drawback in report.drawbacks),
            *(principle.link for principle in report.principles),
        ]
        return frozenset((link.kind, link.slug) for link in links)

    @property
    def thin_scores(self) -> frozenset[str]:
        """The dimensions of which less than half of what was asked is answered."""
        scores = self.result.document["scores"]
        return frozenset(
            slug for slug, score in scores.items() if score["answered"] * 2 < score["asked"]
        )

    @property
    def submitted_by(self) -> User | None:
        """Who submitted it, where the reader is to know."""
        return self.result.submitted_by if self.disclosed.people else None

    @property
    def is_quick(self) -> bool:
        return self.result.scope == Scope.QUICK

    @property
    def ends_without_scores(self) -> bool:
        """Whether this is a quick check as it is now; by rules 1 one had scores."""
        scores = self.result.document["scores"].values()
        return self.is_quick and all(score["score"] is None for score in scores)

    @property
    def is_superseded(self) -> bool:
        """Whether the service has a later result."""
        service = self.result.assessment.service
        return service is not None and service.current_result_id not in (None, self.result.pk)


def fetch_result_page(
    assessment: Assessment, disclosed: Disclosure = EVERYTHING
) -> ResultPage | None:
    """The page of an assessment's result, None while it is open. Two queries."""
    results = Result.objects.select_related("submitted_by", "content_version")
    result = results.filter(assessment=assessment).first()
    if result is None:
        return None
    result.assessment = assessment
    return ResultPage(result, fetch_report(result, disclosed), disclosed)
