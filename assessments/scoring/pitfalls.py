"""How near each pitfall of adopting You Build It You Run It is, and because of what.

One clear cause, or two hints, make a risk high. Source: pitfalls, and the practices that
each of them names as a protection.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assessments.playbook.playbook import Playbook
from assessments.playbook.questions import Weight
from assessments.playbook.rule_slugs import MAJORITY_GROUP
from assessments.scoring.context import Context
from assessments.scoring.inputs import Answer
from assessments.scoring.result import (
    Cause,
    Chosen,
    FiredRule,
    JudgedPitfall,
    JudgedPractice,
    LackingPractice,
    PracticeStatus,
    RaisedCaution,
    Result,
    Risk,
)

GOVERNANCE_GROUP = "governance"

_ROTAS = ("domain", "team")
_MORE_THAN_FORTNIGHTLY = ("fortnightly-to-weekly", "weekly", "daily")

Trigger = tuple[Cause, Weight]


def judge_pitfalls(
    playbook: Playbook, context: Context, practices: Sequence[JudgedPractice]
) -> tuple[JudgedPitfall, ...]:
    """Every pitfall with its risk, in the playbook's order. `because` names every trigger and
    every guarding practice that is missing or partly in place; it is empty where a pitfall is
    not judged.
    """
    statuses = {practice.slug: practice.status for practice in practices}
    return tuple(
        _judge(slug, playbook, context, statuses)
        if is_judged(slug, context)
        else JudgedPitfall(slug, "does-not-apply", ())
        for slug in playbook.pitfalls
    )


def _judge(
    pitfall: str, playbook: Playbook, context: Context, statuses: Mapping[str, PracticeStatus]
) -> JudgedPitfall:
    triggers = [
        *_from_answers(pitfall, context),
        *_from_rules(pitfall, playbook, context, statuses),
    ]
    guards = {
        practice.slug: statuses[practice.slug]
        for practice in playbook.practices.values()
        if pitfall in practice.guards
    }
    lacking = [
        LackingPractice(slug) for slug, held in guards.items() if held in ("missing", "partly")
    ]
    return JudgedPitfall(
        slug=pitfall,
        risk=weigh([weight for _, weight in triggers], tuple(guards.values())),
        because=(*(cause for cause, _ in triggers), *lacking),
    )


def is_judged(pitfall: str, context: Context) -> bool:
    """Whether a pitfall can befall the service: You Build It You Run It is needed or in use,
    and the pitfall's own condition holds.
    """
    judged, present = context.judged, context.profile.present_model
    if judged.model == "ops-run-it" and present not in ("you-build-it-you-run-it", "hybrid"):
        return False
    if pitfall == "change-management-treacle":
        return judged.deployment in _MORE_THAN_FORTNIGHTLY
    if pitfall == "limited-on-call-schedule":
        return judged.on_call.out_of_hours in _ROTAS or context.held in _ROTAS
    return True


def weigh(triggers: Sequence[Weight], guards: Sequence[PracticeStatus]) -> Risk:
    """The risk that triggers and guards amount to. A guard that does not apply has no say;
    one that is unknown only keeps the risk from being ruled out.
    """
    if "decisive" in triggers or len(triggers) > 1:
        return "high"
    if triggers or "missing" in guards or "partly" in guards:
        return "some"
    return "unknown" if "unknown" in guards else "none"


def _from_answers(pitfall: str, context: Context) -> Iterator[Trigger]:
    for question, option in context.chosen.items():
        for trigger in option.sets_off:
            if trigger.pitfall == pitfall:
                yield Chosen(question, option.slug), trigger.weight


def _from_rules(
    pitfall: str,
    playbook: Playbook,
    context: Context,
    statuses: Mapping[str, PracticeStatus],
) -> Iterator[Trigger]:
    if pitfall == "responsible-but-unaccountable":
        governance = playbook.groups[GOVERNANCE_GROUP].practices
        if all(statuses[slug] == "missing" for slug in governance):
            yield FiredRule("all-governance-practices-missing"), "decisive"
    if pitfall == "excessive-bau":
        build = [statuses[slug] for slug in playbook.groups[MAJORITY_GROUP].practices]
        if lacks_majority(build):
            yield FiredRule("no-majority-of-build-practices"), "decisive"
    if pitfall == "linear-run-costs":
        cautions = {caution.caution for caution in context.recommendation.cautions}
        if "rota-beyond-exposure" in cautions:
            yield RaisedCaution("rota-beyond-exposure"), "contributing"


def lacks_majority(statuses: Sequence[PracticeStatus]) -> bool:
    """Whether not even a majority of the practices that apply can be in place: it would still
    fail were every unknown one in place. A practice partly in place is not.
    """
    applying = [status for status in statuses if status != "does-not-apply"]
    possible = sum(status in ("in-place", "unknown") for status in applying)
    return bool(applying) and 2 * possible <= len(applying)


def thin_operations_rota(playbook: Playbook, result: Result, answers: Mapping[str, Answer]) -> bool:
    """Whether operations' own rota is as thin as the one that the pitfall of a limited on-call
    schedule warns of. Under Ops Run It no pitfall is judged, so it is advice and no risk.
    """
    answer = answers.get("on-call-rota")
    if answer is None or any(pitfall.risk != "does-not-apply" for pitfall in result.pitfalls):
        return False
    option = playbook.scored_questions["on-call-rota"].option(answer.option)
    return option is not None and any(
        trigger.pitfall == "limited-on-call-schedule" for trigger in option.sets_off
    )
