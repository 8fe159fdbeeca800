"""What the answers of a result come to by the rules of today. Nothing is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from assessments.current import playbook
from assessments.models import Result
from assessments.playbook.questions import DOES_NOT_APPLY, DONT_KNOW, ScoredQuestion
from assessments.reports import result_labels
from assessments.scoring.assess import assess
from assessments.scoring.document import to_document
from assessments.scoring.faults import InputFaults
from assessments.scoring.reading import read
from assessments.scoring.result import Result as Outcome
from assessments.scoring.result import Score

Document = Mapping[str, Any]


@dataclass(frozen=True)
class Today:
    """What it comes to in words; `left_out` answers can no longer hold and count as unanswered.
    No words where the profile itself can no longer be judged."""

    said: str
    rules: int
    left_out: int


def compute_today(result: Result) -> Today | None:
    """What the answers frozen in a result come to now; None where they can no longer be judged.
    No query."""
    inputs, left_out = _as_asked_now(result.inputs)
    outcome = _assess(inputs)
    return None if outcome is None else Today(_in_words(outcome), outcome.rules, left_out)


def assess_today(result: Result) -> dict[str, Any] | None:
    """The document that the answers frozen in a result come to now; None where they can no longer
    be judged. No query."""
    outcome = _assess(_as_asked_now(result.inputs)[0])
    return None if outcome is None else to_document(outcome)


def _assess(inputs: Document) -> Outcome | None:
    try:
        return assess(playbook(), read(playbook(), inputs))
    except InputFaults:
        return None


def _as_asked_now(inputs: Document) -> tuple[dict[str, Any], int]:
    """The document with what is called otherwise now, less what is not asked any more, and how
    many answers that leaves out."""
    answers = dict(_answers(inputs["answers"]))
    profile = dict(_profile(inputs["profile"]))
    left_out = len(inputs["answers"]) - len(answers)
    return {**inputs, "profile": profile, "answers": answers}, left_out


def _profile(profile: Document) -> Iterator[tuple[str, Any]]:
    for question, given in profile.items():
        named = given if isinstance(given, str) else ""
        slug, option = playbook().answer_now_called(question, named)
        asked = playbook().questions.get(slug)
        if asked is not None and (not option or asked.option(option)):
            yield slug, option or given


def _answers(answers: Document) -> Iterator[tuple[str, Any]]:
    for question, given in answers.items():
        slug, option = playbook().answer_now_called(question, given["option"])
        asked = playbook().scored_questions.get(slug)
        if asked is not None and _can_hold(asked, option):
            yield slug, {**given, "option": option}


def _can_hold(question: ScoredQuestion, option: str) -> bool:
    if option == DOES_NOT_APPLY:
        return bool(question.does_not_apply)
    return option == DONT_KNOW or question.option(option) is not None


def _in_words(outcome: Outcome) -> str:
    targets = outcome.against_targets
    words = {
        "model": result_labels.MODELS[outcome.recommendation.model],
        "deployment": result_labels.TARGET_STATUSES[targets.deployment].lower(),
        "availability": result_labels.TARGET_STATUSES[targets.availability].lower(),
        "restore": result_labels.TARGET_STATUSES[targets.restore].lower(),
        "scores": ", ".join(_scores(outcome.scores)),
    }
    return (
        _(
            "%(model)s; deployment %(deployment)s, availability %(availability)s, time to restore "
            "%(restore)s; %(scores)s."
        )
        % words
    )


def _scores(scores: Mapping[str, Score]) -> Iterator[str]:
    for section in playbook().dimensions:
        score = scores[section.slug].score
        yield f"{section.title} {score}" if score is not None else _("%s no score") % section.title
