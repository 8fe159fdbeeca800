"""From the content files to one frozen `Playbook`, or to all their faults at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from assessments.playbook.completeness import check_completeness, check_lengths
from assessments.playbook.consistency import check_consistency
from assessments.playbook.faults import FaultList
from assessments.playbook.playbook import Playbook
from assessments.playbook.reading.entries import (
    read_drawback,
    read_pitfall,
    read_practice,
    read_principle,
)
from assessments.playbook.reading.files import Files, read_files
from assessments.playbook.reading.index import Index, read_index
from assessments.playbook.reading.operating_models import read_model
from assessments.playbook.reading.questions import read_question
from assessments.playbook.reading.releases import check_renames, read_releases
from assessments.playbook.reading.table import Table
from assessments.playbook.reading.terms import check_terms, read_term
from assessments.playbook.releases import Renamed
from assessments.playbook.rule_slugs import SECTION_OF
from assessments.playbook.terms import Term

CONTENT = Path(__file__).parent / "content"
"""Where the content files are."""

Entry = TypeVar("Entry")


def load(directory: Path = CONTENT) -> Playbook:
    """The playbook in the content files of a directory.

    Raises `PlaybookFaults` with every fault of every file. What it returns needs no further
    check: every slug that is named exists, and every point that a rule asks for is there.
    """
    faults = FaultList()
    files = read_files(directory, faults)
    index = read_index(files, faults)
    playbook = _playbook(files, index, faults)
    check_consistency(playbook, index, faults)
    check_lengths(playbook, faults)
    check_terms(playbook.terms, faults)
    check_renames(playbook.releases, _known(playbook), faults)
    if playbook.questions.keys() >= SECTION_OF.keys() and not faults.under("questions"):
        check_completeness(playbook, faults)
    faults.settle()
    return playbook


def _playbook(files: Files, index: Index, faults: FaultList) -> Playbook:
    def entries(kind: str, read: Callable[[Table, str], Entry]) -> Mapping[str, Entry]:
        found: dict[str, Entry] = {}
        for slug in index.names[kind]:
            document = (files.folders[kind] or {}).get(slug)
            if document is not None:
                table = Table(document, f"{kind}/{slug}.toml", faults)
                found[slug] = read(table, slug)
                table.close()
        return MappingProxyType(found)

    releases = read_releases(files, faults)
    terms = entries("terms", partial(read_term, index=index))
    return Playbook(
        version=releases[0].version if releases else "",
        source=index.source,
        sections=index.sections,
        questions=entries("questions", partial(read_question, index=index)),
        blocks=index.blocks,
        quick_check=index.quick_check,
        how_to_answer=index.how_to_answer,
        principles=entries("principles", read_principle),
        groups=MappingProxyType({group.slug: group for group in index.groups}),
        practices=entries("practices", partial(read_practice, index=index)),
        pitfalls=entries("pitfalls", read_pitfall),
        drawbacks=entries("drawbacks", read_drawback),
        models=entries("models", partial(read_model, index=index)),
        terms=MappingProxyType(dict(sorted(terms.items(), key=_by_title))),
        releases=releases,
    )


def _known(playbook: Playbook) -> Mapping[Renamed, Collection[str]]:
    """The slugs that there are, of every kind that may be renamed."""
    return {
        "questions": playbook.questions,
        "options": {
            f"{question.slug}/{option.slug}"
            for question in playbook.questions.values()
            for option in question.options
        },
        "principles": playbook.principles,
        "practices": playbook.practices,
        "pitfalls": playbook.pitfalls,
        "drawbacks": playbook.drawbacks,
        "models": playbook.models,
        "terms": playbook.terms,
    }


def _by_title(named: tuple[str, Term]) -> str:
    return named[1].title.lower()
