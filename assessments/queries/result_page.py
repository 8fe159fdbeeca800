"""A submitted result as its pages need it."""

from __future__ import annotations

from dataclasses import dataclass

from assessments.models import Assessment, Decision, Result, Scope, User
from assessments.queries.reports import EVERYTHING, Disclosure, ToldReport, fetch_told
from assessments.reports.consequences import Consequence, consequences
from assessments.reports.report import AnswerSection, AnswerTold, PitfallTold, Report
from assessments.reports.risks import RisksThen, is_near, risks_by_when

AnswersLed = list[tuple[AnswerTold, tuple[Consequence, ...]]]
"""Answers, each with what it led to."""


@dataclass(frozen=True)
class ResultPage:
    """A result with its words, as far as it is `disclosed`."""

    result: Result
    told: ToldReport
    disclosed: Disclosure = EVERYTHING

    @property
    def report(self) -> Report:
        return self.told.report

    @property
    def risks(self) -> tuple[RisksThen, ...]:
        """The pitfalls at risk, by when they can happen."""
        return risks_by_when(self.report.pitfalls)

    @property
    def other_pitfalls(self) -> list[tuple[str, list[PitfallTold]]]:
        """The pitfalls that nothing sets off, by what is known of them."""
        found: dict[str, list[PitfallTold]] = {}
        for pitfall in self.report.pitfalls:
            if not is_near(pitfall):
                found.setdefault(pitfall.risk_title, []).append(pitfall)
        return list(found.items())

    @property
    def answers(self) -> list[tuple[AnswerSection, AnswersLed]]:
        """The sections that have answers, each answer with what it led to."""
        led = consequences(self.report)
        return [
            (section, [(answer, led.get(answer.question, ())) for answer in section.answers])
            for section in self.report.answers
            if section.answers
        ]

    @property
    def submitted_by(self) -> User | None:
        """Who submitted it, where the reader is to know."""
        return self.result.submitted_by if self.disclosed.people else None

    @property
    def decision(self) -> Decision | None:
        """What was decided on the ground of it, where the reader is to know."""
        found: Decision | None = getattr(self.result, "decision", None)
        return found if self.disclosed.people else None

    @property
    def is_quick(self) -> bool:
        return self.result.scope == Scope.QUICK

    @property
    def ends_without_scores(self) -> bool:
        """Whether this is a quick check as it is now; by rules 1 one had scores."""
        return self.is_quick and all(score.score is None for score in self.report.scores)

    @property
    def is_superseded(self) -> bool:
        """Whether the service has a later result."""
        service = self.result.assessment.service
        return service is not None and service.current_result_id not in (None, self.result.pk)


def fetch_result_page(
    assessment: Assessment, disclosed: Disclosure = EVERYTHING
) -> ResultPage | None:
    """What the pages of an assessment's result show, None while it is open. Two queries, one more
    where this process has not shown it before."""
    results = Result.objects.select_related("submitted_by", "decision")
    results = results.defer("document", "answers")
    result = next(iter(results.filter(assessment=assessment).order_by()[:1]), None)
    if result is None:
        return None
    result.assessment = assessment
    return ResultPage(result, fetch_told(result, disclosed), disclosed)
