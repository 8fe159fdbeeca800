"""Answers as a report takes them: recorded when a result was frozen, in the words of that day,
or straight from the inputs of an assessment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from assessments.playbook.playbook import Playbook
from assessments.playbook.questions import Question, ScoredQuestion
from assessments.scoring.inputs import Answer, Exposure, Inputs


@dataclass(frozen=True, slots=True)
class AnswerSnapshot:
    """One question put, and what was answered: `option` is empty where nothing was chosen,
    `amount` is money an hour for an exposure typed as a sum."""

    question: str
    section: str
    text: str
    option: str
    option_text: str
    amount: int | None
    note: str
    evidence: tuple[str, ...]
    carried_over: bool

    @property
    def answered(self) -> bool:
        """Whether anything was chosen or typed, *don't know* included."""
        return bool(self.option) or self.amount is not None

    @property
    def entry(self) -> dict[str, Any]:
        """The snapshot as a stored result keeps it, which `recall` reads back."""
        entry = {
            "question": self.question,
            "section": self.section,
            "text": self.text,
            "option": self.option,
            "option_text": self.option_text,
            "note": self.note,
            "evidence": list(self.evidence),
            "carried_over": self.carried_over,
        }
        return entry if self.amount is None else entry | {"amount": self.amount}


def recall(snapshot: Iterable[Mapping[str, Any]]) -> tuple[AnswerSnapshot, ...]:
    """The recorded answers of a stored result, in the questionnaire's order."""
    return tuple(
        AnswerSnapshot(
            question=item["question"],
            section=item["section"],
            text=item["text"],
            option=item["option"],
            option_text=item["option_text"],
            amount=item.get("amount"),
            note=item["note"],
            evidence=tuple(item["evidence"]),
            carried_over=item["carried_over"],
        )
        for item in snapshot
    )


def record(playbook: Playbook, inputs: Inputs) -> tuple[AnswerSnapshot, ...]:
    """The answers of inputs that no one has frozen, in the playbook's present words."""
    return tuple(
        _scored(question, inputs.answers.get(slug))
        if isinstance(question, ScoredQuestion)
        else _profile(question, getattr(inputs.profile, slug.replace("-", "_")))
        for slug, question in playbook.questions.items()
    )


def _scored(question: Question, answer: Answer | None) -> AnswerSnapshot:
    if answer is None:
        return _recorded(question, "")
    return _recorded(question, answer.option, note=answer.note, evidence=answer.evidence)


def _profile(question: Question, value: str | Exposure | None) -> AnswerSnapshot:
    if isinstance(value, Exposure):
        return _recorded(question, value.band or "", amount=value.amount)
    return _recorded(question, value or "")


def _recorded(
    question: Question,
    option: str,
    *,
    amount: int | None = None,
    note: str = "",
    evidence: tuple[str, ...] = (),
) -> AnswerSnapshot:
    chosen = question.option(option)
    return AnswerSnapshot(
        question=question.slug,
        section=question.section,
        text=question.text,
        option=option,
        option_text=chosen.text if chosen else "",
        amount=amount,
        note=note,
        evidence=evidence,
        carried_over=False,
    )
