"""The selector's answer to a profile that belongs to no service. Nothing is read or saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessments.current import playbook
from assessments.reports.decision import tell_recommendation
from assessments.reports.in_practice import PartInPractice, tell_in_practice
from assessments.reports.report import RecommendationTold
from assessments.scoring.inputs import Band, Exposure, Profile
from assessments.scoring.recommendation import recommend

START = Profile("digital", Exposure(band="medium"), "high", "not-live")
"""Where one begins: the middle of the selector. Who runs it today is not asked here, and the
recommendation does not look at it."""


@dataclass(frozen=True)
class Selected:
    """The model and targets for a profile, and what they mean in practice."""

    told: RecommendationTold
    in_practice: tuple[PartInPractice, ...]


def select(profile: Profile, *, bands: Sequence[Band], currency: str) -> Selected:
    """The selector's answer with those bands. No query."""
    recommendation = recommend(playbook(), profile, bands)
    bands_on = tuple(band.band for band in bands)
    return Selected(
        tell_recommendation(recommendation, currency=currency, bands_on=bands_on),
        tell_in_practice(playbook(), recommendation),
    )
