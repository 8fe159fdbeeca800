"""A section of the questionnaire as a page: its questions, and the way through all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from assessments.current import playbook
from assessments.places import Place
from assessments.queries.glossary import terms_of_section
from assessments.queries.sheets import Item, Progress, SectionState, SheetState
from assessments.views.question_cards import arrangement, card_of, slots
from assessments.views.saving import Outcome


@dataclass(frozen=True)
class Step:
    """A page on the way from the profile to the review."""

    title: str
    url: str
    current: bool
    progress: Progress | None = None


def steps(place: Place, state: SheetState, current: str, *, only_open: bool) -> Iterator[Step]:
    """The pages of the questionnaire in their order; `current` is a section or "review"."""
    rest = "?open=1" if only_open else ""
    for each in state.sections:
        slug = each.section.slug
        yield Step(
            each.section.title,
            place.url("section", section=slug) + rest,
            slug == current,
            each.progress,
        )
    yield Step(_("Review and submit"), place.url("review"), current == "review")


def after(place: Place, state: SheetState, section: str, *, only_open: bool) -> Step:
    """The page that follows a section: with the filter the next with something left to do."""
    ways = list(steps(place, state, section, only_open=only_open))
    here = next(index for index, way in enumerate(ways) if way.current)
    for way, each in zip(ways[here + 1 :], state.sections[here + 1 :], strict=False):
        if not only_open or any(map(is_open, each.put)):
            return way
    return ways[-1]


def progress_context(
    place: Place, state: SheetState, current: str, *, only_open: bool = False
) -> dict[str, Any]:
    """What the list of steps shows; it is drawn anew after every answer."""
    return {
        "place": place,
        "state": state,
        "progress": state.progress,
        "steps": list(steps(place, state, current, only_open=only_open)),
    }


def section_context(
    place: Place,
    state: SheetState,
    section: SectionState,
    *,
    only_open: bool,
    outcome: Outcome | None = None,
) -> dict[str, Any]:
    """Everything the page of a section shows; after trouble, also what was typed."""
    troubled = {*outcome.faults, *outcome.conflicts} if outcome else set()
    unsent = set(outcome.forms) if outcome and outcome.unsent else set()
    cards = {
        item.question.slug: card_of(place, state, item, outcome)
        for item in section.put
        if not only_open or is_open(item) or item.question.slug in troubled | unsent
    }
    slug = section.section.slug
    return {
        **progress_context(place, state, slug, only_open=only_open),
        "section": section,
        "how_to_answer": playbook().how_to_answer,
        "is_first": section is state.sections[0],
        "slots": list(slots(section, cards, apart=False)),
        "apart": list(slots(section, cards, apart=True)),
        "terms": terms_of_section(slug),
        "to_confirm": sum(i.is_unconfirmed and not i.has_changed for i in section.put),
        "cards": list(cards.values()),
        "troubled": [card for card in cards.values() if card.slug in troubled],
        "unsent": unsent,
        "arrangement": arrangement(section, state.standing),
        "only_open": only_open,
        "next": after(place, state, slug, only_open=only_open),
    }


def is_open(item: Item) -> bool:
    """Whether there is something left to do about a question."""
    return item.is_unconfirmed or not (item.is_optional or item.is_answered)
