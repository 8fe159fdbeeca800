"""What each target asks of the people who hold it, with the practices to read on in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessments.playbook.playbook import Playbook
from assessments.playbook.rule_slugs import MODEL_PRACTICES, SCHEDULE_PRACTICES
from assessments.playbook.text_snapshot import word
from assessments.reports import in_practice_texts, result_labels
from assessments.reports.allowance import Allowance, allowances
from assessments.reports.report import Link
from assessments.reports.wording_lookup import WordingLookup
from assessments.scoring.verdict import Part, Recommendation
from assessments.scoring.vocabulary import Deployment, OutOfHours

_AVAILABILITY_PRACTICES = (
    "select-an-availability-target-on-financial-exposure",
    "architect-for-adaptability",
    "measure-service-reliability",
)
_DEPLOYMENT_PRACTICES: Mapping[Deployment, tuple[str, ...]] = {
    "monthly": ("measure-deployment-throughput",),
    "fortnightly": ("measure-deployment-throughput",),
    "fortnightly-to-weekly": ("pre-approve-low-risk-repeatable-changes",),
    "weekly": ("pre-approve-low-risk-repeatable-changes", "be-prepared-to-deploy-at-any-time"),
    "daily": ("pre-approve-low-risk-repeatable-changes", "be-prepared-to-deploy-at-any-time"),
}
_WORKING_HOURS_PRACTICES = (
    "prepare-for-on-call-from-day-one",
    "integrate-into-incident-management-as-is",
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A target, what it means for the people who hold it, and where to read on; `allowances`
    are the times that an availability target leaves for failure."""

    title: str
    text: str
    links: tuple[Link, ...]
    allowances: tuple[Allowance, ...] = ()


@dataclass(frozen=True, slots=True)
class PartInPractice:
    """What the model and the targets of one part mean, in the order of the targets."""

    title: str
    meanings: tuple[Meaning, ...]


def tell_in_practice(
    playbook: Playbook, recommendation: Recommendation
) -> tuple[PartInPractice, ...]:
    """What each part's model and targets mean, digital first."""
    voices = WordingLookup(word(playbook), (), "")
    return tuple(
        PartInPractice(result_labels.PARTS[part.part], tuple(_meanings(playbook, voices, part)))
        for part in recommendation.parts
    )


def _meanings(playbook: Playbook, voices: WordingLookup, part: Part) -> list[Meaning]:
    def practices(*slugs: str) -> tuple[Link, ...]:
        """Of these practices, those that serve the part's model."""
        serving = (slug for slug in slugs if part.model in playbook.practices[slug].serves)
        return tuple(voices.link("practice", slug) for slug in serving)

    cover = part.on_call.out_of_hours
    told = [
        Meaning(
            result_labels.MODELS[part.model],
            playbook.models[part.model].summary,
            (voices.link("model", part.model), voices.link("practice", _behind(part))),
        ),
        Meaning(
            f"{result_labels.availability(part.availability)} available",
            in_practice_texts.AVAILABILITY[part.availability],
            practices(*_AVAILABILITY_PRACTICES),
            allowances(part.availability),
        ),
        Meaning(
            f"Deployed: {result_labels.DEPLOYMENTS[part.deployment].lower()}",
            in_practice_texts.DEPLOYMENT[part.deployment],
            practices(
                "select-deployment-target-on-feature-demand",
                *_DEPLOYMENT_PRACTICES[part.deployment],
            ),
        ),
        Meaning(
            f"In working hours: {result_labels.COVER[part.on_call.working_hours].lower()}",
            in_practice_texts.WORKING_HOURS[part.on_call.working_hours],
            practices(*_WORKING_HOURS_PRACTICES),
        ),
        Meaning(
            f"Out of hours: {result_labels.COVER[cover].lower()}",
            in_practice_texts.OUT_OF_HOURS[cover],
            practices(*_cover_practices(cover)),
        ),
    ]
    if part.peak:
        target = part.peak.availability
        peak = practices("select-a-higher-availability-target-for-peak-exposure")
        title = f"At the peak: {result_labels.availability(target)}"
        told.append(Meaning(title, in_practice_texts.PEAK, peak, allowances(target)))
    return told


def _behind(part: Part) -> str:
    """The practice that selects the part's model."""
    extreme, digital, foundational = MODEL_PRACTICES
    if part.availability == "99.99":
        return extreme
    return foundational if part.model == "ops-run-it" else digital


def _cover_practices(cover: OutOfHours) -> tuple[str, ...]:
    if cover == "operations":
        return ()
    schedule = SCHEDULE_PRACTICES[cover]
    if cover == "none":
        return (schedule,)
    return (
        schedule,
        "craft-a-sustainable-on-call-schedule",
        "fund-on-call-costs-from-product-team-budgets",
    )
