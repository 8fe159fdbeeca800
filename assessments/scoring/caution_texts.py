"""The cautions in words, and the page that each of them rests on.

Source: practices/selection, practices/scale, pitfalls and the drawbacks of Ops Run It.
"""

from __future__ import annotations

from collections.abc import Mapping

from assessments.playbook.playbook import Playbook
from assessments.playbook.questions import DONT_KNOW
from assessments.playbook.rule_slugs import SCHEDULE_PRACTICES
from assessments.scoring.context import Context
from assessments.scoring.placement import Placement, accepted_loss
from assessments.scoring.points import peak_cover
from assessments.scoring.sentence_terms import money
from assessments.scoring.vocabulary import CautionName, OutOfHours

FIXED: Mapping[CautionName, str] = {
    "low-demand-digital-service": (
        "Little is at risk and little is asked of this digital service. Before spending on how "
        "it is run, ask whether it is the right product for its users."
    ),
    "digital-service-under-ops-run-it": (
        "A digital service seldom has the demand of a utility. Check the estimate of demand "
        "with whoever owns the product: at weekly deployments the model would be You Build It "
        "You Run It, and features held up meanwhile are a cost nobody books."
    ),
    "busy-foundational-system": (
        "Asked for changes this often, the foundational system behaves as a digital service. "
        "Check whether the demand lasts, or whether the busy part is custom software that "
        "ought to be a service of its own."
    ),
    "high-availability-under-ops-run-it": (
        "99.9% leaves ten minutes a week, and it can take up to 20 minutes between support "
        "levels before a single alert is acknowledged. Compare last quarter's availability and "
        "time to restore with the target before committing to it."
    ),
    "weaker-foundation": (
        "The digital part is to be more available than the foundational part it stands on. It can "
        "only hold its target by working on while the foundation fails: decide what users still "
        "get then, or bring the two targets together."
    ),
    "operations-cover-out-of-hours": (
        "Operations covers the product team's service out of hours. Whoever is never woken by "
        "a fault has less reason to build it out, so expect weaker operability; let the "
        "service wait for the morning, or the team or its domain carry the rota."
    ),
    "no-sibling-to-share-with": (
        "The target calls for a rota shared by the teams of a domain, and there is no other team "
        "to share one with. Either the team carries a rota of its own, at the whole price, or the "
        "exposure is looked at again, or failures at night wait for the morning and that loss is "
        "accepted."
    ),
    "thin-operations-rota": (
        "Operations' own out-of-hours rota rests on fewer than three people, or on goodwill. It "
        "wears out as any thin rota does: ask for three or more people with paid standby, or for "
        "an outsourced rota that has them."
    ),
    "one-exposure-for-both": (
        "Only one exposure was given, so both parts are insured against the same loss. If one "
        "of them costs less when it fails, this may over-insure it: estimate them apart."
    ),
}
"""The words of the cautions that say the same in every case."""

ROTAS: Mapping[OutOfHours, str] = {
    "domain": "a rota shared with the sibling teams of a domain",
    "team": "a rota of the team's own",
    "operations": "somebody of operations to answer",
}
"""A cover that is called for, after "calls for"."""

COVERED_TODAY: Mapping[str, str] = {
    "none": "alerts wait for the next working day",
    "best-effort": "whoever happens to notice helps",
    "domain": "a domain rota answers",
    DONT_KNOW: "nobody could say who answers",
}
"""How a cover that falls short works today, after "today"."""


def extreme_availability(here: Placement) -> str:
    """99.99%, and what the last nine saves where the exposure is known as an amount."""
    text = (
        "99.99% is seldom truly needed. It allows about a minute of failure a week, and asks "
        "for redundancy everywhere, automatic recovery and a team on call day and night. "
        "Compare that price with what 99.9% would lose before committing."
    )
    if here.amount is None:
        return text
    saved = accepted_loss(here.amount, "99.9") - accepted_loss(here.amount, "99.99")
    return (
        f"{text} At {money(here.amount)} an hour the last nine saves at most {money(saved)} a week."
    )


