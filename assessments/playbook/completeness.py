"""What is there but not of use: advice that no option of the questionnaire leads to, and entries
too short or too long to be worth a page."""

from __future__ import annotations

from collections.abc import Mapping

from assessments.playbook.entries import Drawback, Pitfall, Practice, Principle
from assessments.playbook.faults import FaultList
from assessments.playbook.operating_models import ModelPage
from assessments.playbook.playbook import Playbook
from assessments.playbook.rule_slugs import JUDGED_BY_RULE

WORDS = range(150, 401)
"""How many words an entry's texts have together, title and summary aside."""

Told = Principle | Practice | Pitfall | Drawback | ModelPage
"""An entry whose texts are counted."""

Place = tuple[str, str]
"""A question and an option of it."""


def check_completeness(playbook: Playbook, faults: FaultList) -> None:
    """Note each practice, pitfall, drawback and principle that the questions leave idle.

    Asks for all questions: with one missing, what it speaks for would seem idle.
    """
    for slug in playbook.practices:
        if slug not in JUDGED_BY_RULE:
            _check_practice(slug, playbook, faults)
    options = [option for _, option in playbook.options()]
    set_off = {trigger.pitfall for option in options for trigger in option.sets_off}
    pointed_at = {drawback for option in options for drawback in option.points_at}
    at_stake = {principle for option in options for principle in option.at_stake}
    for kind, slugs, reached, key in (
        ("pitfalls", playbook.pitfalls, set_off, "sets_off"),
        ("drawbacks", playbook.drawbacks, pointed_at, "points_at"),
        ("principles", playbook.principles, at_stake, "at_stake"),
    ):
        for slug in slugs:
            if slug not in reached:
                faults.add(f"{kind}/{slug}.toml", "", f"{_NAMED_NOWHERE} {key} of an option")


_NAMED_NOWHERE = "no answer leads to it: name it under"


def check_lengths(playbook: Playbook, faults: FaultList) -> None:
    """Note each entry that is too short or too long to be of use.

    One with a fault is passed over: what could not be read is not to be counted.
    """
    kinds: Mapping[str, Mapping[str, Told]] = {
        "principles": playbook.principles,
        "practices": playbook.practices,
        "pitfalls": playbook.pitfalls,
        "drawbacks": playbook.drawbacks,
        "models": playbook.models,
    }
    for kind, entries in kinds.items():
        for slug, entry in entries.items():
            count = sum(len(text.split()) for text in entry.texts)
            file = f"{kind}/{slug}.toml"
            if count not in WORDS and not faults.under(file):
                remedy = "tell more" if count < WORDS.start else "shorten it"
                expected = f"expected {WORDS.start} to {WORDS.stop - 1} words over its texts"
                faults.add(
                    file, "", f"{expected}, title and summary aside, found {count}: {remedy}"
                )


def _check_practice(slug: str, playbook: Playbook, faults: FaultList) -> None:
    places = [((question.slug, option.slug), option) for question, option in playbook.options()]
    shown = {place for place, option in places if slug in option.shows}
    called_for = {place for place, option in places if slug in option.calls_for}
    file = f"practices/{slug}.toml"
    if not shown:
        faults.add(file, "", "no answer shows it: name it under shows of an option")
    if not called_for:
        faults.add(file, "", "no answer calls for it: name it under calls_for of an option")
    if shown and shown <= called_for:
        message = "every option that shows it calls for it too, so that it is never in place"
        faults.add(file, "", f"{message}: add one that shows it alone")
