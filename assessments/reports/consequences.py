"""What each answer led to in a result: the way back from practices, pitfalls and scores."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assessments.reports.report import Cause, Link, PracticeTold, Report


@dataclass(frozen=True, slots=True)
class Consequence:
    """One thing that an answer led to: `how` it bears on it in a few words. `link` is the entry of
    the playbook, None for a score or another model, which `title` names."""

    how: str
    title: str
    link: Link | None = None


def consequences(report: Report) -> Mapping[str, tuple[Consequence, ...]]:
    """By question, all that its answer led to: scores, practices, pitfalls, drawbacks, principles
    and the model that it is usual under. An answer that led to nothing is not in it."""
    found: defaultdict[str, list[Consequence]] = defaultdict(list)
    for question, consequence in _all(report):
        found[question].append(consequence)
    return {question: tuple(each) for question, each in found.items()}


def _all(report: Report) -> Iterator[tuple[str, Consequence]]:
    for score in report.scores:
        for brought in score.contributions:
            points = f"{brought.points} of {brought.of} points"
            yield brought.answer.question, Consequence(points, score.title)
    for phase in report.plan:
        for practice in (*phase.adopt, *phase.settle, *phase.keep, *phase.aside):
            yield from _of_practice(practice)
    for pitfall in report.pitfalls:
        yield from _of_causes("Brings the pitfall nearer", pitfall.link, pitfall.because)
    for drawback in report.drawbacks:
        yield from _of_causes("Points at the drawback", drawback.link, drawback.because)
    for principle in report.principles:
        yield from _of_causes("Puts the principle at stake", principle.link, principle.because)
    for model, answers in report.misfit.answers.items():
        for answer in answers:
            yield answer.question, Consequence("Usual under", model)


def _of_causes(
    how: str, entry: Link, because: Iterable[Cause]
) -> Iterator[tuple[str, Consequence]]:
    for cause in because:
        if cause.answer:
            yield cause.answer.question, Consequence(how, entry.title, entry)


def _of_practice(practice: PracticeTold) -> Iterator[tuple[str, Consequence]]:
    shown = {answer.question for answer in practice.shown_by}
    called = {answer.question for answer in practice.called_for_by}
    for question in dict.fromkeys(
        answer.question for answer in (*practice.called_for_by, *practice.shown_by)
    ):
        if question in shown & called:
            how = "Shows the practice in part"
        elif question in called:
            how = "Calls for the practice"
        else:
            how = "Shows the practice"
        yield question, Consequence(how, practice.link.title, practice.link)
