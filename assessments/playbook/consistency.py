"""What the scoring rules take for granted: the slugs and traits of `fixed` are in the content."""

from __future__ import annotations

from assessments.playbook.entries import PracticeGroup
from assessments.playbook.faults import FaultList, did_you_mean, quoted
from assessments.playbook.playbook import Playbook
from assessments.playbook.questions import Question, ScoredQuestion
from assessments.playbook.reading.files import INDEX
from assessments.playbook.reading.index import Index
from assessments.playbook.rule_slugs import (
    ENTRIES,
    MAY_NOT_APPLY,
    OPTIONS,
    QUESTIONS,
    SECTION_OF,
    STARTED_BY,
    TRAITS,
)


def check_consistency(playbook: Playbook, index: Index, faults: FaultList) -> None:
    """Note what a scoring rule would miss. The playbook may lack what could not be read."""
    _check_listed(index, faults)
    for question in playbook.questions.values():
        _check_section(question, faults)
        _check_options(question, faults)
        _check_traits(question, faults)
        _check_may_not_apply(question, faults)
    _check_known_starts(playbook, faults)
    for group in index.groups:
        _check_steps(group, playbook, faults)


def _check_listed(index: Index, faults: FaultList) -> None:
    for section, questions in QUESTIONS.items():
        for slug in questions:
            if index.names["questions"] and slug not in index.names["questions"]:
                where = f"sections.{section}.questions"
                faults.add(INDEX, where, f"lacks {slug!r}, a fixed slug: add the question")
    for kind, slugs in ENTRIES.items():
        for slug in slugs:
            if index.names[kind] and slug not in index.names[kind]:
                where = "groups" if kind == "practices" else kind
                faults.add(INDEX, where, f"lacks {slug!r}, which a scoring rule names: add it")


def _check_section(question: Question, faults: FaultList) -> None:
    proper = SECTION_OF.get(question.slug)
    if proper is None:
        hint = did_you_mean(question.slug, SECTION_OF) or ": remove the file"
        faults.add(_file(question), "", f"is not one of the fixed questions{hint}")
    elif question.section != proper and question.section in QUESTIONS:
        where = f"sections.{question.section}.questions"
        faults.add(INDEX, where, f"names {question.slug!r}, of the section {proper}: move it there")


def _check_options(question: Question, faults: FaultList) -> None:
    fixed = OPTIONS.get(question.slug)
    found = [option.slug for option in question.options]
    if fixed and all(found) and found and set(found) != set(fixed):
        expected = f"expected the fixed options {', '.join(fixed)}"
        faults.add(_file(question), "options", f"{expected}; found {', '.join(map(quoted, found))}")


def _check_traits(question: Question, faults: FaultList) -> None:
    for field, fixed in TRAITS.get(question.slug, {}).items():
        # A question in the wrong section was read as the other sort: that is fault enough.
        found = getattr(question, field, fixed)
        if found != fixed and not faults.at(_file(question), field):
            expected = f"expected {_worded(fixed)}, as a scoring rule takes for granted"
            faults.add(_file(question), field, f"{expected}; found {_worded(found)}")


_GIVEN = {"amount": "an amount", "choice": "a choice"}


def _check_known_starts(playbook: Playbook, faults: FaultList) -> None:
    for slug, practice in playbook.practices.items():
        file = f"practices/{slug}.toml"
        if slug not in STARTED_BY and practice.start_known:
            message = "no answer takes the first step of this practice: remove it"
            faults.add(file, "start_known", message)
        elif slug in STARTED_BY and not practice.start_known and not faults.under(file):
            question, given = STARTED_BY[slug]
            expected = f"expected how to start where {question} was answered with {_GIVEN[given]}"
            faults.add(file, "start_known", f"is missing: {expected}")


def _check_may_not_apply(question: Question, faults: FaultList) -> None:
    if not isinstance(question, ScoredQuestion) or faults.at(_file(question), "does_not_apply"):
        return
    if question.slug in MAY_NOT_APPLY and not question.does_not_apply:
        message = "expected the condition under which the question does not apply: add it"
        faults.add(_file(question), "does_not_apply", message)
    if question.slug not in MAY_NOT_APPLY and question.does_not_apply:
        message = "is no answer to this question by the scoring rules: remove it"
        faults.add(_file(question), "does_not_apply", message)


def _check_steps(group: PracticeGroup, playbook: Playbook, faults: FaultList) -> None:
    reached = 1
    for slug in group.practices:
        practice = playbook.practices.get(slug)
        if practice is None or faults.at(f"practices/{slug}.toml", "step"):
            continue
        if practice.step < reached:
            message = f"puts {slug!r} of step {practice.step} after step {reached}: order by step"
            faults.add(INDEX, f"groups.{group.slug}.practices", message)
        reached = max(reached, practice.step)


def _file(question: Question) -> str:
    return f"questions/{question.slug}.toml"


def _worded(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else repr(value)
