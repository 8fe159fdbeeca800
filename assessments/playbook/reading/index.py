"""playbook.toml: the source, and which entries there are, in what order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from assessments.playbook.entries import PracticeGroup, Source
from assessments.playbook.faults import FaultList, did_you_mean, quoted
from assessments.playbook.questions import Block, Model, Section
from assessments.playbook.reading.files import INDEX, KINDS, NOT_A_SLUG, SLUG, Files
from assessments.playbook.reading.table import Table
from assessments.playbook.rule_slugs import GROUPS, PROFILE, QUESTIONS

MODELS: tuple[Model, ...] = get_args(Model)
PHASES = range(1, 4)
ADDRESS = re.compile(r"https://[^\s/]+(/[^\s/]+)*")

NO_SOURCE = Source("", "", (), "", "", "")

# Questions and practices are listed by the section and the group that they belong to.
FLAT_KINDS = ("principles", "pitfalls", "drawbacks", "models")


@dataclass(frozen=True, slots=True)
class Index:
    """What playbook.toml says. `names` are the slugs of a kind in their order, those of files
    that it forgot last; `serves` maps a group to the models that its practices serve."""

    names: Mapping[str, tuple[str, ...]]
    source: Source = NO_SOURCE
    quick_check: tuple[str, ...] = ()
    how_to_answer: str = ""
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    groups: tuple[PracticeGroup, ...] = ()
    serves: Mapping[str, tuple[Model, ...]] = field(default_factory=dict)


def read_index(files: Files, faults: FaultList) -> Index:
    """The index, held against the files that there are."""
    names = {kind: files.slugs(kind) for kind in KINDS}
    if files.index is None:
        return Index(names)
    table = Table(files.index, INDEX, faults)
    for kind in FLAT_KINDS:
        listed = table.words(kind, required=True)
        names[kind] = _listed(kind, [(kind, slug) for slug in listed], files, table)
    sections, names["questions"] = _sections(table, files)
    groups, serves, names["practices"] = _groups(table, files, names)
    index = Index(
        names=names,
        source=_source(table),
        quick_check=_quick_check(table, sections),
        how_to_answer=table.text("how_to_answer"),
        blocks=_blocks(table, sections),
        sections=sections,
        groups=groups,
        serves=serves,
    )
    table.close()
    return index


def _listed(
    kind: str, places: Iterable[tuple[str, str]], files: Files, table: Table
) -> tuple[str, ...]:
    """The slugs of a kind in order, once each; `places` are pairs of the key that lists a slug
    and the slug. Faults: listed twice, listed without a file, a file that is not listed."""
    present = files.slugs(kind)
    key_of: dict[str, str] = {}
    for key, slug in places:
        if slug in key_of:
            table.fault(key, f"names {quoted(slug)} again, after {key_of[slug]}: remove one")
        elif slug not in present and files.folders[kind] is not None:
            remedy = did_you_mean(slug, present) or ": add the file or remove the slug"
            table.fault(key, f"names {quoted(slug)}, for which {kind}/ has no file{remedy}")
        key_of.setdefault(slug, key)
    lists = {"questions": "a section's questions", "practices": "a group's practices"}
    for slug in present:
        if slug not in key_of:
            table.fault("", f"does not list {kind}/{slug}.toml: add it to {lists.get(kind, kind)}")
    return tuple(dict.fromkeys((*key_of, *present)))


def _source(table: Table) -> Source:
    source = table.table("source")
    if source is None:
        return NO_SOURCE
    found = Source(
        title=source.text("title"),
        publisher=source.text("publisher"),
        authors=source.words("authors", required=True),
        url=_address(source, "url"),
        licence=source.text("licence"),
        licence_url=_address(source, "licence_url", may_end_in_slash=True),
    )
    source.close()
    return found


def _address(source: Table, key: str, *, may_end_in_slash: bool = False) -> str:
    address = source.text(key)
    bare = address.removesuffix("/") if may_end_in_slash else address
    if address and not ADDRESS.fullmatch(bare):
        ending = "" if may_end_in_slash else " that does not end in a slash"
        source.fault(key, f"expected an https:// address{ending}, found {quoted(address)}")
    return address


def _slug(table: Table) -> str:
    slug = table.text("slug")
    if slug and not SLUG.fullmatch(slug):
        table.fault("slug", f"{NOT_A_SLUG}: correct {quoted(slug)}")
    return slug


def _sections(table: Table, files: Files) -> tuple[tuple[Section, ...], tuple[str, ...]]:
    sections: list[Section] = []
    places: list[tuple[str, str]] = []
    for part in table.tables("sections"):
        section = Section(
            slug=_slug(part),
            title=part.text("title"),
            introduction=part.text("introduction"),
            questions=part.words("questions", required=True),
        )
        part.close()
        sections.append(section)
        places += [(part.at("questions"), slug) for slug in section.questions]
    found = tuple(section.slug for section in sections)
    if sections and found != tuple(QUESTIONS):
        expected = f"expected the sections {', '.join(QUESTIONS)} in this order"
        table.fault("sections", f"{expected}; found {', '.join(map(quoted, found))}")
    return tuple(sections), _listed("questions", places, files, table)


def _groups(
    table: Table, files: Files, names: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[PracticeGroup, ...], Mapping[str, tuple[Model, ...]], tuple[str, ...]]:
    groups: list[PracticeGroup] = []
    serves: dict[str, tuple[Model, ...]] = {}
    places: list[tuple[str, str]] = []
    for part in table.tables("groups"):
        group = PracticeGroup(
            slug=_slug(part),
            title=part.text("title"),
            phase=part.whole("phase", PHASES) or PHASES.start,
            guards=part.slugs("guards", names["pitfalls"]),
            principles=part.slugs("principles", names["principles"], required=True),
            practices=part.words("practices", required=True),
        )
        serves[group.slug] = served(part) or MODELS
        part.close()
        if group.slug in {earlier.slug for earlier in groups}:
            part.fault("slug", f"{quoted(group.slug)} is the slug of an earlier group: rename one")
        if groups and group.phase < groups[-1].phase:
            part.fault("phase", "comes after a group of a later phase: put the groups in order")
        groups.append(group)
        places += [(part.at("practices"), slug) for slug in group.practices]
    for slug in GROUPS:
        if groups and slug not in serves:
            table.fault("groups", f"lacks {slug!r}, which a scoring rule names: add the group")
    return tuple(groups), serves, _listed("practices", places, files, table)


def _blocks(table: Table, sections: Sequence[Section]) -> tuple[Block, ...]:
    """What is said once above several questions, which stand one after the other."""
    blocks: list[Block] = []
    for part in table.tables("blocks"):
        block = Block(
            slug=_slug(part),
            introduction=part.text("introduction"),
            questions=part.words("questions", required=True),
        )
        part.close()
        blocks.append(block)
        if sections and block.questions and not _in_a_row(block.questions, sections):
            part.fault("questions", "do not stand one after the other in a section: order them so")
    return tuple(blocks)


def _in_a_row(questions: Sequence[str], sections: Sequence[Section]) -> bool:
    size = len(questions)
    return any(
        tuple(section.questions[start : start + size]) == tuple(questions)
        for section in sections
        for start in range(len(section.questions))
    )


def served(table: Table) -> tuple[Model, ...]:
    """The models that a group or a practice names under `serves`, () where it names none."""
    named = table.slugs("serves", MODELS)
    return tuple(model for model in MODELS if model in named)


def _quick_check(table: Table, sections: tuple[Section, ...]) -> tuple[str, ...]:
    scored = [q for section in sections if section.slug != PROFILE for q in section.questions]
    profile = [q for section in sections if section.slug == PROFILE for q in section.questions]
    chosen = table.words("quick_check", required=True)
    for slug in chosen:
        if slug in profile:
            table.fault("quick_check", f"names {slug!r}, but the profile is always put: remove it")
        elif sections:
            table.knows("quick_check", slug, scored)
    return chosen
