"""What changes hands where the recommended model is another than today's: who deploys, who is
called, who pays and who answers for it.

Today's side is told in the words of the answers, which are about the judged part; where nothing is
known, and for the other part, it is what is usual in the model of today.

Source: operating-models/ops-run-it, operating-models/you-build-it-you-run-it, practices/governance.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessments.playbook.questions import Model
from assessments.reports import result_labels
from assessments.reports.answer_snapshot import AnswerSnapshot
from assessments.scoring.result import Result
from assessments.scoring.verdict import Part

_TODAY_IN_A_HYBRID: Mapping[str, Model] = {
    "digital": "you-build-it-you-run-it",
    "foundational": "ops-run-it",
}

_USUAL: Mapping[Model, Mapping[str, str]] = {
    "ops-run-it": {
        "deployment-ownership": "Operations, on request",
        "first-responder": "Operations, as first and second line",
        "out-of-hours-cover": "An operations rota",
        "on-call-funding": "The operations budget",
        "reliability-accountability": "The head of operations",
    },
    "you-build-it-you-run-it": {
        "deployment-ownership": "The product team",
        "first-responder": "The product team",
        "out-of-hours-cover": "The product team or its domain, where the target calls for it",
        "on-call-funding": "The product team's budget",
        "reliability-accountability": "The holder of the product team's budget",
    },
}
"""Who holds what in a model, by the question that asks about it today."""

_LABELS: Mapping[str, str] = {
    "deployment-ownership": "Who deploys",
    "first-responder": "Who is called in working hours",
    "out-of-hours-cover": "Who is called out of hours",
    "on-call-funding": "Who pays for on-call out of hours",
    "reliability-accountability": "Who answers for a missed target",
}

_HELD_ALREADY: Mapping[Model, Mapping[str, frozenset[str]]] = {
    "ops-run-it": {
        "deployment-ownership": frozenset({"operations-in-turn", "operations-on-request"}),
        "first-responder": frozenset({"operations-bridge", "application-support"}),
        "on-call-funding": frozenset({"operations"}),
        "reliability-accountability": frozenset({"operations"}),
    },
    "you-build-it-you-run-it": {
        "deployment-ownership": frozenset({"developers-always"}),
        "first-responder": frozenset({"team-whoever-is-free", "team-named-person"}),
        "on-call-funding": frozenset({"product-team"}),
        "reliability-accountability": frozenset({"budget-holder"}),
    },
}
"""The options by which it is today as it is to be, so that nothing changes hands."""


@dataclass(frozen=True, slots=True)
class ChangeOfHands:
    """One thing that somebody else is to do. `usual_in` is the model in which `today` is usual,
    where nothing better is known, "" where it was answered; `part` is None for the only part."""

    part: str | None
    label: str
    today: str
    usual_in: str
    then: str


def changes_of_hands(
    result: Result, answers: Sequence[AnswerSnapshot]
) -> tuple[ChangeOfHands, ...]:
    """Everything that changes hands, the judged part's first; nothing where the model stays or
    the service is not live."""
    if not result.misfit.model:
        return ()
    given = {answer.question: answer for answer in answers}
    present = given.get("present-model")
    parts = result.recommendation.parts
    changes: list[ChangeOfHands] = []
    for part in parts:
        today = _today(part, present.option if present else "")
        if today and today != part.model:
            # The answers are about the judged part.
            about = given if part is parts[0] else {}
            changes += _of_part(part, today, about, several=len(parts) > 1)
    return tuple(changes)


def _today(part: Part, present: str) -> Model | None:
    """The model a part is under today; a hybrid has its digital part with the team."""
    if present == "hybrid":
        return _TODAY_IN_A_HYBRID[part.part]
    return next((model for model in _USUAL if model == present), None)


def _of_part(
    part: Part, today: Model, given: Mapping[str, AnswerSnapshot], *, several: bool
) -> Iterator[ChangeOfHands]:
    title = result_labels.PARTS[part.part] if several else None
    for question, label in _LABELS.items():
        answer = given.get(question)
        is_known = answer is not None and answer.option not in result_labels.RESERVED_OPTIONS
        said = answer.option_text if answer is not None and is_known else ""
        if answer and answer.option in _held_already(part, question, given):
            continue
        yield ChangeOfHands(
            part=title,
            label=label,
            today=said or _USUAL[today][question],
            usual_in="" if said else result_labels.MODELS[today],
            then=_then(part, question),
        )


def _held_already(part: Part, question: str, given: Mapping[str, AnswerSnapshot]) -> frozenset[str]:
    out_of_hours = part.on_call.out_of_hours
    if question == "out-of-hours-cover":
        siblings = given.get("sibling-teams")
        alone = out_of_hours == "domain" and siblings is not None and siblings.option == "none"
        return frozenset({out_of_hours, "team"} if alone else {out_of_hours})
    if question == "on-call-funding" and out_of_hours == "none":
        return frozenset({"no-budget"})
    return _HELD_ALREADY[part.model][question]


def _then(part: Part, question: str) -> str:
    out_of_hours = part.on_call.out_of_hours
    if question == "out-of-hours-cover":
        return result_labels.OUT_OF_HOURS[out_of_hours]
    if question == "on-call-funding" and out_of_hours == "none":
        return "Nobody: there is no standby to pay"
    if question == "on-call-funding" and out_of_hours == "domain":
        return "One of the budget holders of the domain's teams, for all of them"
    return _USUAL[part.model][question]
