"""A decision as an architecture decision record in Markdown, for a team's repository."""

from __future__ import annotations

from collections.abc import Iterator

from assessments.reports.document.blocks import Document, Heading, Paragraph
from assessments.reports.document.facts import Decided
from assessments.reports.document.phrases import bullets, say, strong, words
from assessments.reports.markdown import to_markdown
from assessments.reports.report import Report


def record(report: Report, decided: Decided) -> str:
    """The decision with its context and consequences, in the order in which such records stand."""
    title = f"{report.service}: {decided.title}"
    return to_markdown(
        Document(
            title=title,
            description="",
            keywords=(),
            short_name=report.service,
            date=decided.on,
            footer="",
            size=10,
            blocks=(
                Heading(1, title),
                say(strong("Status: "), f"decided on {decided.on}, review on {decided.review_on}"),
                say(strong("Deciders: "), decided.by),
                Heading(2, "Context"),
                *_context(report),
                Heading(2, "Decision"),
                say(strong(f"{decided.title}. "), decided.reason),
                Heading(2, "Consequences"),
                *(
                    say(strong(f"{part.title or 'Cost'}: "), part.cost)
                    for part in report.recommendation.parts
                ),
                Heading(2, "What would change it"),
                bullets(
                    [
                        *([words(decided.would_change)] if decided.would_change else []),
                        *(words(flip) for flip in report.recommendation.flips),
                    ],
                    small=False,
                ),
            ),
        )
    )


def _context(report: Report) -> Iterator[Paragraph]:
    recommended = report.recommendation
    yield say(f"Recommended: {recommended.model_title}. {report.misfit.verdict}")
    for reason in recommended.reasons:
        if reason.decides:
            yield say(f"{reason.part}: {reason.text}" if reason.part else reason.text)
