"""How near each pitfall of adopting You Build It You Run It is, when, and because of what.

One clear cause, or two hints, make a risk high. Source: pitfalls, and the practices that
each of them names as a protection; when a pitfall waits rather than happens is the project's own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from assessments.playbook.playbook import Playbook
from assessments.playbook.questions import FULL_MARKS, ScoredQuestion, Weight
from assessments.playbook.rule_slugs import COVER_PRACTICES, MAJORITY_GROUP
from assessments.scoring.context import Context
from assessments.scoring.points import points_of
from assessments.scoring.questions_put import COVER
from assessments.scoring.result import (
    Cause,
    Chosen,
    FiredRule,
    JudgedPitfall,
    JudgedPractice,
    LackingPractice,
    RaisedCaution,
    chosen,
)
from assessments.scoring.vocabulary import CautionName, PracticeStatus, Risk, When

GOVERNANCE_GROUP = "governance"

_MORE_THAN_FORTNIGHTLY = ("fortnightly-to-weekly", "weekly", "daily")
_CHANGED_BY_TAKING_OVER = ("first-responder", COVER)
"""What taking over changes by itself, so what it is today says nothing of a team to come."""

_REHEARSED = ("on-call-preparation", "chaos-days")
"""Two sides of one thing as far as daily work goes: together they are one hint."""

Trigger = tuple[Cause, Weight]


def judge_pitfalls(
    playbook: Playbook,
    context: Context,
    practices: Sequence[JudgedPractice],
    cautions: Collection[CautionName],
) -> tuple[JudgedPitfall, ...]:
    """Every pitfall with its risk, in the playbook's order. `because` names every trigger and
    every guarding practice that is missing; it is empty where a pitfall is not judged.
    """
    statuses = {practice.slug: practice.status for practice in practices}
    set_off = _set_off(context)
    return tuple(
        _judge(slug, when, playbook, context, statuses, cautions, set_off[slug])
        if (when := when_judged(slug, context)) is not None
        else JudgedPitfall(slug, "does-not-apply", None, ())
        for slug in playbook.pitfalls
    )


def _judge(
    pitfall: str,
    when: When,
    playbook: Playbook,
    context: Context,
    statuses: Mapping[str, PracticeStatus],
    cautions: Collection[CautionName],
    set_off: Sequence[tuple[Chosen, Weight]],
) -> JudgedPitfall:
    left_out = _left_out(when, context)
    triggers: list[Trigger] = [
        *(trigger for trigger in set_off if trigger[0].question not in left_out),
        *_from_rules(pitfall, playbook, statuses, cautions),
    ]
    guards = guards_of(pitfall, playbook, cautions)
    missing = tuple(LackingPractice(slug) for slug in guards if statuses[slug] == "missing")
    # What is open matters only where nothing speaks, so only there is it looked for.
    open_yet = not (triggers or missing) and (
        any(statuses[slug] == "unknown" for slug in guards)
        or _may_be_set_off(pitfall, playbook, context, left_out)
    )
    weights = [weight for _, weight in triggers]
    return JudgedPitfall(
        slug=pitfall,
        risk=weigh(_as_one(pitfall, triggers, weights), missing=bool(missing), open_yet=open_yet),
        when=when,
        because=(*(cause for cause, _ in triggers), *missing),
    )


def when_judged(pitfall: str, context: Context) -> When | None:
    """When a pitfall can happen, None where it cannot: it is one of a team running a service,
    and some need a condition of their own.
    """
    if pitfall == "change-management-treacle":
        holds = context.judged.deployment in _MORE_THAN_FORTNIGHTLY
    elif pitfall == "limited-on-call-schedule":
        holds = context.rota_called_for_or_held
    elif pitfall == "no-major-incident-management":
        # A peak's target is never below the everyday one.
        highest = context.judged.peak or context.judged
        holds = highest.availability != "95.0"
    else:
        holds = True
    return _when(context) if holds else None


def _when(context: Context) -> When | None:
    present = context.profile.present_model
    if context.team_runs_it:
        by_present: Mapping[str, When] = {"ops-run-it": "if-adopted", "not-live": "at-launch"}
        return by_present.get(present, "now")
    runs_it = present == "you-build-it-you-run-it" or (present == "hybrid" and context.misfits)
    return "until-handover" if runs_it else None


def guards_of(
    pitfall: str, playbook: Playbook, cautions: Collection[CautionName]
) -> tuple[str, ...]:
    """The practices that protect from a pitfall: those that name it. The practices of choosing a
    cover have nothing to protect from as long as no rota goes beyond the exposure.
    """
    beyond = "rota-beyond-exposure" in cautions
    return tuple(slug for slug in playbook.guards[pitfall] if beyond or slug not in COVER_PRACTICES)


def weigh(triggers: Sequence[Weight], *, missing: bool, open_yet: bool) -> Risk:
    """The risk that triggers and guards amount to. `missing`: a guard is; `open_yet`: of a guard
    nothing is known, or an answer is open that could be a clear cause.
    """
    if "decisive" in triggers or len(triggers) > 1:
        return "high"
    if triggers or missing:
        return "some"
    return "unknown" if open_yet else "none"


def _left_out(when: When, context: Context) -> Collection[str]:
    """The questions whose answers set off nothing here."""
    changed = _CHANGED_BY_TAKING_OVER if when == "if-adopted" else ()
    unpaid = () if context.rota_called_for_or_held else ("on-call-funding",)
    return (*changed, *unpaid)


def _set_off(context: Context) -> Mapping[str, Sequence[tuple[Chosen, Weight]]]:
    """What the answers set off, by pitfall, in the playbook's order."""
    found: defaultdict[str, list[tuple[Chosen, Weight]]] = defaultdict(list)
    for question, option in context.speaking.items():
        for trigger in option.sets_off:
            found[trigger.pitfall].append((chosen(question, option.slug), trigger.weight))
    return found


