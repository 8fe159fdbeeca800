"""What to start with, in words, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assessments.reports import result_labels
from assessments.reports.plan import Plan
from assessments.reports.report import StepTold
from assessments.reports.wording_lookup import WordingLookup
from assessments.scoring.result import GuardedPitfall, MissedTarget, RaisedCaution, Result, Urge
from assessments.scoring.vocabulary import TargetName

MOST = 3
"""How many practices a result by rules 1 names, which knew no urgency."""


def tell_first_steps(result: Result, plan: Plan, voices: WordingLookup) -> tuple[StepTold, ...]:
    """The practices to start with. Results by rules 1 name the first that lack."""
    if result.rules == 1:
        return tuple(StepTold(practice, ()) for practice in plan.lacking()[:MOST])
    return tuple(
        StepTold(
            plan.practice(step.practice),
            tuple(_reasons(step.because, result, voices)),
        )
        for step in result.first
    )


def tell_no_first_step(result: Result) -> str:
    """Why there is nothing to start with; "" where there is something."""
    if result.rules == 1 or result.first:
        return ""
    is_short = any(
        caution.caution in ("cover-below-exposure", "peak-cover-short")
        for caution in result.recommendation.cautions
    )
    against = result.against_targets
    is_missed = "missed" in (against.deployment, against.availability, against.restore)
    is_open = any(pitfall.risk == "unknown" for pitfall in result.pitfalls)
    if is_short or is_missed or is_open:
        return "Nothing answered so far names a step to start with."
    return "Nothing burns: no pitfall is near, no target is missed, no cover falls short."


def tell_unexplained(result: Result) -> tuple[str, ...]:
    """A sentence for each missed target that no practice at hand serves."""
    return tuple(
        f"{result_labels.TARGETS[target]} is missed and no answer explains it: read the last "
        "three outages."
        if target != "deployment"
        else f"{result_labels.TARGETS[target]} is missed and no answer explains it: follow the "
        "last three changes from request to users."
        for target in result.unexplained
    )


def _reasons(because: Sequence[Urge], result: Result, voices: WordingLookup) -> Iterator[str]:
    """In the order given; the missed targets are named together where the first of them stood."""
    missed = [urge.target for urge in because if isinstance(urge, MissedTarget)]
    for urge in because:
        if not isinstance(urge, MissedTarget):
            yield _urge(urge, result, voices)
        elif urge.target == missed[0]:
            yield _serves(missed)


def _serves(missed: Sequence[TargetName]) -> str:
    named = [result_labels.TARGETS[target].lower() for target in missed]
    if len(named) == 1:
        return f"serves a missed target: {named[0]}"
    return f"serves missed targets: {', '.join(named[:-1])} and {named[-1]}"


def _urge(urge: GuardedPitfall | RaisedCaution, result: Result, voices: WordingLookup) -> str:
    if isinstance(urge, GuardedPitfall):
        title = voices.link("pitfall", urge.pitfall).title
        pitfall = next(one for one in result.pitfalls if one.slug == urge.pitfall)
        risk = result_labels.RISKS[pitfall.risk].lower()
        when = result_labels.WHEN_BRIEFLY[pitfall.when] if pitfall.when else ""
        return f"guards against {title} ({risk}, {when})"
    return result_labels.CAUTIONS[urge.caution]
