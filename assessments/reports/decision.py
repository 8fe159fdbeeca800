"""The recommendation in words: what to do, why, what it costs, what would change it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from assessments.reports import matrix, result_labels
from assessments.reports.gravity import gravest_first
from assessments.reports.report import Argument, PartTold, RecommendationTold, Target
from assessments.scoring.sentence_terms import duration as exactly
from assessments.scoring.verdict import Flip, Part, Peak, Recommendation

SETTING_UP = "Setting it up takes weeks to months in each of deployment, reliability and learning."


def tell_recommendation(
    recommendation: Recommendation,
    *,
    currency: str,
    bands_on: Sequence[str] = tuple(result_labels.BANDS),
    deployed_today: str | None = None,
    run_today: str | None = None,
) -> RecommendationTold:
    """The recommendation in words. `currency` is an ISO 4217 code, `bands_on` the bands the
    organisation has switched on, `deployed_today` the option of deployment-frequency; `run_today`
    that of present-model: where it is run so already, nothing is left to set up."""
    several = len(recommendation.parts) > 1
    in_place = run_today == recommendation.model
    return RecommendationTold(
        model=recommendation.model,
        model_title=result_labels.MODELS[recommendation.model],
        headline=_headline(recommendation),
        boundary=recommendation.boundary,
        parts=tuple(
            _part(part, currency, several, in_place=in_place) for part in recommendation.parts
        ),
        reasons=tuple(
            Argument(result_labels.PARTS[r.part] if several else None, r.text, r.source, r.decides)
            for r in recommendation.reasons
        ),
        cautions=tuple(
            Argument(result_labels.PARTS[c.part] if several and c.part else None, c.text, c.source)
            for c in gravest_first(recommendation.cautions)
        ),
        flips=tuple(_flip(flip, several) for flip in recommendation.flips),
        matrix=matrix.draw(recommendation.parts, deployed_today, bands_on),
    )


def _headline(recommendation: Recommendation) -> str:
    if recommendation.model == "hybrid":
        return "Run its two parts under different models, and record them as two services."
    if recommendation.model == "ops-run-it":
        return "Operations deploys it and answers its alerts; a delivery team is third line."
    return "The product team that builds it deploys it, answers its alerts and learns from them."


def _part(part: Part, currency: str, several: bool, *, in_place: bool) -> PartTold:
    cost = result_labels.ON_CALL_COST[part.on_call.out_of_hours]
    sets_up = part.model == "you-build-it-you-run-it" and not in_place
    return PartTold(
        part=part.part,
        title=result_labels.PARTS[part.part] if several else None,
        model=part.model,
        model_title=result_labels.MODELS[part.model],
        targets=tuple(_targets(part, currency)),
        cost=f"{cost} {SETTING_UP}" if sets_up else cost,
        unattended=_unattended(part, currency),
    )


def _unattended(part: Part, currency: str) -> str:
    if part.unattended_loss is None:
        return ""
    night, weekend = (
        result_labels.money(loss, currency)
        for loss in (part.unattended_loss.night, part.unattended_loss.weekend)
    )
    return (
        f"A plain night with nobody called can lose {night}, a weekend {weekend}, if every hour "
        "costs as much as the worst. One such night is more than the week's 8 h 24 min."
    )


def _targets(part: Part, currency: str) -> list[Target]:
    targets = [
        Target(
            "Availability",
            result_labels.availability(part.availability),
            _tolerates(part, currency),
        ),
        Target(
            "Deployment",
            result_labels.DEPLOYMENTS[part.deployment],
            "As often as the demand for features needs, or more often.",
        ),
        Target(
            "On call in working hours",
            result_labels.COVER[part.on_call.working_hours],
            result_labels.WORKING_HOURS[part.on_call.working_hours] + ".",
        ),
        Target(
            "On call out of hours",
            result_labels.COVER[part.on_call.out_of_hours],
            result_labels.OUT_OF_HOURS[part.on_call.out_of_hours] + ".",
        ),
    ]
    if part.peak:
        targets.append(_peak(part.peak))
    return targets


def _tolerates(part: Part, currency: str) -> str:
    said = _time_a_week(part.tolerable_unavailability_seconds_per_week)
    if part.accepted_loss_per_week is None:
        return f"{said} of failure is tolerable."
    loss = result_labels.money(part.accepted_loss_per_week, currency)
    return f"{said} of failure is tolerable; that accepts losing up to {loss} a week."


def _peak(peak: Peak) -> Target:
    cover = result_labels.OUT_OF_HOURS[peak.out_of_hours]
    time = _time_a_week(peak.tolerable_unavailability_seconds_per_week)
    return Target(
        "In the peak's window",
        result_labels.availability(peak.availability),
        f"{time} of failure is tolerable. {cover}. Raise the target just before the peak and "
        "lower it just after; the model stays.",
    )


def _time_a_week(seconds: Fraction) -> str:
    """10 minutes a week (10 min 4.8 s): the round figure to remember, the exact one to check."""
    said = f"{result_labels.duration(seconds)} a week"
    return said if seconds % 60 == 0 else f"{said} ({exactly(seconds)})"


def _flip(flip: Flip, several: bool) -> str:
    of_what = f" of the {result_labels.PARTS[flip.part].lower()}" if several else ""
    subject = "demand for features" if flip.change == "demand" else "financial exposure"
    if flip.to is None or flip.model is None:
        return f"No other {subject}{of_what} would change the model by itself."
    names: Mapping[Any, str] = (
        result_labels.DEMANDS if flip.change == "demand" else result_labels.BANDS
    )
    to = names[flip.to].lower()
    model = result_labels.MODELS[flip.model]
    return f"If the {subject}{of_what} were {to}, the model would be {model}."
