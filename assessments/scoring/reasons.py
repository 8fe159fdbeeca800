"""Why a model is recommended: every rule of the selector that holds, in plain words.

Source: practices/selection; each reason links the practice it rests on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessments.playbook.playbook import Playbook
from assessments.scoring.placement import Placement
from assessments.scoring.selector import TOLERABLE_SECONDS, rules_that_hold
from assessments.scoring.sentence_terms import DEMAND_WORDS, DEPLOYMENT_WORDS, MODEL_NAMES, duration
from assessments.scoring.verdict import Reason
from assessments.scoring.vocabulary import Rule

PRACTICE_BEHIND: Mapping[Rule, str] = {
    "extreme-availability": "select-you-build-it-you-run-it-for-99.99-availability",
    "weekly-or-more": "select-you-build-it-you-run-it-for-digital-services",
    "fortnightly-or-less": "select-ops-run-it-for-foundational-systems",
    # The practitioner's report behind the tie-break stands on this practice's page.
    "availability-breaks-the-tie": "select-ops-run-it-for-foundational-systems",
}
"""The practice whose page is the source of each rule."""


def give_reasons(playbook: Playbook, placements: Sequence[Placement]) -> tuple[Reason, ...]:
    """Every rule that holds, part by part, in the order tried; the first of a part decides,
    the others merely agree or are overruled, and say so.
    """
    return tuple(
        Reason(
            part=here.part,
            rule=rule,
            decides=place == 0,
            text=_deciding(here, rule) if place == 0 else _standing_by(here, rule),
            source=playbook.url(playbook.practices[PRACTICE_BEHIND[rule]].page),
        )
        for here in placements
        for place, rule in enumerate(rules_that_hold(here.availability, here.deployment))
    )


def _deciding(here: Placement, rule: Rule) -> str:
    demand, pace = DEMAND_WORDS[here.demand], DEPLOYMENT_WORDS[here.deployment]
    if rule == "extreme-availability":
        left = duration(TOLERABLE_SECONDS[here.availability])
        return (
            f"A target of 99.99% leaves {left} of failure a week, too little for any hand-over, "
            "so the team that builds it must run it, whatever the demand. It takes a rota of "
            "the team's own day and night, and much of the team's time goes into reliability "
            "instead of features."
        )
    if rule == "weekly-or-more":
        return (
            f"Demand for features is {demand}, so it needs deployments {pace}. At that pace "
            "waiting for another department costs more than it protects: the team that builds "
            "it deploys it and answers for it."
        )
    if rule == "fortnightly-or-less":
        return (
            f"Demand for features is {demand}, so deployments {pace} are enough. At that pace "
            "central operations can deploy it and answer its alerts, one rota serving many "
            "systems."
        )
    return (
        f"Demand for features is {demand}, where pace alone settles nothing, so the "
        f"availability target decides: 99.9% or more speaks for You Build It You Run It, 99.0% "
        f"or less for Ops Run It. Here it is {here.availability}%: {MODEL_NAMES[here.model]}. "
        "This tie-break rests on one practitioner's report."
    )


def _standing_by(here: Placement, rule: Rule) -> str:
    """A rule that holds beside the deciding one, which can only be the one about 99.99%."""
    demand, pace = DEMAND_WORDS[here.demand], DEPLOYMENT_WORDS[here.deployment]
    if rule == "weekly-or-more":
        return (
            f"Demand for features is {demand}, so it needs deployments {pace}. That alone would "
            "have led to You Build It You Run It too."
        )
    if rule == "fortnightly-or-less":
        return (
            f"Demand for features is {demand}, so deployments {pace} would be enough, and that "
            "alone would have led to Ops Run It. The 99.99% target overrules it: with a lower "
            "target the recommendation would change."
        )
    return (
        f"Demand for features is {demand}, where the availability target would break the tie. "
        "It has decided already, and the tie-break agrees: You Build It You Run It."
    )


def draw_boundary(placements: Sequence[Placement]) -> str | None:
    """Who runs what where the parts have different models, else None.

    The inverse hybrid, operations running the digital part, gets words of its own: it is the
    one that the cautions ask to look at again.
    """
    models = {here.part: here.model for here in placements}
    if len(set(models.values())) == 1:
        return None
    if models["digital"] == "you-build-it-you-run-it":
        split = (
            "The product team deploys the digital part and answers its alerts; operations does "
            "so for the foundational part."
        )
    else:
        split = (
            "This is the unusual way round: operations deploys the digital part and answers "
            "its alerts, and the team that builds the foundational part runs that one. Check "
            "both estimates against the cautions first."
        )
    return (
        f"{split} The boundary is the interface between the two: agree what each side may rely "
        "on, and who is called when it is unclear which side failed. Record them as two "
        "services, each with its own exposure, demand and accountable person."
    )
