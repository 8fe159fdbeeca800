from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.scoring.rounding import half_up


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        (Fraction(0), 0),
        (Fraction(1, 2), 1),
        (Fraction(3, 2), 2),
        (Fraction(5, 2), 3),
        (Fraction(49, 100), 0),
        (Fraction(499_999_999_999, 10**12), 0),
        (Fraction(25, 2), 13),
        (Fraction(100), 100),
    ],
)
def test_a_half_goes_up_and_less_goes_down(value: Fraction, rounded: int) -> None:
    assert half_up(value) == rounded


@given(st.fractions(min_value=0, max_value=10**12))
def test_a_number_moves_by_half_at_most(value: Fraction) -> None:
    assert abs(half_up(value) - value) <= Fraction(1, 2)
