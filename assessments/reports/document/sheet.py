"""The decision sheet: what a room needs to decide, on one page, with lines for what it decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assessments.reports import result_labels
from assessments.reports.document.blocks import (
    Blanks,
    Block,
    Bullets,
    Callout,
    Heading,
    OnePage,
    Paragraph,
    Span,
    Table,
    Text,
)
from assessments.reports.document.facts import Decided, Facts
from assessments.reports.document.phrases import bullets, faint, risk, say, strong, to, words
from assessments.reports.report import AnswerTold, PartTold, PitfallTold, Report
from assessments.reports.wording_lookup import UNANSWERED

MOST_NAMED = 6
"""People named as taking part; the rest are counted."""

MOST_RISKS = 3
"""Risks named now, and as many waiting; the rest are counted."""

_RESTS_ON = {
    "exposure": "financial exposure",
    "feature-demand": "demand for features",
    "foundational-exposure": "foundational exposure",
    "foundational-demand": "foundational demand",
}

_DECIDED = ("Decision", "Name", "Date", "Review on")


def sheet(report: Report, facts: Facts) -> tuple[Block, ...]:
    """One page; a second where two parts come out under different models."""
    first = OnePage(
        (
            *_head(report, facts),
            _model(report),
            *_targets(report),
            *_caution(report),
            *_steps(report),
            *_risks(report),
            Heading(2, "What would change the verdict"),
            bullets((words(flip) for flip in report.recommendation.flips), small=False),
            Heading(2, "What was decided"),
            *_decided(facts.decided),
        )
    )
    if report.recommendation.boundary is None:
        return (first,)
    return (first, OnePage(_parts(report)))


def _decided(decided: Decided | None) -> tuple[Block, ...]:
    """What was decided, or lines to write it on."""
    if decided is None:
        return (Blanks(_DECIDED),)
    told = [say(strong(f"{decided.title}. "), decided.reason)]
    if decided.would_change:
        told.append(say(strong("What would change it: "), decided.would_change))
    by = f"By {decided.by}, on {decided.on}. To be looked at again on {decided.review_on}."
    return (*told, say(by, small=True))


def _head(report: Report, facts: Facts) -> tuple[Block, ...]:
    submitted = f"Submitted on {facts.date}"
    if facts.submitted_by:
        submitted += f" by {facts.submitted_by}"
    lines: list[Block] = [
        Heading(1, f"Decision sheet: {report.service}"),
        say(f"{facts.owner}. {submitted}. {facts.scope}: {report.basis}.", small=True),
    ]
    if facts.took_part:
        lines.append(say(f"Took part: {named(facts.took_part)}.", small=True))
    if report.carried_over:
        lines.append(
            say(
                f"{report.carried_over} of the answers were given before and not confirmed since.",
                small=True,
            )
        )
    return tuple(lines)


def named(people: Sequence[str]) -> str:
    """The people in a line, as many as there is room for."""
    more = len(people) - MOST_NAMED
    said = ", ".join(people[:MOST_NAMED])
    return f"{said} and {more} more" if more > 0 else said


def _model(report: Report) -> Callout:
    decided = report.recommendation
    deciding = [reason for reason in decided.reasons if reason.decides]
    why = " ".join(f"{one.part}: {one.text}" if one.part else one.text for one in deciding)
    return Callout(
        decided.model,
        (
            say(f"{decided.headline} {report.misfit.verdict}"),
            say(strong("Why: "), why),
            say(strong("It rests on: "), f"{_rests_on(report)}."),
        ),
        title=decided.model_title,
    )


def _rests_on(report: Report) -> str:
    """What was answered to the questions that pick the targets, in a few words each."""
    given = {answer.question: answer for section in report.answers for answer in section.answers}
    return "; ".join(
        f"{name}: {_in_short(given[slug])}"
        for slug, name in _RESTS_ON.items()
        if slug in given and given[slug].option_text != UNANSWERED
    )


def _in_short(answer: AnswerTold) -> str:
    names: Mapping[Any, str] = {**result_labels.BANDS, **result_labels.DEMANDS}
    return names.get(answer.option, answer.option_text).lower()


def _targets(report: Report) -> tuple[Block, ...]:
    parts = report.recommendation.parts
    if len(parts) == 1:
        return (
            Heading(2, "Targets, and what they accept losing"),
            part_targets(parts[0]),
            *unattended(parts[0]),
            say(strong("What it costs. "), parts[0].cost),
            *today(report),
        )
    rows: list[tuple[Text, ...]] = [
        (words("Model"), *(words(strong(part.model_title)) for part in parts))
    ]
    most = max(len(part.targets) for part in parts)
    for place in range(most):
        cells = [part.targets[place] if place < len(part.targets) else None for part in parts]
        label = next(cell.label for cell in cells if cell)
        rows.append(
            (words(label), *(words(strong(cell.value) if cell else "none") for cell in cells))
        )
    head = ("Target", *(part.title or "" for part in parts))
    return (
        Heading(2, "Targets"),
        Table(head, (0.8, *(1.0 for _ in parts)), tuple(rows)),
        *(block for part in parts for block in _accepted(part)),
        *today(report),
    )


def _accepted(part: PartTold) -> tuple[Block, ...]:
    title = f"{part.title}. " if part.title else ""
    said = " ".join(filter(None, [part.targets[0].meaning, part.unattended, part.cost]))
    return (say(strong(title), said, small=True),)


def part_targets(part: PartTold) -> Table:
    """The targets of one part, with what each means."""
    return Table(
        ("Target", "Aim for", "What it means"),
        (0.75, 0.8, 1.7),
        tuple(
            (words(target.label), words(strong(target.value)), words(target.meaning))
            for target in part.targets
        ),
    )


def unattended(part: PartTold) -> tuple[Block, ...]:
    """What nights and weekends without cover can lose, where that is known."""
    return (say(part.unattended),) if part.unattended else ()


def today(report: Report) -> tuple[Block, ...]:
    """In a line, how it does against each target."""
    said = "; ".join(
        f"{one.label.lower()} {one.status_title.lower()}"
        + (f" ({one.today})" if one.today and one.status != "unknown" else "")
        for one in report.against_targets
    )
    return (say(strong("Today: "), f"{said}."),)


def _caution(report: Report) -> tuple[Block, ...]:
    found = report.recommendation.gravest
    if found is None:
        return ()
    part = f"{found.part}: " if found.part else ""
    others = len(report.recommendation.cautions) - 1
    more = (faint(f" ({others} more)"),) if others else ()
    return (Callout("warn", (say(strong("Gravest caution. "), f"{part}{found.text}", *more),)),)


def _steps(report: Report) -> tuple[Block, ...]:
    head = Heading(2, "What to start with")
    if not report.first_steps:
        said = report.no_first_step or "No practice is known to be missing."
        return (head, say(said), *(say(one) for one in report.unexplained))
    items = tuple(
        (
            Paragraph((to(step.practice.link), *_because(step.because))),
            say(strong("How to start: "), step.practice.start),
        )
        for step in report.first_steps
    )
    return (head, Bullets(items, numbered=True), *(say(one) for one in report.unexplained))


def _because(because: Sequence[str]) -> Text:
    return words(faint(f": {'; '.join(because)}")) if because else ()


def at_risk(report: Report) -> tuple[list[PitfallTold], list[PitfallTold]]:
    """The pitfalls at high or some risk: those that can happen today, and those that wait. By
    rules 1 it was not known when one can happen; they count as today's."""
    near = [pitfall for pitfall in report.pitfalls if pitfall.risk in ("high", "some")]
    now = [pitfall for pitfall in near if pitfall.when in ("now", None)]
    return now, [pitfall for pitfall in near if pitfall not in now]


