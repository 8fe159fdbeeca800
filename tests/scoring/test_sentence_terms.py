from fractions import Fraction
from typing import get_args

import pytest

from assessments.playbook.questions import Model
from assessments.scoring.inputs import Demand
from assessments.scoring.sentence_terms import (
    DEMAND_WORDS,
    DEPLOYMENT_WORDS,
    MODEL_NAMES,
    duration,
    money,
)
from assessments.scoring.vocabulary import Deployment


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        ("30240", "8 h 24 min"),
        ("6048", "1 h 40 min 48 s"),
        ("604.8", "10 min 4.8 s"),
        ("60.48", "1 min 0.48 s"),
        ("3600", "1 h"),
        ("0", "0 s"),
    ],
)
def test_a_time_is_said_in_hours_minutes_and_seconds(seconds: str, said: str) -> None:
    assert duration(Fraction(seconds)) == said


@pytest.mark.parametrize(("amount", "said"), [(0, "0"), (999, "999"), (336000, "336,000")])
def test_a_sum_has_its_thousands_parted(amount: int, said: str) -> None:
    assert money(amount) == said


def test_every_model_has_a_name() -> None:
    assert set(MODEL_NAMES) == set(get_args(Model))


def test_every_demand_has_words() -> None:
    assert set(DEMAND_WORDS) == set(get_args(Demand))


def test_every_deployment_target_has_words() -> None:
    assert set(DEPLOYMENT_WORDS) == set(get_args(Deployment))
