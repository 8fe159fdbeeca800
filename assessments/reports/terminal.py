"""A result as a text to read in a terminal, in the order in which it is to be told: the
model, the targets, the scores, today against the need, what could change it, what to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill

from assessments.playbook.fixed import MODEL_PRACTICES
from assessments.playbook.playbook import Playbook
from assessments.reports import words
from assessments.scoring.inputs import Inputs
from assessments.scoring.pitfalls import thin_operations_rota
from assessments.scoring.result import (
    Cause,
    Chosen,
    FiredRule,
    Flip,
    LackingPractice,
    Part,
    Recommendation,
    Result,
)

WIDTH = 88
"""The longest line, in characters; an address may run over it."""


_STEPS = (*words.DEMANDS.items(), *words.BANDS.items())


def write(playbook: Playbook, inputs: Inputs, result: Result) -> str:
    """The whole result as plain text. Money stands without a currency: the inputs have none."""
    sections = {
        f"{result.service}: {words.MODELS[result.recommendation.model]}": _verdict(
            result.recommendation
        ),
        "Targets": _targets(result.recommendation.parts),
        "Scores": _scores(playbook, result),
        "Today against what it needs": _today(playbook, result),
        "What could change the verdict": map(_flip, result.recommendation.flips),
        "Practices to adopt": _practices(playbook, result),
        "Pitfalls at risk": _pitfalls(playbook, inputs, result),
        "Drawbacks of Ops Run It observed": _drawbacks(playbook, result),
        "Principles in play": _principles(playbook, result),
        "About": _about(playbook, result),
    }
    written = ((title, list(lines)) for title, lines in sections.items())
    return "\n\n".join(_section(title, lines) for title, lines in written if lines) + "\n"


def _section(title: str, lines: Iterable[str]) -> str:
    underline = "-" * len(title)
    return "\n".join([title, underline, *map(_wrapped, lines)])


def _wrapped(line: str) -> str:
    """A line on as many as it takes, the later ones indented one step further."""
    text = line.lstrip(" ")
    indent = line[: len(line) - len(text)]
    later = indent + "  "
    return fill(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _verdict(recommendation: Recommendation) -> Iterator[str]:
    if recommendation.boundary:
        yield recommendation.boundary
    for reason in recommendation.reasons:
        weight = "decides" if reason.decides else "does not decide"
        yield f"{words.PARTS[reason.part]}, {weight}: {reason.text}"
        yield f"  {reason.source}"
    for caution in recommendation.cautions:
        yield f"Caution: {caution.text}"
        yield f"  {caution.source}"


def _targets(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        seconds = part.tolerable_unavailability_seconds_per_week
        yield f"{words.PARTS[part.part]}: {words.MODELS[part.model]}"
        yield (
            f"  Availability: {words.availability(part.availability)}, which tolerates "
            f"{words.duration(seconds)} a week ({words.exact_duration(seconds)})"
        )
        if part.accepted_loss_per_week is not None:
            yield f"  Accepted loss a week: {part.accepted_loss_per_week:,}"
        yield f"  Deployment: {words.DEPLOYMENTS[part.deployment]}"
        yield f"  In working hours: {words.WORKING_HOURS[part.on_call.working_hours]}"
        yield f"  Out of hours: {words.OUT_OF_HOURS[part.on_call.out_of_hours]}"
        if part.peak:
            target = words.availability(part.peak.availability)
            yield f"  In the peak: {target}. {words.OUT_OF_HOURS[part.peak.out_of_hours]}"


def _scores(playbook: Playbook, result: Result) -> Iterator[str]:
    titles = {section.slug: section.title for section in playbook.dimensions}
    for dimension, score in result.scores.items():
        reached = "no score yet" if score.score is None else f"{score.score} of 100"
        yield f"{titles[dimension]}: {reached}, on {score.answered} of {score.asked} answers"
        for one in score.contributions:
            weight = f", counted {one.weight} times" if one.weight > 1 else ""
            answer = _answer(playbook, one.question, one.option)
            yield f"  {one.points} of {one.of}{weight}: {answer}"
        for left_out in score.not_counted:
            asked = playbook.questions[left_out.question].text
            yield f"  Not counted: {asked} {words.NOT_COUNTED[left_out.reason]}."


def _today(playbook: Playbook, result: Result) -> Iterator[str]:
    model = {True: "another than the recommended one", False: "the recommended one"}
    if result.misfit.model is None:
        yield "The service is not live yet, so nothing is measured against its targets."
    else:
        yield f"The present model is {model[result.misfit.model]}."
        against = result.against_targets
        for name, status in (
            ("Deployment", against.deployment),
            ("Availability", against.availability),
            ("Time to restore", against.restore),
        ):
            yield f"{name}: {words.TARGET_STATUSES[status].lower()}"
    for answer in result.misfit.answers:
        usual = words.MODELS[answer.typical_of]
        yield f"Usual in {usual}: {_answer(playbook, answer.question, answer.option)}"


def _flip(flip: Flip) -> str:
    part = words.PARTS[flip.part]
    if flip.to is None or flip.model is None:
        return f"{part}: no other {flip.change} alone would change the model."
    step = next(said for slug, said in _STEPS if slug == flip.to).lower()
    return f"{part}: at {flip.change} {step.lower()} it would be {words.MODELS[flip.model]}."


def _practices(playbook: Playbook, result: Result) -> Iterator[str]:
    for practice in result.practices:
        if practice.status in ("missing", "partly"):
            title = playbook.practices[practice.slug].title
            status = words.PRACTICE_STATUSES[practice.status].lower()
            by = f"on {practice.answered} of {practice.asked} answers"
            if practice.slug in MODEL_PRACTICES:
                by = "by the profile"
            yield (f"Phase {practice.phase}, step {practice.step}: {title} ({status}, {by})")
            yield from _because(playbook, practice.called_for_by)


def _pitfalls(playbook: Playbook, inputs: Inputs, result: Result) -> Iterator[str]:
    for pitfall in result.pitfalls:
        if pitfall.risk in ("high", "some"):
            yield f"{playbook.pitfalls[pitfall.slug].title}: {words.RISKS[pitfall.risk].lower()}"
            yield from _because(playbook, pitfall.because)
    if thin_operations_rota(playbook, result, inputs.answers):
        yield (
            "Advice: operations' rota rests on few people too. Whoever carries it is tired when "
            "it matters, so share it among more."
        )


def _drawbacks(playbook: Playbook, result: Result) -> Iterator[str]:
    for observed in result.drawbacks:
        drawback = playbook.drawbacks[observed.slug]
        yield f"{drawback.title}. {drawback.counter} {drawback.price}"
        yield from _because(playbook, observed.because)


def _principles(playbook: Playbook, result: Result) -> Iterator[str]:
    for principle in result.principles:
        yield playbook.principles[principle.slug].title
        yield from _because(playbook, principle.because)


def _about(playbook: Playbook, result: Result) -> Iterator[str]:
    source = playbook.source
    yield f"Playbook version {result.playbook_version}, inputs {result.inputs_hash}"
    yield f"After the {source.title} by {source.publisher} ({source.licence}): {source.url}"


def _because(playbook: Playbook, causes: Iterable[Cause]) -> Iterator[str]:
    for cause in causes:
        if isinstance(cause, Chosen):
            yield f"  - {_answer(playbook, cause.question, cause.option)}"
        elif isinstance(cause, LackingPractice):
            yield f"  - Lacking: {playbook.practices[cause.practice].title}"
        elif isinstance(cause, FiredRule):
            yield f"  - {words.RULES[cause.rule]}"
        else:
            yield "  - An out-of-hours rota above what the target calls for"


def _answer(playbook: Playbook, question: str, option: str) -> str:
    asked = playbook.scored_questions[question]
    chosen = asked.option(option)
    return f"{asked.text} {chosen.text if chosen else words.RESERVED_OPTIONS[option]}"
