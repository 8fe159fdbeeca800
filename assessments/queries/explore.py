"""What a submitted result would have recommended from another profile. Nothing is saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assessments.current import playbook
from assessments.models import Result
from assessments.reports.decision import tell_recommendation
from assessments.reports.report import RecommendationTold
from assessments.scoring.inputs import Answer, Band, Exposure, Profile
from assessments.scoring.recommendation import recommend


def bands_of(result: Result) -> tuple[Band, ...]:
    """The bands of exposure that were on when the result was frozen."""
    return tuple(Band(band["band"], band.get("ceiling")) for band in result.inputs["bands"])


def profile_of(result: Result) -> Profile:
    """The profile that the result was computed from."""
    said: Mapping[str, Any] = result.inputs["profile"]
    exposure = _exposure(said["exposure"])
    assert exposure is not None  # noqa: S101 - nothing is submitted without one
    return Profile(
        composition=said["composition"],
        exposure=exposure,
        feature_demand=said["feature-demand"],
        present_model=said["present-model"],
        foundational_exposure=_exposure(said.get("foundational-exposure")),
        foundational_demand=said.get("foundational-demand"),
        peak_exposure=_exposure(said.get("peak-exposure")),
        out_of_hours_loss=said.get("out-of-hours-loss"),
        rota_people=said.get("rota-people"),
        sibling_teams=said.get("sibling-teams"),
    )


def explore(result: Result, profile: Profile) -> RecommendationTold:
    """The recommendation for that profile, with the result's bands and present behaviour.

    No query where the result's assessment and organisation are loaded.
    """
    bands = bands_of(result)
    return tell_recommendation(
        recommend(playbook(), profile, bands, _answers(result)),
        currency=result.currency,
        bands_on=tuple(band.band for band in bands),
        deployed_today=_chosen(result, "deployment-frequency"),
        run_today=profile.present_model,
    )


def _exposure(said: Mapping[str, Any] | None) -> Exposure | None:
    return None if said is None else Exposure(said.get("amount"), said.get("band"))


def _answers(result: Result) -> Mapping[str, Answer]:
    """What was answered, as far as it bears on cautions: the options chosen."""
    answers: Mapping[str, Mapping[str, Any]] = result.inputs["answers"]
    return {question: Answer(answer["option"]) for question, answer in answers.items()}


def _chosen(result: Result, question: str) -> str | None:
    answer: Mapping[str, Any] = result.inputs["answers"].get(question, {})
    return answer.get("option")
