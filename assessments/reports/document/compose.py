"""A document of a report: one page to decide on, what the decision rests on, or all of it."""

from __future__ import annotations

from assessments.reports.document import answers, details, reasoning
from assessments.reports.document.blocks import Block, Contents, Document
from assessments.reports.document.facts import Facts, Variant
from assessments.reports.document.sheet import sheet
from assessments.reports.report import Report

_LONGEST_NAME_IN_MARGIN = 60

_SIZE: dict[Variant, float] = {"sheet": 10, "decision": 9, "everything": 10}
"""Points. A decision keeps to six pages."""


def compose(report: Report, facts: Facts, variant: Variant) -> Document:
    """The document. The decision sheet always comes first."""
    rest: tuple[Block, ...] = ()
    if variant == "decision":
        rest = _decision(report, facts)
    elif variant == "everything":
        rest = _everything(report, facts)
    title = "Decision sheet" if variant == "sheet" else "Operating model report"
    return Document(
        title=f"{title}: {report.service}",
        description=f"How {report.service} is best run, why, and what to do first.",
        keywords=(
            "operating model",
            report.recommendation.model_title,
            f"playbook {report.playbook_version}",
        ),
        short_name=_shortened(report.service.strip()),
        date=facts.date,
        footer=f"{title}, playbook {report.playbook_version}",
        size=_SIZE[variant],
        blocks=(*sheet(report, facts), *rest),
        logo=facts.logo,
    )


def _decision(report: Report, facts: Facts) -> tuple[Block, ...]:
    return (
        *reasoning.covering(facts.words),
        *reasoning.recommendations(facts.words),
        *_reasoning(report),
        *reasoning.scores(report),
        *reasoning.first_steps(report),
        *reasoning.risks(report),
        *answers.about(report, facts),
    )


def _everything(report: Report, facts: Facts) -> tuple[Block, ...]:
    return (
        Contents(),
        *reasoning.covering(facts.words),
        *reasoning.recommendations(facts.words),
        *_reasoning(report),
        *reasoning.own_models(report),
        *details.scores(report),
        *details.plan(report),
        *details.pitfalls(report),
        *details.drawbacks(report),
        *details.principles(report),
        *answers.answers(report),
        *answers.sources(report, facts),
    )


def _reasoning(report: Report) -> tuple[Block, ...]:
    return (
        *reasoning.why(report),
        *reasoning.against_today(report),
        *reasoning.changes_hands(report),
        *reasoning.advice(report),
    )


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME_IN_MARGIN else f"{name[:_LONGEST_NAME_IN_MARGIN]}…"
