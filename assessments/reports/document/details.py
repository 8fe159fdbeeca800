"""The whole result: what made the scores, the plan, pitfalls, drawbacks and principles."""

from __future__ import annotations

from collections.abc import Sequence

from assessments.reports.document.blocks import (
    Bar,
    Block,
    Bullets,
    Heading,
    Paragraph,
    Span,
    Table,
)
from assessments.reports.document.phrases import (
    OF_RISK,
    OF_STATUS,
    answered,
    bullets,
    faint,
    joined,
    own,
    place,
    place_name,
    read_more,
    reasons,
    say,
    strong,
    words,
)
from assessments.reports.document.reasoning import score_in_words
from assessments.reports.report import (
    AnswerTold,
    Contribution,
    DrawbackTold,
    PitfallTold,
    PracticeTold,
    Report,
    ScoreTold,
)


def scores(report: Report) -> tuple[Block, ...]:
    """How each score was reached."""
    return (
        Heading(1, "The scores and how they were reached"),
        say(
            "A score is what the answers brought of what they could have brought, out of 100. A "
            "question without an answer, or that does not apply, is left out and never counts as "
            "nought."
        ),
        *(block for score in report.scores for block in _score(score)),
    )


def _score(score: ScoreTold) -> tuple[Block, ...]:
    blocks: list[Block] = [
        Heading(2, f"{score.title}: {score_in_words(score.score, score.no_score)}"),
        Bar(score.score),
        say(faint(f"{score.basis}."), sticky=True),
    ]
    if score.contributions:
        rows = tuple((answered(one.answer), words(_points(one))) for one in score.contributions)
        blocks.append(Table(("Question and answer", "Points"), (1, 0), rows, whole=False))
    if score.not_counted:
        blocks += [
            say(strong("Not counted"), small=True, sticky=True),
            bullets(words(one.text, " ", faint(f"{one.reason}.")) for one in score.not_counted),
        ]
    return tuple(blocks)


def _points(one: Contribution) -> str:
    counted = f", counted {one.weight} times" if one.weight > 1 else ""
    return f"{one.points} of {one.of}{counted}"


def plan(report: Report) -> tuple[Block, ...]:
    """Every practice, phase by phase."""
    whose = report.guidance_from
    blocks: list[Block] = [
        Heading(1, "The practices as a plan"),
        say(
            "The playbook's order of adoption, phase by phase; within a phase the lower steps come "
            "first and equal steps go side by side. It is a rule of thumb, not a recipe."
        ),
    ]
    for phase in report.plan:
        blocks.append(Heading(2, f"Phase {phase.number}: {phase.title}"))
        if not phase.adopt:
            blocks.append(say("No practice of this phase is known to be missing."))
        for one in phase.adopt:
            blocks += _practice(one, whose)
        blocks += [
            *_brief("Not known yet: answer what they rest on first", phase.settle, whose),
            *_brief("In place: keep them up", phase.keep, whose),
            *_brief("Does not apply here", phase.aside, ""),
        ]
    return tuple(blocks)


def _practice(one: PracticeTold, whose: str) -> tuple[Block, ...]:
    status = Span(one.status_title, tone=OF_STATUS[one.status])
    sides: tuple[Block, ...] = (
        _side("Shown in part by", one.shown_by)
        if one.called_for_by == one.shown_by
        else (*_side("Called for by", one.called_for_by), *_side("Shown by", one.shown_by))
    )
    return (
        Heading(3, f"Step {one.step}: {one.link.title}", place_name("practice", one.link.slug)),
        say(status, " ", faint(one.basis), sticky=True),
        say(f"{one.summary} ", read_more(one.link.page)),
        *sides,
        *own(whose, one.guidance),
    )


def _side(title: str, answers: Sequence[AnswerTold]) -> tuple[Block, ...]:
    if not answers:
        return ()
    return (
        say(strong(title), small=True, sticky=True),
        bullets(answered(answer) for answer in answers),
    )


def _brief(
    title: str, entries: Sequence[PracticeTold | PitfallTold], whose: str
) -> tuple[Block, ...]:
    """Entries that need no more than a line each, and what the organisation adds to them."""
    if not entries:
        return ()
    items = tuple(
        (Paragraph((place(one.link),), small=True), *(own(whose, one.guidance) if whose else ()))
        for one in entries
    )
    return (say(strong(title), small=True, sticky=True), Bullets(items, small=True))


def pitfalls(report: Report) -> tuple[Block, ...]:
    """Every pitfall, the nearest first."""
    whose = report.guidance_from

    def of(*risks: str) -> list[PitfallTold]:
        return [pitfall for pitfall in report.pitfalls if pitfall.risk in risks]

    return (
        Heading(1, "Pitfalls"),
        say(
            "What commonly goes wrong when a product team runs its own service, the nearest first. "
            "One clear cause makes a risk high, and so do two hints.",
            sticky=True,
        ),
        *(block for one in of("high", "some") for block in _pitfall(one, whose)),
        *_brief("Not known yet", of("unknown"), whose),
        *_brief("No sign of them", of("none"), whose),
        *_brief("Do not apply here", of("does-not-apply"), ""),
    )


def _pitfall(one: PitfallTold, whose: str) -> tuple[Block, ...]:
    when = (f" {one.when_title}",) if one.when_title else ()
    return (
        Heading(2, one.link.title, place_name("pitfall", one.link.slug)),
        say(Span(one.risk_title, tone=OF_RISK[one.risk]), *when, sticky=True),
        say(f"{one.summary} ", read_more(one.link.page)),
        *reasons(one.because),
        *own(whose, one.guidance),
    )


def drawbacks(report: Report) -> tuple[Block, ...]:
    """The drawbacks of Ops Run It that answers point at."""
    if not report.drawbacks:
        return ()
    return (
        Heading(1, "Drawbacks of Ops Run It"),
        say(
            "They were observed on digital services. For a foundational system they may be "
            "outweighed by what Ops Run It saves: low cost of setting up and running, outsourcing, "
            "clear governance.",
            sticky=True,
        ),
        *(block for one in report.drawbacks for block in _drawback(one, report.guidance_from)),
    )


def _drawback(one: DrawbackTold, whose: str) -> tuple[Block, ...]:
    return (
        Heading(2, one.link.title, place_name("drawback", one.link.slug)),
        say(f"{one.summary} ", read_more(one.link.page)),
        say(strong("What counters it. "), one.counter),
        say(strong("At what price. "), one.price),
        *reasons(one.because),
        *own(whose, one.guidance),
    )


def principles(report: Report) -> tuple[Block, ...]:
    """The principles at stake in some answers."""
    if not report.principles:
        return ()
    blocks: list[Block] = [Heading(1, "Principles in play")]
    for one in report.principles:
        at_stake = [
            Span(cause.answer.text, anchor=f"answer-{cause.answer.question}")
            for cause in one.because
            if cause.answer
        ]
        blocks += [
            Heading(2, one.link.title, place_name("principle", one.link.slug)),
            say(f"{one.summary} ", read_more(one.link.page)),
            Paragraph((faint("At stake in: "), *joined(at_stake, " · ")), small=True),
            *own(report.guidance_from, one.guidance),
        ]
    return tuple(blocks)
