"""The order of gravity of cautions."""

from typing import get_args

from assessments.reports.gravity import GRAVEST_FIRST, gravest_first
from assessments.scoring.verdict import Caution
from assessments.scoring.vocabulary import CautionName
from tests.reports.samples import BEDROOM, BOTH, outcome, report


def caution(name, part="digital"):
    return Caution(name, part, "Text.", "https://example.org/")


def test_every_caution_has_its_place():
    assert sorted(GRAVEST_FIRST) == sorted(get_args(CautionName))


def test_a_loss_that_nobody_stands_by_for_comes_before_money_spent_without_need():
    found = [caution("one-exposure-for-both"), caution("cover-below-exposure")]
    assert [one.caution for one in gravest_first(found)] == [
        "cover-below-exposure",
        "one-exposure-for-both",
    ]


def test_the_digital_part_s_comes_before_the_other_s_of_the_same_name():
    found = [
        caution("extreme-availability-is-rare", "digital"),
        caution("extreme-availability-is-rare", "foundational"),
    ]
    assert gravest_first(found) == found


def test_a_report_tells_its_cautions_gravest_first():
    profile = {**BOTH, "sibling-teams": "none"}
    drawn = outcome(profile, {"out-of-hours-cover": "none"})
    told = report(profile, {"out-of-hours-cover": "none"}).recommendation
    assert [one.text for one in told.cautions] == [
        one.text for one in gravest_first(drawn.recommendation.cautions)
    ]
    assert len(told.cautions) > 1


def test_the_gravest_caution_is_the_first():
    told = report(BEDROOM, {"out-of-hours-cover": "none"}).recommendation
    assert told.gravest is told.cautions[0]


def test_without_a_caution_none_is_the_gravest():
    assert report(BEDROOM).recommendation.gravest is None
