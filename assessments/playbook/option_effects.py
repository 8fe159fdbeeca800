"""Which questions bear on an entry of the playbook, and what each of their options says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from assessments.playbook.playbook import Playbook
from assessments.playbook.questions import Option
from assessments.playbook.relations import Key
from assessments.playbook.rule_slugs import (
    COVER_PRACTICES,
    MEASUREMENT_PRACTICES,
    MODEL_PRACTICES,
    SCHEDULE_PRACTICES,
)

Saying = Literal[
    "shows",
    "shows-in-part",
    "calls-for",
    "sets-off",
    "hints-at",
    "at-stake",
    "points-at",
    "typical",
]
"""What an option says of an entry: of a practice, that it is in place, partly or not; of a
pitfall, that it is there or may be; of a principle, that it is at stake; of a drawback, that it
is felt; of a model, that this is usual in it."""

_OF_PROFILE: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        MODEL_PRACTICES,
        ("composition", "exposure", "feature-demand", "foundational-demand", "present-model"),
    ),
    "select-an-availability-target-on-financial-exposure": ("exposure", "foundational-exposure"),
    "select-a-higher-availability-target-for-peak-exposure": ("exposure", "peak-exposure"),
    "select-deployment-target-on-feature-demand": ("feature-demand", "foundational-demand"),
}
"""A profile question's options name no practices: the selector judges them together."""

_OF_COVER: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(COVER_PRACTICES, ("out-of-hours-loss", "out-of-hours-cover")),
    **dict.fromkeys(
        (SCHEDULE_PRACTICES["domain"], SCHEDULE_PRACTICES["team"]),
        ("out-of-hours-loss", "sibling-teams", "out-of-hours-cover"),
    ),
    "craft-a-sustainable-on-call-schedule": ("rota-people", "out-of-hours-cover"),
    "ensure-fair-remuneration-for-on-call-developers": ("out-of-hours-cover",),
}
"""What is lost at night, who answers then and who could say which rota is needed."""

_DIMENSIONS = {practice: dimension for dimension, practice in MEASUREMENT_PRACTICES.items()}


def sayings(option: Option) -> Iterator[tuple[Saying, Key]]:
    """All that an option says, each entry at most once in a kind."""
    for slug in option.shows:
        yield "shows-in-part" if slug in option.calls_for else "shows", ("practice", slug)
    for slug in option.calls_for:
        if slug not in option.shows:
            yield "calls-for", ("practice", slug)
    for trigger in option.sets_off:
        decisive = trigger.weight == "decisive"
        yield "sets-off" if decisive else "hints-at", ("pitfall", trigger.pitfall)
    for slug in option.at_stake:
        yield "at-stake", ("principle", slug)
    for slug in option.points_at:
        yield "points-at", ("drawback", slug)
    if option.typical_of:
        yield "typical", ("model", option.typical_of)


def read_by_rule(book: Playbook, key: Key) -> tuple[str, ...]:
    """The questions that a rule of scoring reads for an entry, beside any option's word."""
    kind, slug = key
    if key == ("pitfall", "linear-run-costs"):  # a rota beyond the exposure sets it off
        return ("out-of-hours-cover",)
    if kind != "practice":
        return ()
    if slug in _OF_PROFILE:
        return _OF_PROFILE[slug]
    if slug in _OF_COVER:
        return _OF_COVER[slug]
    dimension = _DIMENSIONS.get(slug)
    return tuple(
        question.slug
        for question in book.scored_questions.values()
        if question.section == dimension and question.kind == "trailing"
    )
