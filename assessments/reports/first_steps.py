"""What to start with, in words, and why."""

from __future__ import annotations

from assessments.reports import result_labels
from assessments.reports.plan import Plan
from assessments.reports.report import StepTold
from assessments.reports.wording_lookup import WordingLookup
from assessments.scoring.result import GuardedPitfall, MissedTarget, Result, Urge

MOST = 3
"""How many practices a result by rules 1 names, which knew no urgency."""


def tell_first_steps(result: Result, plan: Plan, voices: WordingLookup) -> tuple[StepTold, ...]:
    """The practices to start with. Results by rules 1 name the first that lack."""
    if result.rules == 1:
        return tuple(StepTold(practice, ()) for practice in plan.lacking()[:MOST])
    return tuple(
        StepTold(
            plan.practice(step.practice),
            tuple(_urge(urge, result, voices) for urge in step.because),
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


def _urge(urge: Urge, result: Result, voices: WordingLookup) -> str:
    if isinstance(urge, GuardedPitfall):
        title = voices.link("pitfall", urge.pitfall).title
        pitfall = next(one for one in result.pitfalls if one.slug == urge.pitfall)
        risk = result_labels.RISKS[pitfall.risk].lower()
        when = result_labels.WHEN_BRIEFLY[pitfall.when] if pitfall.when else ""
        return f"guards against {title} ({risk}, {when})"
    if isinstance(urge, MissedTarget):
        return f"serves a missed target: {result_labels.TARGETS[urge.target].lower()}"
    return result_labels.CAUTIONS[urge.caution]
