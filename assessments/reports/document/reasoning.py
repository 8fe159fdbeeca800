"""What the decision rests on: the selector, reasons, cautions, today, the scores, the risks."""

from __future__ import annotations

from assessments.reports.document.blocks import (
    Bar,
    Block,
    Bullets,
    Callout,
    Heading,
    Kept,
    Own,
    Paragraph,
    Prose,
    Selector,
    Span,
    Table,
    Text,
    Tone,
)
from assessments.reports.document.facts import OwnWords
from assessments.reports.document.phrases import (
    OF_TARGET,
    answered,
    argument,
    bullets,
    faint,
    own,
    read_more,
    reasons,
    risk,
    say,
    strong,
    to,
    words,
)
from assessments.reports.document.sheet import at_risk
from assessments.reports.report import MisfitTold, PitfallTold, Report, StepTold, TargetToday

MOST_CAUSES = 3
"""Causes of a risk that are named here; all are where the pitfalls are told of in full."""

_MARKS = {"digital": "●", "foundational": "◆"}
_OTHER_CELLS = "The other cells show where services of other demand and exposure belong"


def covering(said: OwnWords) -> tuple[Block, ...]:
    """What the author says first, under their own name."""
    return _authored("Covering note", said, said.covering)


def recommendations(said: OwnWords) -> tuple[Block, ...]:
    """What the author recommends, under their own name."""
    return _authored("Recommendations", said, said.recommendations)


def _authored(title: str, said: OwnWords, markdown: str) -> tuple[Block, ...]:
    if not markdown:
        return ()
    whose = f"From {said.author}, not from the playbook" if said.author else "Not from the playbook"
    whose += ", a draft that may still change" if said.is_draft else ""
    return (Heading(1, title), Own(whose, ((Prose(markdown, quoted=False),),)))


def why(report: Report) -> tuple[Block, ...]:
    """Where it stands on the selector, and every reason and caution with its source."""
    decided = report.recommendation
    shown = _legend(report)
    blocks: list[Block] = [
        Heading(1, "The recommendation and its reasons"),
        Kept((Heading(2, "Where it stands on the selector"), Selector(decided.matrix, shown))),
        Heading(2, "Why"),
    ]
    deciding = [Paragraph(argument(one)) for one in decided.reasons if one.decides]
    others = [argument(one) for one in decided.reasons if not one.decides]
    blocks += [Callout(decided.model, (one,)) for one in deciding]
    blocks += [bullets(others, small=False)] if others else []
    if decided.cautions:
        blocks += [
            Heading(2, "Cautions"),
            say(
                "They change nothing in the recommendation: they are to be looked into.",
                sticky=True,
            ),
            bullets((argument(one) for one in decided.cautions), small=False),
        ]
    return tuple(blocks)


def _legend(report: Report) -> tuple[str, ...]:
    decided = report.recommendation
    marks = [f"{_MARKS[part.part]} {part.title or 'Its targets'}" for part in decided.parts]
    if decided.matrix.shows_today:
        marks.append("○ How often it is deployed today")
    return (*marks, _OTHER_CELLS)


def own_models(report: Report) -> tuple[Block, ...]:
    """What the organisation adds about the models recommended."""
    return tuple(
        block
        for one in report.models
        for block in (
            Heading(2, f"What {report.guidance_from} adds about {one.link.title}"),
            *own(report.guidance_from, one.guidance),
        )
    )


def against_today(report: Report) -> tuple[Block, ...]:
    """How it runs today against what it needs."""
    return (
        Heading(2, "How it runs today against what it needs"),
        say(report.misfit.verdict, sticky=True),
        Table(
            ("Measure", "Needed", "Today", "Target"),
            (0.9, 1.0, 1.0, 0),
            tuple(_today(target) for target in report.against_targets),
        ),
        *_typical(report.misfit),
    )


def changes_hands(report: Report) -> tuple[Block, ...]:
    """Who deploys, is called, pays and answers for it, today and then."""
    if not report.changes_hands:
        return ()
    rows = tuple(
        (
            words(f"{one.part}: {one.label}" if one.part else one.label),
            words(one.today, faint(f" (usual in {one.usual_in})" if one.usual_in else "")),
            words(one.then),
        )
        for one in report.changes_hands
    )
    return (
        Heading(2, "What changes hands"),
        Table(("What", "Today", "Then"), (0.9, 1.2, 1.0), rows),
    )


def _today(target: TargetToday) -> tuple[Text, ...]:
    tone: Tone = OF_TARGET[target.status]
    status = Span(target.status_title, tone=tone)
    return (words(target.label), words(target.target), words(target.today), words(status))


def _typical(misfit: MisfitTold) -> tuple[Block, ...]:
    return tuple(
        block
        for model, answers in misfit.answers.items()
        for block in (
            say(f"These answers are usual under {model}:", sticky=True),
            bullets(answered(answer) for answer in answers),
        )
    )


def scores(report: Report) -> tuple[Block, ...]:
    """The scores with a bar each, and how much was answered."""
    return (
        Heading(2, "Scores"),
        *(
            Kept(
                (
                    say(
                        strong(one.title),
                        ": ",
                        score_in_words(one.score, one.no_score),
                        ". ",
                        faint(f"{one.basis}."),
                    ),
                    Bar(one.score),
                )
            )
            for one in report.scores
        ),
    )


def score_in_words(score: int | None, no_score: str) -> str:
    """A score, or why there is none."""
    return no_score if score is None else f"{score} of 100"


def first_steps(report: Report) -> tuple[Block, ...]:
    """What to start with: what each step is and what calls for it. How to start is on the sheet."""
    if not report.first_steps:
        return ()
    items = tuple(_step(step) for step in report.first_steps)
    return (Heading(1, "The first steps"), Bullets(items, numbered=True))


def _step(step: StepTold) -> tuple[Block, ...]:
    practice = step.practice
    called = practice.called_for_by
    return (
        say(
            strong(f"{practice.link.title}. "),
            f"{practice.summary} ",
            read_more(practice.link.page),
        ),
        *((bullets(answered(one) for one in called),) if called else ()),
    )


def risks(report: Report) -> tuple[Block, ...]:
    """What can happen today apart from what waits, each with its first causes."""
    now, waiting = at_risk(report)
    blocks: list[Block] = [Heading(1, "Risks")]
    if not (now or waiting or report.drawbacks):
        blocks.append(say("No risk is known to be near."))
    for title, pitfalls in (("Now", now), ("Waiting", waiting)):
        if pitfalls:
            blocks += [Heading(2, title), Bullets(tuple(_risk(one) for one in pitfalls))]
    if report.drawbacks:
        blocks += [
            Heading(2, "Drawbacks of Ops Run It that answers point at"),
            bullets(words(to(one.link), f": {one.summary}") for one in report.drawbacks),
        ]
    return tuple(blocks)


def _risk(pitfall: PitfallTold) -> tuple[Block, ...]:
    when = (f" {pitfall.when_title}.",) if pitfall.when_title else ()
    more = len(pitfall.because) - MOST_CAUSES
    left_out = (say(faint(f"and {more} more."), small=True),) if more > 0 else ()
    return (
        Paragraph(words(*risk(pitfall), *when, f" {pitfall.summary}")),
        *reasons(pitfall.because[:MOST_CAUSES]),
        *left_out,
    )


def advice(report: Report) -> tuple[Block, ...]:
    """What nothing else says."""
    if not report.advice:
        return ()
    return (Heading(2, "Advice"), bullets((words(one) for one in report.advice), small=False))
