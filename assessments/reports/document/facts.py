"""What a document says beside the report: whose it is, who took part, who adds what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from assessments.playbook.entries import Source

Variant: TypeAlias = Literal["sheet", "decision", "everything"]
"""How much a document says: one page to decide on, what the decision rests on, or all of it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What someone chose to take away: how much, whether with the `notes` and `evidence` of the
    answers, and whether with the `words` that someone added under their own name."""

    variant: Variant
    notes: bool = False
    evidence: bool = False
    words: bool = True


SHEET = Choice("sheet")
"""What comes where nothing is chosen."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A covering note and recommendations that someone wrote, as Markdown; either may be "".
    `author` is "" where who wrote them is not known. A draft may still change."""

    author: str
    covering: str
    recommendations: str
    is_draft: bool = False


NO_WORDS = OwnWords("", "", "")
"""What is said where nobody adds anything."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided, `by` whom and `on` which day, why, what would change it beside what the
    result says ("" where nothing), and when it is looked at again."""

    title: str
    reason: str
    would_change: str
    by: str
    on: str
    review_on: str


@dataclass(frozen=True, slots=True)
class Facts:
    """`owner` is whose service it is, `took_part` who answered, `submitted_by` who submitted it,
    each "" or empty where it is not known or not disclosed; `submitted_at` is aware, and its own
    zone is the one shown; `source` is to be credited; `logo` is a PNG of whose service it is;
    `decided` is None until something is."""

    owner: str
    scope: str
    submitted_at: datetime
    source: Source
    took_part: tuple[str, ...] = ()
    submitted_by: str = ""
    words: OwnWords = NO_WORDS
    logo: bytes | None = None
    decided: Decided | None = None

    @property
    def date(self) -> str:
        """The day it was submitted on."""
        return f"{self.submitted_at.day} {self.submitted_at:%B %Y}"
