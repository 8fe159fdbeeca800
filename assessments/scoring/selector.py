"""The selector: exposure picks the row, demand picks the column, rules pick the model.

Source: practices/selection (the operating model selector) and practices/scale (who is on
call out of hours). The step between fortnightly and weekly and its tie-break rest on one
practitioner's report there, not on the playbook's own text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from assessments.playbook.questions import Model
from assessments.scoring.inputs import Band, BandSlug, Demand, Exposure
from assessments.scoring.vocabulary import Availability, Deployment, OutOfHours, Rule

BANDS: tuple[BandSlug, ...] = ("low", "medium", "high", "very-high")
"""Every band of exposure, least first."""

DEMANDS: tuple[Demand, ...] = ("low", "medium", "medium-to-high", "high", "very-high")
"""Every demand for features, least first."""

AVAILABILITY: Mapping[BandSlug, Availability] = {
    "low": "95.0",
    "medium": "99.0",
    "high": "99.9",
    "very-high": "99.99",
}
"""The availability target of each band of exposure."""

BAND_OF: Mapping[Availability, BandSlug] = {target: band for band, target in AVAILABILITY.items()}
"""The band of exposure that leads to each availability target."""

DEPLOYMENT: Mapping[Demand, Deployment] = {
    "low": "monthly",
    "medium": "fortnightly",
    "medium-to-high": "fortnightly-to-weekly",
    "high": "weekly",
    "very-high": "daily",
}
"""The deployment target of each demand for features."""

SECONDS_IN_A_WEEK = 604_800

TOLERABLE_SECONDS: Mapping[Availability, Fraction] = {
    target: SECONDS_IN_A_WEEK * (1 - Fraction(target) / 100) for target in AVAILABILITY.values()
}
"""What each availability target leaves of a week for failure, in seconds, exact."""

DECIDING_AVAILABILITY: tuple[Availability, ...] = ("99.9", "99.99")
"""The availability targets that settle a demand between medium and high for the team."""

_OUT_OF_HOURS: Mapping[Availability, OutOfHours] = {
    "95.0": "none",
    "99.0": "domain",
    "99.9": "team",
    "99.99": "team",
}


def band_of(exposure: Exposure, bands: Sequence[Band]) -> BandSlug:
    """The band an exposure falls into: the picked one, or the lowest whose ceiling covers the
    amount. The last band of the list is open, whatever ceiling it was given.
    """
    if exposure.band is not None:
        return exposure.band
    amount = exposure.amount or 0
    for band in bands[:-1]:
        if band.ceiling is not None and amount <= band.ceiling:
            return band.band
    return bands[-1].band


def rules_that_hold(availability: Availability, deployment: Deployment) -> tuple[Rule, ...]:
    """The rules of the selector whose condition holds; the first of them decides.

    One of the three about deployment always holds, so there is always one.
    """
    holds: dict[Rule, bool] = {
        "extreme-availability": availability == "99.99",
        "weekly-or-more": deployment in ("weekly", "daily"),
        "fortnightly-or-less": deployment in ("monthly", "fortnightly"),
        "availability-breaks-the-tie": deployment == "fortnightly-to-weekly",
    }
    return tuple(rule for rule, held in holds.items() if held)


def select(availability: Availability, deployment: Deployment) -> Model:
    """The model for a pair of targets: one cell of the operating model selector."""
    return _CELLS[availability, deployment]


def _cell(availability: Availability, deployment: Deployment) -> Model:
    rule = rules_that_hold(availability, deployment)[0]
    if rule == "fortnightly-or-less":
        return "ops-run-it"
    if rule == "availability-breaks-the-tie" and availability not in DECIDING_AVAILABILITY:
        return "ops-run-it"
    return "you-build-it-you-run-it"


_CELLS: Mapping[tuple[Availability, Deployment], Model] = {
    (availability, deployment): _cell(availability, deployment)
    for availability in AVAILABILITY.values()
    for deployment in DEPLOYMENT.values()
}


def out_of_hours(model: Model, availability: Availability) -> OutOfHours:
    """Who is on call out of hours: operations under Ops Run It, else as the target asks."""
    return "operations" if model == "ops-run-it" else _OUT_OF_HOURS[availability]
