import pytest

from assessments.reports.allowance import allowances
from assessments.scoring.selector import TOLERABLE_SECONDS


@pytest.mark.parametrize("target", TOLERABLE_SECONDS)
def test_the_week_comes_first_and_is_the_target_s(target):
    week = allowances(target)[0]
    assert (week.period, week.seconds) == ("a week", TOLERABLE_SECONDS[target])


@pytest.mark.parametrize(
    ("target", "times"),
    [
        ("95.0", ["8 h 24 min", "1 h 12 min", "36 h", "18 d 6 h"]),
        ("99.0", ["1 h 40 min 48 s", "14 min 24 s", "7 h 12 min", "3 d 15 h 36 min"]),
        ("99.9", ["10 min 4.8 s", "1 min 26.4 s", "43 min 12 s", "8 h 45 min 36 s"]),
        ("99.99", ["1 min 0.48 s", "8.64 s", "4 min 19.2 s", "52 min 33.6 s"]),
    ],
)
def test_a_target_is_told_by_the_week_the_day_the_month_and_the_year(target, times):
    assert [each.time for each in allowances(target)] == times
