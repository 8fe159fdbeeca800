"""What an option is worth for the judged part, 0 to 4 points.

Source: the project's questionnaire; what each target calls for, practices/scale.
"""

from __future__ import annotations

from typing import assert_never

from assessments.playbook.questions import FULL_MARKS, Option, ScoredQuestion
from assessments.scoring.inputs import Profile
from assessments.scoring.placement import Placement
from assessments.scoring.selector import AVAILABILITY
from assessments.scoring.vocabulary import OutOfHours

_COVERS = ("none", "domain", "team")
"""The covers by product teams that can be called for, least first."""


def points_of(question: ScoredQuestion, option: Option, judged: Placement, profile: Profile) -> int:
    """The points of an option, by what the question is judged by."""
    match question.judged_by:
        case "ladder":
            return option.points["always"]
        case "model":
            return option.points[judged.model]
        case "deployment-target":
            return option.points[judged.deployment]
        case "availability-target":
            return option.points[judged.availability]
        case "out-of-hours-schedule":
            return _points_of_cover(option, judged, profile)
        case _:
            assert_never(question.judged_by)


def _points_of_cover(option: Option, judged: Placement, profile: Profile) -> int:
    """The points of who answers out of hours: by what the everyday target calls for, except where
    less will do, where there is nobody to share a rota with, and for what only a peak needs.
    """
    called_for = judged.cover_at(judged.availability)
    if called_for == "operations":
        may_wait = judged.availability == "95.0" or judged.quiet_nights
        return FULL_MARKS if option.slug == "none" and may_wait else option.points["operations"]
    if option.slug == "team" and called_for == "domain" and profile.sibling_teams == "none":
        return FULL_MARKS
    if option.slug in _COVERS and judged.higher_peak:
        wanted = map(cover_rank, (called_for, option.slug, peak_cover(judged)))
        if sorted(ranks := list(wanted)) == ranks:
            return FULL_MARKS
    return option.points[called_for]


def peak_cover(judged: Placement) -> OutOfHours:
    """What is called for out of hours in the peak's window, where a peak raises the target."""
    band = judged.peak if judged.peak is not None and judged.higher_peak else judged.band
    return judged.cover_at(AVAILABILITY[band])


def cover_rank(cover: str) -> int:
    """A cover's place among those that can be called for: best effort and *don't know* are worth
    no more than none.
    """
    return _COVERS.index(cover) if cover in _COVERS else 0