def cover_below_exposure(context: Context) -> str:
    """Less cover out of hours than the everyday target calls for."""
    judged = context.judged
    unless = "" if context.profile.out_of_hours_loss else ", unless nobody uses it then"
    return (
        f"{judged.availability}% calls for {ROTAS[judged.on_call.out_of_hours]} out of hours"
        f"{unless}; today {COVERED_TODAY[context.cover or DONT_KNOW]}. Most of the week lies out "
        "of hours: as it is, that loss is not insured."
    )


def peak_cover_short(context: Context) -> str:
    """Less cover than the peak's window calls for."""
    peak = context.judged.peak or context.judged
    unless = "" if "peak-readiness" in context.answers else ", unless it goes up for the peak"
    return (
        f"In the peak {peak.availability}% calls for "
        f"{ROTAS[peak_cover(context.placements[0])]} out of hours; today "
        f"{COVERED_TODAY[context.cover or DONT_KNOW]}{unless}. Raise the cover just before the "
        "peak and lower it just after."
    )


def rota_beyond_exposure(context: Context) -> str:
    """A rota above what the target calls for, everyday and in the peak."""
    availability = (context.judged.peak or context.judged).availability
    window = " even in the peak" if context.higher_peak else ""
    waste = (
        "is standby pay for the wrong insurance, unless another service of the team calls for it."
    )
    if peak_cover(context.placements[0]) == "none":
        return (
            f"At {availability}% no out-of-hours rota is called for{window}: alerts can wait for "
            f"the next working day. A rota {waste} Stand it down, or revisit the exposure."
        )
    unless = (
        "" if context.profile.sibling_teams else ", unless there is no sibling team to share with"
    )
    return (
        f"At {availability}% a rota shared with the sibling teams of a domain is enough{window}"
        f"{unless}. A rota of the team's own {waste}"
    )


def too_few_for_the_rota(context: Context) -> str:
    """Fewer people than a rota that lasts needs, and nobody to share it with."""
    willing = (
        "Nobody in the team would take an on-call turn"
        if context.profile.rota_people == "none"
        else "Only one or two people of the team would take an on-call turn"
    )
    rota = ROTAS[context.judged.on_call.out_of_hours]
    return (
        f"{willing}, and the target calls for {rota}. A rota that lasts needs at least three "
        "people. Find out what keeps them from it, pay, contract or preparation, before promising "
        "the target."
    )


def meets_its_targets_today(context: Context) -> str:
    """Little to gain from changing hands; what it would gain depends on the direction."""
    if not context.team_runs_it:
        return (
            "The service meets its targets today, run as it is: it works. What a change would "
            "save is standby and the team's attention, at the price of weeks to months of "
            "changing hands."
        )
    return (
        "The service meets its targets today, run as it is. There is little to gain today from "
        "changing hands: check the demand first, since that is what would make the difference."
    )


_RESTS_ON: Mapping[CautionName, str] = {
    "low-demand-digital-service": "select-you-build-it-you-run-it-for-digital-services",
    "digital-service-under-ops-run-it": "select-deployment-target-on-feature-demand",
    "busy-foundational-system": "select-ops-run-it-for-foundational-systems",
    "extreme-availability-is-rare": "select-you-build-it-you-run-it-for-99.99-availability",
    "high-availability-under-ops-run-it": "slow-acknowledgement",
    "weaker-foundation": "architect-for-adaptability",
    "operations-cover-out-of-hours": SCHEDULE_PRACTICES["none"],
    "cover-below-exposure": "select-out-of-hours-schedule-on-financial-exposure",
    "peak-cover-short": "select-a-higher-availability-target-for-peak-exposure",
    "rota-beyond-exposure": "linear-run-costs",
    "too-few-for-the-rota": "craft-a-sustainable-on-call-schedule",
    "no-sibling-to-share-with": SCHEDULE_PRACTICES["domain"],
    "thin-operations-rota": "limited-on-call-schedule",
    "meets-its-targets-today": "select-you-build-it-you-run-it-for-digital-services",
    "one-exposure-for-both": "select-an-availability-target-on-financial-exposure",
}
"""The practice, pitfall or drawback whose page each caution rests on."""


def source_page(playbook: Playbook, caution: CautionName) -> str:
    """The page a caution rests on, as a path under the playbook's address."""
    slug = _RESTS_ON[caution]
    kinds = (playbook.practices, playbook.pitfalls, playbook.drawbacks)
    return next(entries[slug].page for entries in kinds if slug in entries)
