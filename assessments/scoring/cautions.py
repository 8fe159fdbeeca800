"""What to look into beside a recommendation. A caution never changes it.

Source: practices/selection, practices/scale, pitfalls and the drawbacks of Ops Run It.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assessments.playbook.playbook import Playbook
from assessments.playbook.questions import DONT_KNOW
from assessments.scoring import caution_texts as texts
from assessments.scoring.context import Context
from assessments.scoring.placement import Placement
from assessments.scoring.points import cover_rank, peak_cover
from assessments.scoring.result import AgainstTargets, JudgedPractice
from assessments.scoring.selector import BANDS
from assessments.scoring.verdict import Caution
from assessments.scoring.vocabulary import CautionName, PartName

CRAFT = "craft-a-sustainable-on-call-schedule"

_Raised = tuple[CautionName, PartName | None, str]


def raise_cautions(
    playbook: Playbook,
    context: Context,
    practices: Sequence[JudgedPractice],
    against: AgainstTargets,
) -> tuple[Caution, ...]:
    """Every caution that holds, by name and then by part, digital first."""
    craft = next(practice for practice in practices if practice.slug == CRAFT)
    found: list[_Raised] = [
        *_of_parts(context),
        *_of_cover(context),
        *_of_rota(context, is_crafted=craft.status == "in-place"),
    ]
    if _meets_its_targets(context, against):
        name: CautionName = "meets-its-targets-today"
        found.append((name, context.judged.part, texts.meets_its_targets_today(context)))
    profile = context.profile
    if profile.composition == "both" and profile.foundational_exposure is None:
        found.append(("one-exposure-for-both", None, texts.FIXED["one-exposure-for-both"]))
    return tuple(
        Caution(name, part, text, playbook.url(texts.source_page(playbook, name)))
        for name, part, text in sorted(found, key=lambda caution: caution[0])
    )


def _of_parts(context: Context) -> Iterator[_Raised]:
    for here in context.placements:
        for name in _of_part(here):
            yield name, here.part, texts.FIXED[name]
        if here.availability == "99.99":
            text = texts.extreme_availability(here)
            yield "extreme-availability-is-rare", here.part, text
    digital = context.placements[0]
    stands_on_less = any(
        BANDS.index(digital.band) > BANDS.index(foundation.band)
        for foundation in context.placements[1:]
    )
    if stands_on_less and "failure-design" not in context.full_marks:
        yield "weaker-foundation", digital.part, texts.FIXED["weaker-foundation"]


def _of_part(here: Placement) -> Iterator[CautionName]:
    digital, operations = here.part == "digital", here.model == "ops-run-it"
    holds: Mapping[CautionName, bool] = {
        "low-demand-digital-service": digital and here.demand == "low" and here.band == "low",
        "digital-service-under-ops-run-it": digital and operations,
        "busy-foundational-system": not digital and here.demand in ("high", "very-high"),
        "high-availability-under-ops-run-it": operations and here.availability == "99.9",
    }
    return (name for name, held in holds.items() if held)


def _of_cover(context: Context) -> Iterator[_Raised]:
    """Who answers out of hours today against what is called for then."""
    part = context.judged.part
    team_has_it = context.team_runs_it and context.profile.present_model != "ops-run-it"
    if team_has_it and context.cover == "operations":
        name: CautionName = "operations-cover-out-of-hours"
        yield name, part, texts.FIXED[name]
    is_below = _is_cover_below(context)
    if is_below:
        yield "cover-below-exposure", part, texts.cover_below_exposure(context)
    elif _is_peak_cover_short(context):
        yield "peak-cover-short", part, texts.peak_cover_short(context)
    if _is_beyond(context):
        yield "rota-beyond-exposure", part, texts.rota_beyond_exposure(context)


def _is_cover_below(context: Context) -> bool:
    if context.rota_called_for:
        return context.covers_less_than(context.judged.on_call.out_of_hours)
    if context.team_runs_it or context.judged.availability == "95.0":
        return False
    is_quiet = context.profile.out_of_hours_loss == "nothing"
    return context.cover in ("none", "best-effort", DONT_KNOW) and not is_quiet


def _is_peak_cover_short(context: Context) -> bool:
    if not (context.team_runs_it and context.higher_peak):
        return False
    is_ready = "peak-readiness" in context.full_marks
    return not is_ready and context.covers_less_than(peak_cover(context.placements[0]))


def _is_beyond(context: Context) -> bool:
    """Whether a rota of product teams is more than the peak, if any, calls for as well."""
    if not context.team_runs_it or context.cover not in ("domain", "team"):
        return False
    called_for = peak_cover(context.placements[0])
    if called_for == "domain" and context.profile.sibling_teams == "none":
        return False
    return cover_rank(context.cover) > cover_rank(called_for)


def _of_rota(context: Context, *, is_crafted: bool) -> Iterator[_Raised]:
    """Whether the people are there whom a rota takes."""
    part = context.judged.part
    too_few = context.rota_called_for and not is_crafted and _lacks_people(context)
    if too_few:
        yield "too-few-for-the-rota", part, texts.too_few_for_the_rota(context)
    elif _lacks_siblings(context):
        name: CautionName = "no-sibling-to-share-with"
        yield name, part, texts.FIXED[name]
    rota = context.chosen.get("on-call-rota")
    if context.operations_rota and rota and rota.slug in ("goodwill", "one-or-two-people"):
        yield "thin-operations-rota", part, texts.FIXED["thin-operations-rota"]


def _lacks_people(context: Context) -> bool:
    profile = context.profile
    if profile.rota_people != "one-or-two":
        return profile.rota_people == "none"
    alone = profile.sibling_teams == "none"
    return context.judged.on_call.out_of_hours == "team" or alone


def _lacks_siblings(context: Context) -> bool:
    is_shared = context.judged.on_call.out_of_hours == "domain"
    alone = context.profile.sibling_teams == "none"
    return is_shared and alone and context.cover not in ("domain", "team")


def _meets_its_targets(context: Context, against: AgainstTargets) -> bool:
    """Whether it would change hands although it holds its targets: a hybrid has one foot in the
    model already where that is You Build It You Run It.
    """
    statuses = (against.deployment, against.availability, against.restore)
    here_already = {context.judged.model, *(["hybrid"] if context.team_runs_it else [])}
    return (
        context.misfits is True
        and "missed" not in statuses
        and statuses.count("met") >= 2
        and context.profile.present_model not in here_already
    )
