"""How the core's terms are said in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from assessments.playbook.questions import Model
from assessments.scoring.inputs import Demand
from assessments.scoring.vocabulary import Deployment

MODEL_NAMES: Mapping[Model, str] = {
    "you-build-it-you-run-it": "You Build It You Run It",
    "ops-run-it": "Ops Run It",
}
"""The name of each operating model."""

DEMAND_WORDS: Mapping[Demand, str] = {
    "low": "low",
    "medium": "medium",
    "medium-to-high": "between medium and high",
    "high": "high",
    "very-high": "very high",
}
"""The demand for features, after "is"."""

DEPLOYMENT_WORDS: Mapping[Deployment, str] = {
    "monthly": "monthly",
    "fortnightly": "fortnightly",
    "fortnightly-to-weekly": "more than fortnightly but less than weekly",
    "weekly": "weekly",
    "daily": "daily or more",
}
"""A deployment target, after "deployments"."""


def duration(seconds: Fraction) -> str:
    """A time in hours, minutes and seconds, exact to a hundredth: "10 min 4.8 s"."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [(hours, "h"), (minutes, "min")]
    said = [f"{number} {unit}" for number, unit in parts if number]
    if rest or not said:
        said.append(f"{float(rest):g} s")
    return " ".join(said)


def money(amount: int) -> str:
    """A sum in whole units with its thousands parted: "336,000"."""
    return f"{amount:,}"
