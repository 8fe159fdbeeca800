"""What to look into beside a recommendation. A caution never changes it.

Source: practices/selection, practices/scale, pitfalls and the drawbacks of Ops Run It; each
caution links its own page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assessments.playbook.playbook import Playbook
from assessments.scoring.inputs import Profile
from assessments.scoring.placement import Placement, accepted_loss
from assessments.scoring.result import Caution, CautionName, OutOfHours, PartName
from assessments.scoring.selector import out_of_hours
from assessments.scoring.sentence_terms import money

_BEYOND: Mapping[OutOfHours, tuple[str, ...]] = {"none": ("domain", "team"), "domain": ("team",)}
"""For each cover that may be called for, the rotas that go beyond it."""

_TEXTS: Mapping[CautionName, str] = {
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
    "extreme-availability-is-rare": (
        "99.99% is seldom truly needed. It allows about a minute of failure a week, and asks "
        "for redundancy everywhere, automatic recovery and a team on call day and night. "
        "Compare that price with what 99.9% would lose before committing."
    ),
    "high-availability-under-ops-run-it": (
        "99.9% leaves ten minutes a week, and it can take up to 20 minutes between support "
        "levels before a single alert is acknowledged. Compare last quarter's availability and "
        "time to restore with the target before committing to it."
    ),
    "operations-cover-out-of-hours": (
        "Operations covers the product team's service out of hours. Whoever is never woken by "
        "a fault has less reason to build it out, so expect weaker operability; let the "
        "service wait for the morning, or the team or its domain carry the rota."
    ),
    "one-exposure-for-both": (
        "Only one exposure was given, so both parts are insured against the same loss. If one "
        "of them costs less when it fails, this may over-insure it: estimate them apart."
    ),
}


def raise_cautions(
    playbook: Playbook,
    profile: Profile,
    placements: Sequence[Placement],
    held: str | None = None,
) -> tuple[Caution, ...]:
    """Every caution that holds, by name and then by part, digital first.

    `held` is who covers the judged part out of hours today, as the option chosen for
    out-of-hours-cover; None where that is not known.
    """
    found: list[tuple[CautionName, PartName | None, str]] = [
        (name, here.part, _TEXTS[name] + _price(here, name))
        for here in placements
        for name in _of_part(here)
    ]
    judged = placements[0]
    if judged.model == "you-build-it-you-run-it" and held == "operations":
        name: CautionName = "operations-cover-out-of-hours"
        found.append((name, judged.part, _TEXTS[name]))
    called_for = out_of_hours(judged.model, judged.availability)
    if held in _BEYOND.get(called_for, ()):
        found.append(("rota-beyond-exposure", judged.part, _beyond(judged, called_for)))
    if profile.composition == "both" and profile.foundational_exposure is None:
        found.append(("one-exposure-for-both", None, _TEXTS["one-exposure-for-both"]))
    pages = source_pages(playbook)
    return tuple(
        Caution(name, part, text, playbook.url(pages[name]))
        for name, part, text in sorted(found, key=lambda caution: caution[0])
    )


def _of_part(here: Placement) -> Iterator[CautionName]:
    digital, operations = here.part == "digital", here.model == "ops-run-it"
    holds: dict[CautionName, bool] = {
        "low-demand-digital-service": digital and here.demand == "low" and here.band == "low",
        "digital-service-under-ops-run-it": digital and operations,
        "busy-foundational-system": not digital and here.demand in ("high", "very-high"),
        "extreme-availability-is-rare": here.availability == "99.99",
        "high-availability-under-ops-run-it": operations and here.availability == "99.9",
    }
    return (name for name, held in holds.items() if held)


def _price(here: Placement, name: CautionName) -> str:
    """What the last nine saves, where the exposure is known as an amount."""
    if name != "extreme-availability-is-rare" or here.amount is None:
        return ""
    saved = accepted_loss(here.amount, "99.9") - accepted_loss(here.amount, "99.99")
    return f" At {money(here.amount)} an hour the last nine saves at most {money(saved)} a week."


def _beyond(judged: Placement, called_for: OutOfHours) -> str:
    """The words for a rota above what the target calls for."""
    waste = "The rest is standby pay for the wrong insurance."
    if called_for == "none":
        return (
            f"At {judged.availability}% no out-of-hours rota is called for: alerts can wait for "
            f"the next working day. {waste} Stand it down, or revisit the exposure."
        )
    return (
        f"At {judged.availability}% a rota shared with the sibling teams of a domain is enough, "
        f"unless there is no sibling team to share with. {waste}"
    )


def source_pages(playbook: Playbook) -> Mapping[CautionName, str]:
    """The page each caution rests on, as a path under the playbook's address."""
    practices = playbook.practices
    exposure = practices["select-an-availability-target-on-financial-exposure"].page
    return {
        "low-demand-digital-service": practices[
            "select-you-build-it-you-run-it-for-digital-services"
        ].page,
        "digital-service-under-ops-run-it": practices[
            "select-deployment-target-on-feature-demand"
        ].page,
        "busy-foundational-system": practices["select-ops-run-it-for-foundational-systems"].page,
        "extreme-availability-is-rare": practices[
            "select-you-build-it-you-run-it-for-99.99-availability"
        ].page,
        "high-availability-under-ops-run-it": playbook.drawbacks["slow-acknowledgement"].page,
        "operations-cover-out-of-hours": practices[
            "select-no-out-of-hours-schedule-for-lower-availability-targets"
        ].page,
        "rota-beyond-exposure": playbook.pitfalls["linear-run-costs"].page,
        "one-exposure-for-both": exposure,
    }
