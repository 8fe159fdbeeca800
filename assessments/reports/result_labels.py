"""Words for the values of a result: models, targets, times and money, in plain English."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor

from assessments.scoring.inputs import Band, BandSlug, Demand, Exposure
from assessments.scoring.selector import AVAILABILITY, band_of
from assessments.scoring.vocabulary import (
    Availability,
    CautionName,
    Deployment,
    NotCountedReason,
    OutOfHours,
    PartName,
    PracticeStatus,
    Risk,
    ScoreBasis,
    TargetName,
    TargetStatus,
    When,
)

MODELS: Mapping[str, str] = {
    "you-build-it-you-run-it": "You Build It You Run It",
    "ops-run-it": "Ops Run It",
    "hybrid": "Hybrid",
    "not-live": "Not live",
}

PARTS: Mapping[PartName, str] = {"digital": "Digital part", "foundational": "Foundational part"}

BANDS: Mapping[BandSlug, str] = {
    "low": "Low",
    "medium": "Medium",
    "high": "High",
    "very-high": "Very high",
}

DEMANDS: Mapping[Demand, str] = {
    "low": "Low",
    "medium": "Medium",
    "medium-to-high": "Between medium and high",
    "high": "High",
    "very-high": "Very high",
}

DEPLOYMENTS: Mapping[Deployment, str] = {
    "monthly": "Monthly",
    "fortnightly": "Fortnightly",
    "fortnightly-to-weekly": "More than fortnightly, less than weekly",
    "weekly": "Weekly",
    "daily": "Daily or more",
}

RESTORED: Mapping[Availability, str] = {
    "95.0": "Within 8 hours",
    "99.0": "Within 100 minutes",
    "99.9": "Within 10 minutes",
    "99.99": "Within 1 minute",
}
"""How soon an outage must end so that the week's tolerable time can hold."""

WORKING_HOURS: Mapping[str, str] = {
    "team": "The product team answers its own alerts",
    "operations": "Operations answers, as first and second line",
}

COVER: Mapping[str, str] = {
    "none": "Nobody",
    "domain": "A rota shared by the domain",
    "team": "The product team",
    "operations": "Operations",
}
"""Who is on call, in a word or two."""

OUT_OF_HOURS: Mapping[OutOfHours, str] = {
    "none": "Alerts wait for the next working day",
    "domain": "One rota serves all sibling teams of the domain",
    "team": "The team answers its own alerts, by a rota of its own",
    "operations": "Operations answers, as first and second line",
}

ON_CALL_COST: Mapping[OutOfHours, str] = {
    "none": (
        "No standby to pay. In a major incident the incident manager can still phone the team."
    ),
    "domain": (
        "One rota's standby, paid once for all sibling teams; their budget holders name one of "
        "themselves to pay."
    ),
    "team": "A rota of its own: one more standby to pay with each such team.",
    "operations": "One operations rota for all foundational systems, less where outsourced.",
}

TARGET_STATUSES: Mapping[TargetStatus, str] = {
    "met": "Met",
    "missed": "Missed",
    "unknown": "Not known",
}

PRACTICE_STATUSES: Mapping[PracticeStatus, str] = {
    "missing": "Missing",
    "partly": "Partly in place",
    "unknown": "Not known yet",
    "in-place": "In place",
    "does-not-apply": "Does not apply",
}

RISKS: Mapping[Risk, str] = {
    "high": "High risk",
    "some": "Some risk",
    "unknown": "Not known yet",
    "none": "No sign of it",
    "does-not-apply": "Does not apply",
}

NOT_COUNTED: Mapping[NotCountedReason, str] = {
    "you-build-it-you-run-it-only": "Counts only under You Build It You Run It",
    "no-rota-called-for": "Counts only where the target calls for an on-call rota",
    "operations-rota": "Tells of operations' people, so it does not count for the team",
    "no-out-of-hours-cover": "Counts only where there is out-of-hours cover",
}

PHASES: Mapping[int, str] = {
    1: "Selection and governance",
    2: "Build, enable, respond and measure",
    3: "Scale",
}

WHEN: Mapping[When, str] = {
    "now": "It can happen today",
    "if-adopted": "It waits if the team takes over and nothing else changes",
    "at-launch": "It waits at launch, if nothing else changes",
    "until-handover": "It can happen as long as the team still runs the service",
}
"""When a pitfall at risk can happen."""