def _as_one(
    pitfall: str, triggers: Sequence[Trigger], weights: Sequence[Weight]
) -> Sequence[Weight]:
    """The weights, with those of two answers about rehearsing as a single hint."""
    if pitfall != "excessive-bau":
        return weights
    is_rehearsed = [
        isinstance(cause, Chosen) and cause.question in _REHEARSED for cause, _ in triggers
    ]
    others = [weight for weight, one in zip(weights, is_rehearsed, strict=True) if not one]
    return [*others, "contributing"] if any(is_rehearsed) else others


def _may_be_set_off(
    pitfall: str, playbook: Playbook, context: Context, left_out: Collection[str]
) -> bool:
    """Whether a question has no option chosen, although one of its options would be a clear
    cause.
    """
    return any(
        question.slug in context.asked
        and question.slug not in context.chosen
        and question.slug not in left_out
        and question.slug not in context.silent
        and not (pitfall == "excessive-bau" and question.slug in _REHEARSED)
        and _is_decisive(question, pitfall, context)
        for question in playbook.decisive[pitfall]
    )


def _is_decisive(question: ScoredQuestion, pitfall: str, context: Context) -> bool:
    """Whether an option that is a clear cause would be short of full marks."""
    judged = context.placements[0]
    only_team = question.counts_for not in (None, judged.model)
    return any(
        only_team or points_of(question, option, judged, context.profile) < FULL_MARKS
        for option in question.options
        for trigger in option.sets_off
        if trigger.pitfall == pitfall and trigger.weight == "decisive"
    )


def _from_rules(
    pitfall: str,
    playbook: Playbook,
    statuses: Mapping[str, PracticeStatus],
    cautions: Collection[CautionName],
) -> Iterator[Trigger]:
    if pitfall == "responsible-but-unaccountable":
        governance = playbook.groups[GOVERNANCE_GROUP].practices
        if all(statuses[slug] == "missing" for slug in governance):
            yield FiredRule("all-governance-practices-missing"), "decisive"
    if pitfall == "excessive-bau":
        build = [statuses[slug] for slug in playbook.groups[MAJORITY_GROUP].practices]
        if lacks_majority(build):
            yield FiredRule("no-majority-of-build-practices"), "contributing"
    if pitfall == "linear-run-costs" and "rota-beyond-exposure" in cautions:
        yield RaisedCaution("rota-beyond-exposure"), "contributing"


def lacks_majority(statuses: Sequence[PracticeStatus]) -> bool:
    """Whether not even a majority of the practices that apply can be in place, one that is partly
    there counting half: it would still fail were every unknown one in place.
    """
    applying = [status for status in statuses if status != "does-not-apply"]
    possible = sum(status in ("in-place", "unknown") for status in applying)
    return bool(applying) and 2 * possible + applying.count("partly") <= len(applying)