def _risks(report: Report) -> tuple[Block, ...]:
    now, waiting = at_risk(report)
    lines: list[Text] = [
        *_some([risk(pitfall) for pitfall in now], "Now: "),
        *_some(
            [words(to(drawback.link)) for drawback in report.drawbacks],
            "Drawbacks of Ops Run It, now: ",
        ),
        *(
            line
            for when in dict.fromkeys(one.when_title for one in waiting)
            for line in _some([risk(o) for o in waiting if o.when_title == when], f"{when}: ")
        ),
    ]
    if not lines:
        open_ = sum(pitfall.risk == "unknown" for pitfall in report.pitfalls)
        known = f"; {open_} cannot be judged yet" if open_ else ""
        lines = [words(f"No risk is known to be near{known}.")]
    return (Heading(2, "Risks"), bullets(lines, small=False))


def _some(risks: Sequence[Text], head: str) -> list[Text]:
    """The nearest in one line, the rest counted."""
    if not risks:
        return []
    line: list[str | Span] = [strong(head)]
    for place, one in enumerate(risks[:MOST_RISKS]):
        line += ["; "] if place else []
        line += list(one)
    if len(risks) > MOST_RISKS:
        line.append(faint(f" and {len(risks) - MOST_RISKS} more"))
    return [words(*line)]


def _parts(report: Report) -> tuple[Block, ...]:
    """The second page of a hybrid: who runs which part, and where the boundary lies."""
    decided = report.recommendation
    blocks: list[Block] = [
        Heading(1, "The two parts"),
        Callout("hybrid", (say(decided.boundary or ""),)),
    ]
    for part in decided.parts:
        blocks += [
            Heading(2, f"{part.title}: {part.model_title}"),
            part_targets(part),
            *unattended(part),
            say(strong("What it costs. "), part.cost),
        ]
    return tuple(blocks)
