"""A result as a text to read in a terminal, in the order in which it is to be told: the
model, the targets, the scores, today against the need, what could change it, what to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill

from assessments.playbook.entries import Source
from assessments.reports import result_labels
from assessments.reports.handover import ChangeOfHands
from assessments.reports.report import (
    AnswerTold,
    Argument,
    Cause,
    MisfitTold,
    PartTold,
    Phase,
    PitfallTold,
    Report,
    ScoreTold,
    TargetToday,
)

WIDTH = 88
"""The longest line, in characters; an address may run over it."""


def write(report: Report, source: Source) -> str:
    """The whole report as plain text, with the source's credit."""
    verdict = report.recommendation
    sections: dict[str, Iterable[str]] = {
        f"{report.service}: {verdict.model_title}": (
            verdict.headline,
            *((verdict.boundary,) if verdict.boundary else ()),
            *_arguments(verdict.reasons),
        ),
        "Targets": (line for part in verdict.parts for line in _part(part)),
        "Cautions": _arguments(verdict.cautions),
        "Scores": (line for score in report.scores for line in _score(score)),
        "Today against what it needs": _today(report.misfit, report.against_targets),
        "What changes hands": _changes_hands(report.changes_hands),
        "What could change the verdict": verdict.flips,
        "What to start with": _first_steps(report),
        "Practices to adopt": (line for phase in report.plan for line in _phase(phase)),
        "Pitfalls at risk": (*_pitfalls(report.pitfalls), *report.advice),
        "Drawbacks of Ops Run It observed": (
            line
            for drawback in report.drawbacks
            for line in (
                f"{drawback.link.title}. {drawback.counter} {drawback.price}",
                *_because(drawback.because),
            )
        ),
        "Principles in play": (
            line
            for principle in report.principles
            for line in (principle.link.title, *_because(principle.because))
        ),
        "About": (
            f"{report.basis}. Playbook version {report.playbook_version}, inputs "
            f"{report.inputs_hash}",
            f"After the {source.title} by {source.publisher} ({source.licence}): {source.url}",
        ),
    }
    written = ((title, list(lines)) for title, lines in sections.items())
    return "\n\n".join(_section(title, lines) for title, lines in written if lines) + "\n"


def _section(title: str, lines: Iterable[str]) -> str:
    return "\n".join([title, "-" * len(title), *map(_wrapped, lines)])


def _wrapped(line: str) -> str:
    """A line on as many as it takes, the later ones indented one step further."""
    text = line.lstrip(" ")
    indent = line[: len(line) - len(text)]
    return fill(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _arguments(arguments: Iterable[Argument]) -> Iterator[str]:
    for argument in arguments:
        part = f"{argument.part}: " if argument.part else ""
        yield f"{part}{argument.text}{' (This decides.)' if argument.decides else ''}"
        yield f"  {argument.source}"


def _part(part: PartTold) -> Iterator[str]:
    yield f"{part.title}: {part.model_title}" if part.title else part.model_title
    for target in part.targets:
        yield f"  {target.label}: {target.value}. {target.meaning}"
    yield f"  Cost: {part.cost}"
    if part.unattended:
        yield f"  Unattended: {part.unattended}"


def _score(score: ScoreTold) -> Iterator[str]:
    reached = f"{score.score} of 100" if score.score is not None else score.no_score.lower()
    yield f"{score.title}: {reached}, {score.basis}"
    for one in score.contributions:
        weight = f", counted {one.weight} times" if one.weight > 1 else ""
        yield f"  {one.points} of {one.of}{weight}: {_answer(one.answer)}"
    for left_out in score.not_counted:
        yield f"  Not counted: {left_out.text} {left_out.reason}."


def _today(misfit: MisfitTold, against: Iterable[TargetToday]) -> Iterator[str]:
    yield misfit.verdict
    for target in against:
        yield (
            f"{target.label}: {target.status_title.lower()}. Target: {target.target}. "
            f"Today: {target.today}."
        )
    for model, answers in misfit.answers.items():
        for answer in answers:
            yield f"Usual in {model}: {_answer(answer)}"


def _changes_hands(changes: Iterable[ChangeOfHands]) -> Iterator[str]:
    for change in changes:
        part = f"{change.part}: " if change.part else ""
        usual = f" (usual in {change.usual_in})" if change.usual_in else ""
        yield f"{part}{change.label}. Today: {change.today}{usual}. Then: {change.then}."


def _first_steps(report: Report) -> Iterator[str]:
    for number, step in enumerate(report.first_steps, 1):
        yield f"{number}. {step.practice.link.title}. {step.practice.start}"
        yield from (f"  - {reason}" for reason in step.because)
    if report.no_first_step:
        yield report.no_first_step
    yield from report.unexplained


def _phase(phase: Phase) -> Iterator[str]:
    for practice in phase.adopt:
        status = f"{practice.status_title.lower()}, {practice.basis}"
        yield f"Phase {phase.number}, step {practice.step}: {practice.link.title} ({status})"
        for answer in practice.called_for_by:
            yield f"  - {_answer(answer)}"


def _pitfalls(pitfalls: Iterable[PitfallTold]) -> Iterator[str]:
    for pitfall in pitfalls:
        if pitfall.risk in ("high", "some"):
            when = f", {result_labels.WHEN_BRIEFLY[pitfall.when]}" if pitfall.when else ""
            yield f"{pitfall.link.title}: {pitfall.risk_title.lower()}{when}"
            yield from _because(pitfall.because)


def _because(causes: Iterable[Cause]) -> Iterator[str]:
    return (f"  - {cause.text}" for cause in causes)


def _answer(answer: AnswerTold) -> str:
    return f"{answer.text} {answer.option_text}"
