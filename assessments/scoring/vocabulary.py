"""The closed sets of words that a result speaks in; their meanings are the domain's."""

from __future__ import annotations

from typing import Literal

OverallModel = Literal["you-build-it-you-run-it", "ops-run-it", "hybrid"]
"""The model of a whole service: a hybrid where its parts have different ones."""

PartName = Literal["digital", "foundational"]
"""A digital service sets the organisation apart; a foundational system is a utility."""

Availability = Literal["95.0", "99.0", "99.9", "99.99"]
"""An availability target, in per cent of requests served fully or partly."""

Deployment = Literal["monthly", "fortnightly", "fortnightly-to-weekly", "weekly", "daily"]
"""A deployment target; the middle one lies strictly between its neighbours."""

OutOfHours = Literal["none", "domain", "team", "operations"]
"""Who is on call out of hours: nobody, a rota shared by sibling teams, the team, operations."""

Rule = Literal[
    "extreme-availability",
    "weekly-or-more",
    "fortnightly-or-less",
    "availability-breaks-the-tie",
]
"""A rule of the selector, in the order in which they are tried."""

CautionName = Literal[
    "busy-foundational-system",
    "cover-below-exposure",
    "digital-service-under-ops-run-it",
    "extreme-availability-is-rare",
    "high-availability-under-ops-run-it",
    "low-demand-digital-service",
    "meets-its-targets-today",
    "no-sibling-to-share-with",
    "one-exposure-for-both",
    "operations-cover-out-of-hours",
    "peak-cover-short",
    "rota-beyond-exposure",
    "thin-operations-rota",
    "too-few-for-the-rota",
    "weaker-foundation",
]
"""Something to look into beside a recommendation, which it never changes."""

TargetName = Literal["deployment", "availability", "restore"]
"""The three targets that today's figures are held against."""

TargetStatus = Literal["met", "missed", "unknown"]

ScoreBasis = Literal["none", "too-little-asked", "too-few", "enough"]
"""Whether a score rests on enough: nothing answered, fewer than three questions asked, fewer
than three or than half of them answered, or enough. Only the last has a score."""

NotCountedReason = Literal[
    "you-build-it-you-run-it-only", "no-rota-called-for", "operations-rota", "no-out-of-hours-cover"
]
"""Why a question takes no part in a score. The last stands in results by rules 1 only."""

PracticeStatus = Literal["in-place", "partly", "missing", "unknown", "does-not-apply"]
Risk = Literal["high", "some", "none", "unknown", "does-not-apply"]

When = Literal["now", "if-adopted", "at-launch", "until-handover"]
"""When a pitfall can happen: today; if the team takes over and nothing else changes; at launch;
as long as the team still runs what operations should."""

PitfallRule = Literal["all-governance-practices-missing", "no-majority-of-build-practices"]
