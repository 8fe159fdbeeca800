"""Answers as they were recorded when a result was frozen, in the words of that day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Recorded:
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


def recall(snapshot: Iterable[Mapping[str, Any]]) -> tuple[Recorded, ...]:
    """The recorded answers of a stored result, in the questionnaire's order."""
    return tuple(
        Recorded(
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
