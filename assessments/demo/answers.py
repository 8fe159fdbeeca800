"""Answers of the demo's services: named ones, what is usual for the model, else by a level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2s
from typing import Any

from assessments.answer_input import AnswerInput
from assessments.playbook.playbook import Playbook
from assessments.playbook.questions import ProfileQuestion, ScoredQuestion

WIKI = "https://wiki.oakandember.example"


@dataclass(frozen=True)
class Dated:
    """One assessment of a demo service, as the file tells it."""

    service: str
    profile: Mapping[str, Any]
    levels: Sequence[int]
    named: Mapping[str, str]
    usual: Mapping[str, str]
    notes: Mapping[str, str]


def answers(playbook: Playbook, dated: Dated) -> Iterator[tuple[str, AnswerInput]]:
    """What to save for each question that this service can be asked."""
    live = dated.profile["present-model"] != "not-live"
    levels = dict(zip((d.slug for d in playbook.dimensions), dated.levels, strict=True))
    for slug, question in playbook.questions.items():
        if isinstance(question, ProfileQuestion):
            if slug in dated.profile:
                yield slug, _profile(dated.profile[slug])
        elif live or question.kind == "leading":
            told = dated.named.get(slug) or dated.usual.get(slug)
            option = told or _by_level(question, levels[question.section], dated)
            note = dated.notes.get(slug, "")
            yield slug, AnswerInput(option=option, note=note, evidence=_evidence(slug, dated))


def _profile(value: str | int) -> AnswerInput:
    return (
        AnswerInput(option="", amount=value)
        if isinstance(value, int)
        else AnswerInput(option=value)
    )


def _by_level(question: ScoredQuestion, level: int, dated: Dated) -> str:
    """An option about as good as the level, with a little of the unevenness of real teams."""
    chance = _chance(dated.service, question.slug)
    if chance % 19 == 0:
        return "dont-know"
    wanted = min(4, max(0, level + (chance % 3) - 1))
    return min(question.options, key=lambda o: abs(min(o.points.values()) - wanted)).slug


def _evidence(slug: str, dated: Dated) -> tuple[str, ...]:
    if _chance(slug, dated.service) % 4:
        return ()
    return (f"{WIKI}/{dated.service.lower().replace(' ', '-')}/{slug}",)


def _chance(*words: str) -> int:
    """A number that looks random and is the same on every run."""
    return int.from_bytes(blake2s(" ".join(words).encode(), digest_size=4).digest(), "big")
