"""What to start with: at most three practices, the most urgent first.

What makes a practice urgent, and by how much, is the project's own; which practice serves which
target follows the playbook's pages on each of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessments.playbook.playbook import Playbook
from assessments.playbook.questions import DONT_KNOW
from assessments.playbook.rule_slugs import (
    MEASUREMENT_PRACTICES,
    MODEL_PRACTICES,
    ON_CALL_PRACTICES,
    PEAK_PRACTICE,
    SCHEDULE_PRACTICES,
    SELECT_SCHEDULE,
)
from assessments.scoring.context import Context
from assessments.scoring.pitfalls import guards_of
from assessments.scoring.practices import schedule_called_for
from assessments.scoring.questions_put import COVER
from assessments.scoring.result import (
    FirstStep,
    GuardedPitfall,
    JudgedPitfall,
    JudgedPractice,
    MissedTarget,
    RaisedCaution,
    Urge,
)
from assessments.scoring.vocabulary import CautionName, TargetName

MOST = 3
"""How many practices one can start with at a time."""

ACCOUNTABILITY = "make-product-team-budget-holders-accountable-for-business-outcomes"
INCIDENT_MANAGEMENT = "integrate-into-incident-management-as-is"

SERVES_TARGET: Mapping[TargetName, Collection[str]] = {
    "deployment": (
        "be-prepared-to-deploy-at-any-time",
        "pre-approve-low-risk-repeatable-changes",
        "architect-for-adaptability",
    ),
    "availability": ("architect-for-adaptability", "automate-a-telemetry-toolchain"),
    "restore": (
        "automate-a-telemetry-toolchain",
        "prepare-for-on-call-from-day-one",
        INCIDENT_MANAGEMENT,
        "establish-specialists-as-a-service",
        "maximise-discoverability-of-teams-and-services",
        "run-regular-chaos-days",
    ),
}
"""The practices that bring each target within reach."""

_BY_SCHEDULE: tuple[CautionName, ...] = ("operations-cover-out-of-hours", "rota-beyond-exposure")
"""The cautions that a fitting schedule settles."""


_PART_OF_THE_DECISION = frozenset({*MODEL_PRACTICES, SELECT_SCHEDULE})
_MEASUREMENT = frozenset(MEASUREMENT_PRACTICES.values())
_SCHEDULE = frozenset(SCHEDULE_PRACTICES.values())


@dataclass(frozen=True, slots=True)
class _Found:
    """All that makes practices urgent, by practice: the pitfalls at high or some risk that they
    protect from, the missed targets and the cautions that they serve. `settling` are those that
    settle an answer which raises no caution."""

    guarded: Mapping[str, Sequence[JudgedPitfall]]
    targets: Mapping[str, Sequence[TargetName]]
    cautions: Mapping[str, Sequence[CautionName]]
    settling: Collection[str]
    accountability_waits: bool


def find_first_steps(
    playbook: Playbook,
    context: Context,
    practices: Sequence[JudgedPractice],
    pitfalls: tuple[JudgedPitfall, ...],
    missed: Sequence[TargetName],
    cautions: Collection[CautionName],
) -> tuple[tuple[FirstStep, ...], tuple[TargetName, ...]]:
    """The practices to start with, and the missed targets that no practice at hand serves.

    `missed` are the targets missed today. A step may have no reason but that the practice is
    missing; an empty list says that nothing answered so far names a step.
    """
    schedule = schedule_called_for(context)
    found = _Found(
        _guarded(playbook, pitfalls, cautions),
        _targets(missed),
        _cautions(context, schedule, cautions),
        _settling(context, schedule),
        any(map(_makes_accountability_wait, pitfalls)),
    )
    is_cover_short = COVER in context.chosen and COVER not in context.full_marks
    idle = ON_CALL_PRACTICES if is_cover_short and not context.rota_called_for else ()
    candidates = [practice for practice in practices if _is_candidate(practice, idle)]
    slugs = {practice.slug for practice in candidates}
    unexplained = tuple(target for target in missed if slugs.isdisjoint(SERVES_TARGET[target]))
    least = 2 if unexplained else 1
    urgent = [
        (urgency, practice)
        for practice in candidates
        if (urgency := _urgency(practice, found)) >= least
    ]
    # Sorting keeps the playbook's order where all else is equal.
    urgent.sort(key=lambda pair: (-pair[0], *_order(pair[1])))
    steps = tuple(FirstStep(it.slug, tuple(_because(it.slug, found))) for _, it in urgent[:MOST])
    return steps, unexplained


def _is_candidate(practice: JudgedPractice, idle: Collection[str]) -> bool:
    """Whether a practice can be a step: something is lacking, and adopting it is no part of the
    decision itself, of measuring what is measured, or of a rota that is not called for, whose
    practices are `idle`.
    """
    if practice.status not in ("missing", "partly"):
        return False
    if practice.slug in _PART_OF_THE_DECISION:
        return False
    if practice.slug in _MEASUREMENT:
        return any(answer.option == DONT_KNOW for answer in practice.called_for_by)
    return practice.slug not in idle


def _order(practice: JudgedPractice) -> tuple[bool, bool, int, int]:
    return (
        practice.slug not in _SCHEDULE,
        practice.status != "missing",
        practice.phase,
        practice.step,
    )


def _urgency(practice: JudgedPractice, found: _Found) -> int:
    """How urgent a practice is: what it guards against, what it serves, and its absence."""
    slug = practice.slug
    cautions = found.cautions.get(slug, ())
    guarding = max(map(_danger, found.guarded.get(slug, ())), default=0)
    is_below = "cover-below-exposure" in cautions
    serves = len(cautions) > is_below or slug in found.targets or slug in found.settling
    waits = slug == ACCOUNTABILITY and found.accountability_waits
    return guarding + 2 * serves + 5 * is_below + 2 * waits + (practice.status == "missing")


def _danger(pitfall: JudgedPitfall) -> int:
    if pitfall.risk == "some":
        return 1
    return 3 if pitfall.when == "now" else 2


def _settling(context: Context, schedule: str | None) -> Collection[str]:
    """The practices that settle an answer which raises no caution of its own: best effort where
    no rota is called for, a peak for which too little changes.
    """
    settling = set()
    if schedule and context.cover == "best-effort" and not context.rota_called_for:
        settling.add(schedule)
    if "peak-readiness" in context.speaking:
        settling.add(PEAK_PRACTICE)
    return settling


def _makes_accountability_wait(pitfall: JudgedPitfall) -> bool:
    """Whether being responsible without being accountable waits for a team that takes over."""
    return (
        pitfall.slug == "responsible-but-unaccountable"
        and pitfall.risk == "high"
        and pitfall.when in ("if-adopted", "at-launch")
    )


def _because(slug: str, found: _Found) -> Iterator[Urge]:
    yield from (GuardedPitfall(pitfall.slug) for pitfall in found.guarded.get(slug, ()))
    yield from (MissedTarget(target) for target in found.targets.get(slug, ()))
    yield from (RaisedCaution(caution) for caution in found.cautions.get(slug, ()))


def _guarded(
    playbook: Playbook, pitfalls: Sequence[JudgedPitfall], cautions: Collection[CautionName]
) -> Mapping[str, Sequence[JudgedPitfall]]:
    found: defaultdict[str, list[JudgedPitfall]] = defaultdict(list)
    for pitfall in pitfalls:
        if pitfall.risk in ("high", "some"):
            for practice in guards_of(pitfall.slug, playbook, cautions):
                found[practice].append(pitfall)
    return found


def _targets(missed: Sequence[TargetName]) -> Mapping[str, Sequence[TargetName]]:
    """The missed targets that each practice serves."""
    found: defaultdict[str, list[TargetName]] = defaultdict(list)
    for target in missed:
        for practice in SERVES_TARGET[target]:
            found[practice].append(target)
    return found


def _cautions(
    context: Context, schedule: str | None, raised: Collection[CautionName]
) -> Mapping[str, Sequence[CautionName]]:
    """The cautions raised that each practice serves, by name."""
    served: dict[str, Sequence[CautionName]] = {PEAK_PRACTICE: ("peak-cover-short",)}
    if schedule:
        served[schedule] = ("cover-below-exposure", *_BY_SCHEDULE)
    if not context.team_runs_it:
        served[INCIDENT_MANAGEMENT] = ("cover-below-exposure",)
    return {
        practice: [caution for caution in cautions if caution in raised]
        for practice, cautions in served.items()
    }
