"""The review before submitting: what was answered, what is open and what keeps it back."""

from __future__ import annotations

from typing import Any

from assessments.places import Place
from assessments.queries.sheets import SheetState
from assessments.views.question_cards import card_of
from assessments.views.section_page import progress_context


def review_context(place: Place, state: SheetState, *, refused: bool) -> dict[str, Any]:
    """Every section with its answers in words, and lists of what deserves a second look."""
    items = state.items.values()
    return {
        **progress_context(place, state, "review"),
        "refused": refused,
        "groups": [
            (section, [card_of(place, state, item) for item in section.put])
            for section in state.sections
        ],
        "faults": [(state.items[slug], message) for slug, message in state.faults.items()],
        "open": state.open,
        "unconfirmed": state.unconfirmed,
        "unknown": [item for item in items if item.is_unknown],
    }
