"""Files of questions/: those of the profile, and the scored ones with what each option means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal, TypedDict, TypeVar, get_args

from assessments.playbook.faults import quoted
from assessments.playbook.questions import (
    FULL_MARKS,
    POINT_KEYS,
    RESERVED,
    JudgedBy,
    Option,
    ProfileOption,
    ProfileQuestion,
    Question,
    ScoredQuestion,
    Trigger,
    Weight,
)
from assessments.playbook.reading.files import NOT_A_SLUG, SLUG
from assessments.playbook.reading.index import MODELS, Index
from assessments.playbook.reading.table import Table
from assessments.playbook.rule_slugs import HEARD_BY_RULE, PROFILE, SECTION_OF

POINTS = range(FULL_MARKS + 1)
WEIGHTS = range(1, 10)
LADDERS = {4: [0, 1, 3, 4], 5: [0, 1, 2, 3, 4]}
"""The number of options a scored question may have, to the points of a ladder that long."""

JUDGED_BY: tuple[JudgedBy, ...] = get_args(JudgedBy)
STRENGTHS: tuple[Weight, ...] = get_args(Weight)
KINDS: tuple[Literal["leading", "trailing"], ...] = ("leading", "trailing")
ANSWERS: tuple[Literal["choice", "exposure"], ...] = ("choice", "exposure")
COUNTS_FOR: tuple[Literal["you-build-it-you-run-it"], ...] = ("you-build-it-you-run-it",)
SCORED_WHEN: tuple[Literal["always", "higher-peak"], ...] = ("always", "higher-peak")
PROFILE_WHEN: tuple[Literal["always", "both", "rota"], ...] = ("always", "both", "rota")
COUNTS_WHEN: tuple[Literal["always", "rota"], ...] = ("always", "rota")

AnyOption = TypeVar("AnyOption", Option, ProfileOption)


class _Common(TypedDict):
    slug: str
    section: str
    text: str
    why: str
    help: str
    evidence: str


def read_question(table: Table, slug: str, index: Index) -> Question:
    """A file of questions/; the section that lists it tells which sort it is."""
    listed = (section.slug for section in index.sections if slug in section.questions)
    common: _Common = {
        "slug": slug,
        "section": next(listed, SECTION_OF.get(slug, "")),
        "text": table.text("text"),
        "why": table.text("why"),
        "help": table.text("help"),
        "evidence": table.text("evidence"),
    }
    if common["section"] == PROFILE:
        return _profile_question(table, common)
    return _scored_question(table, common, index)


def _profile_question(table: Table, common: _Common) -> ProfileQuestion:
    return ProfileQuestion(
        **common,
        answer=table.choice("answer", ANSWERS) or "choice",
        required=table.flag("required"),
        asked_when=table.choice("asked_when", PROFILE_WHEN, required=False) or "always",
        options=_options(table, _profile_option),
    )


def _profile_option(table: Table) -> ProfileOption:
    return ProfileOption(
        slug=table.text("slug"),
        text=table.text("text"),
        help=table.text("help", required=False),
    )


def _scored_question(table: Table, common: _Common, index: Index) -> ScoredQuestion:
    judged_by = table.choice("judged_by", JUDGED_BY)
    question = ScoredQuestion(
        **common,
        kind=table.choice("kind", KINDS) or "leading",
        judged_by=judged_by or "ladder",
        weight=table.whole("weight", WEIGHTS, required=False) or 1,
        weight_reason=table.text("weight_reason"),
        counts_for=table.choice("counts_for", COUNTS_FOR, required=False),
        asked_when=table.choice("asked_when", SCORED_WHEN, required=False) or "always",
        counts_when=table.choice("counts_when", COUNTS_WHEN, required=False) or "always",
        does_not_apply=table.text("does_not_apply", required=False),
        options=_options(table, lambda option: _scored_option(option, judged_by, index)),
    )
    if question.counts_for and question.judged_by != "ladder":
        table.fault("counts_for", "goes with judged_by = 'ladder' only: correct one of the two")
    _check_points(table, question)
    return question


def _scored_option(table: Table, judged_by: JudgedBy | None, index: Index) -> Option:
    return Option(
        slug=table.text("slug"),
        text=table.text("text"),
        points=MappingProxyType(_points(table, judged_by)),
        shows=_practices(table, "shows", index),
        calls_for=_practices(table, "calls_for", index),
        sets_off=_triggers(table, index),
        at_stake=table.slugs("at_stake", index.names["principles"]),
        points_at=table.slugs("points_at", index.names["drawbacks"]),
        typical_of=table.choice("typical_of", MODELS, required=False),
    )


def _options(table: Table, read: Callable[[Table], AnyOption]) -> tuple[AnyOption, ...]:
    options: list[AnyOption] = []
    for part in table.tables("options"):
        option = read(part)
        part.close()
        if option.slug in RESERVED:
            part.fault("slug", f"{option.slug!r} stands beside every question: remove the option")
        elif option.slug and not SLUG.fullmatch(option.slug):
            part.fault("slug", f"{NOT_A_SLUG}: correct {quoted(option.slug)}")
        elif option.slug and option.slug in {earlier.slug for earlier in options}:
            part.fault("slug", f"{option.slug!r} is the slug of an earlier option: rename one")
        options.append(option)
    return tuple(options)


def _points(table: Table, judged_by: JudgedBy | None) -> Mapping[str, int]:
    """The points under each key that the judging asks for; those at fault are left out."""
    if judged_by is None:
        table.skip("points")
        return {}
    keys = POINT_KEYS[judged_by]
    if judged_by == "ladder":
        found = {keys[0]: table.whole("points", POINTS)}
    else:
        part = table.table("points", f"a table of points for {', '.join(keys)}")
        found = {key: part.whole(key, POINTS) for key in keys} if part else {}
        if part:
            part.close()
    return {key: points for key, points in found.items() if points is not None}


def _practices(table: Table, key: str, index: Index) -> tuple[str, ...]:
    practices = table.slugs(key, index.names["practices"])
    for slug in practices:
        if slug in HEARD_BY_RULE:
            table.fault(key, f"names {slug!r}, which a rule judges and no option: remove it")
    return practices


def _triggers(table: Table, index: Index) -> tuple[Trigger, ...]:
    part = table.table("sets_off", "a table of pitfall to weight", required=False)
    if part is None:
        return ()
    strengths = {
        pitfall: part.choice(pitfall, STRENGTHS)
        for pitfall in part.values
        if table.knows("sets_off", pitfall, index.names["pitfalls"])
    }
    return tuple(Trigger(pitfall, strength) for pitfall, strength in strengths.items() if strength)


def _check_points(table: Table, question: ScoredQuestion) -> None:
    number = len(question.options)
    if number == 0:
        return  # a fault already, and told better
    if number not in LADDERS:
        table.fault("options", f"expected 4 or 5 options, found {number}")
    elif question.judged_by == "ladder":
        points = sorted(points for option in question.options for points in option.points.values())
        if len(points) == number and points != LADDERS[number]:
            ladder = ", ".join(map(str, LADDERS[number]))
            found = ", ".join(map(str, points))
            table.fault("options", f"expected points of {ladder} in any order, found {found}")