WHEN_BRIEFLY: Mapping[When, str] = {
    "now": "today",
    "if-adopted": "if the team takes over",
    "at-launch": "at launch",
    "until-handover": "until handed over",
}
"""The same in a word or two."""

TARGETS: Mapping[TargetName, str] = {
    "deployment": "The deployment target",
    "availability": "The availability target",
    "restore": "The time to restore",
}

CAUTIONS: Mapping[CautionName, str] = {
    "busy-foundational-system": "a foundational system as busy as a digital service",
    "cover-below-exposure": "cover out of hours is below what the exposure calls for",
    "digital-service-under-ops-run-it": "a digital service under Ops Run It",
    "extreme-availability-is-rare": "99.99% is seldom needed",
    "high-availability-under-ops-run-it": "99.9% under Ops Run It",
    "low-demand-digital-service": "little is asked of a digital service",
    "meets-its-targets-today": "it meets its targets today",
    "no-sibling-to-share-with": "no sibling team to share a rota with",
    "one-exposure-for-both": "one exposure for both parts",
    "operations-cover-out-of-hours": "operations covers the team's service out of hours",
    "peak-cover-short": "cover in the peak is below what it calls for",
    "rota-beyond-exposure": "a rota beyond what the exposure calls for",
    "thin-operations-rota": "operations' own rota is thin",
    "too-few-for-the-rota": "too few people for the rota called for",
    "weaker-foundation": "the digital part stands on a weaker foundation",
}
"""Each caution in a few words, as a reason to start with something."""

NO_SCORE: Mapping[ScoreBasis, str] = {
    "none": "No score: nothing is answered yet",
    "too-little-asked": "No score: fewer than three of its questions apply",
    "too-few": "No score yet: too few of its questions are answered",
}
"""Why a dimension has no score."""

RULES: Mapping[str, str] = {
    "all-governance-practices-missing": "All three governance practices are missing",
    "no-majority-of-build-practices": (
        "Fewer than a majority of the build practices that apply are in place"
    ),
}

THIN_ROTA = (
    "Operations' own rota rests on few people too. Whoever carries it is tired when it matters: "
    "share it among more."
)

RESERVED_OPTIONS: Mapping[str, str] = {
    "dont-know": "Don't know",
    "does-not-apply": "Does not apply",
}

NO_EXPOSURE = "none"
"""The option of an exposure that may be left out, for who says that there is none of its own; to
the scoring core it is no exposure."""

NO_EXPOSURES: Mapping[str, str] = {
    "peak-exposure": "There is no peak event",
    "foundational-exposure": "The same as for the digital part",
}
"""What that option says, by question."""

_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}


def title_from_slug(slug: str) -> str:
    """A readable name for an entry that later versions of the playbook no longer hold."""
    return slug.replace("-", " ").capitalize()


def money(amount: int, currency: str) -> str:
    """An amount in whole units, with its sign or its ISO 4217 code: £250,000 or CHF 250,000;
    bare where the currency is not known, an empty text."""
    sign = _SIGNS.get(currency)
    return f"{sign}{amount:,}" if sign else f"{currency} {amount:,}".lstrip()


def placed(amount: int, currency: str, bands: Sequence[Band]) -> str:
    """An amount with the band it falls into and the availability that this calls for:
    £12,000: medium, 99.0%."""
    band = band_of(Exposure(amount=amount), bands)
    return f"{money(amount, currency)}: {BANDS[band].lower()}, {AVAILABILITY[band]}%"


def availability(target: Availability) -> str:
    """A target as a share: 99.0%."""
    return f"{target}%"


def duration(seconds: Fraction) -> str:
    """A time in whole minutes, or seconds below two minutes: 8 hours 24 minutes. Rounded down, so
    that no more is ever said to be tolerable than is."""
    if seconds < 120:
        return _counted(floor(seconds), "second")
    hours, minutes = divmod(floor(seconds / 60), 60)
    said = [_counted(hours, "hour")] if hours else []
    if minutes or not hours:
        said.append(_counted(minutes, "minute"))
    return " ".join(said)


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
