"""Pitfalls at risk by when they can happen."""

from itertools import pairwise

import pytest

from assessments.reports.risks import risks_by_when
from assessments.scoring.vocabulary import When
from tests.reports.samples import BEDROOM, ECOMMERCE, options, report

OURS = {**BEDROOM, "present-model": "you-build-it-you-run-it"}


def groups(profile, position=0):
    return risks_by_when(report(profile, options(position)).pitfalls)


@pytest.mark.parametrize(
    ("profile", "when"),
    [
        (OURS, "now"),
        (BEDROOM, "if-adopted"),
        ({**BEDROOM, "present-model": "not-live"}, "at-launch"),
        ({**ECOMMERCE, "present-model": "you-build-it-you-run-it"}, "until-handover"),
    ],
)
def test_pitfalls_at_risk_stand_under_when_they_can_happen(profile, when: When):
    assert [group.when for group in groups(profile)] == [when]


def test_what_only_waits_is_titled_as_waiting():
    assert groups(BEDROOM)[0].title.startswith("Waiting for you if")


def test_only_pitfalls_at_risk_are_grouped_the_nearest_first():
    risks = [pitfall.risk for group in groups(OURS, 1) for pitfall in group.pitfalls]
    assert set(risks) <= {"high", "some"}
    assert all(not (a == "some" and b == "high") for a, b in pairwise(risks))


def test_where_nothing_is_near_there_is_no_group():
    assert groups(ECOMMERCE) == ()
