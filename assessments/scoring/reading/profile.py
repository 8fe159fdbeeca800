"""The profile: what feeds the selector."""

from __future__ import annotations

from collections.abc import Collection
from typing import get_args

from assessments.scoring.inputs import (
    BandSlug,
    Composition,
    OutOfHoursLoss,
    PresentModel,
    Profile,
    RotaPeople,
    SiblingTeams,
)
from assessments.scoring.reading.bands import read_exposure
from assessments.scoring.reading.node import Node
from assessments.scoring.selector import DEMANDS

COMPOSITIONS: tuple[Composition, ...] = get_args(Composition)
PRESENT_MODELS: tuple[PresentModel, ...] = get_args(PresentModel)
OUT_OF_HOURS_LOSSES: tuple[OutOfHoursLoss, ...] = get_args(OutOfHoursLoss)
ROTA_PEOPLE: tuple[RotaPeople, ...] = get_args(RotaPeople)
SIBLING_TEAMS: tuple[SiblingTeams, ...] = get_args(SiblingTeams)

_KEYS = (
    "composition",
    "exposure",
    "foundational-exposure",
    "peak-exposure",
    "feature-demand",
    "foundational-demand",
    "present-model",
    "out-of-hours-loss",
    "rota-people",
    "sibling-teams",
)


def read_profile(node: Node, on: Collection[BandSlug]) -> Profile | None:
    """The profile, None with its faults noted where something required cannot be read.

    What only a service of both parts needs is checked all the same where it is given.
    """
    if not node.has_keys(_KEYS):
        return None
    composition = node.at("composition").required().choice(COMPOSITIONS)
    exposure = read_exposure(node.at("exposure").required(), on)
    foundational_exposure = read_exposure(node.at("foundational-exposure"), on)
    peak = read_exposure(node.at("peak-exposure"), on)
    demand = node.at("feature-demand").required().choice(DEMANDS)
    foundational_demand = node.at("foundational-demand").choice(DEMANDS)
    present = node.at("present-model").required().choice(PRESENT_MODELS)
    loss = node.at("out-of-hours-loss").choice(OUT_OF_HOURS_LOSSES)
    people = node.at("rota-people").choice(ROTA_PEOPLE)
    siblings = node.at("sibling-teams").choice(SIBLING_TEAMS)
    if composition == "both" and node.at("foundational-demand").absent:
        node.at("foundational-demand").complain("is required where composition is both")
    if composition in ("digital", "foundational") and present == "hybrid":
        node.at("present-model").complain("hybrid needs two parts: composition must be both")
    if composition is None or exposure is None or demand is None or present is None:
        return None
    return Profile(
        composition=composition,
        exposure=exposure,
        feature_demand=demand,
        present_model=present,
        foundational_exposure=foundational_exposure,
        foundational_demand=foundational_demand,
        peak_exposure=peak,
        out_of_hours_loss=loss,
        rota_people=people,
        sibling_teams=siblings,
    )
