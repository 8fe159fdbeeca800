"""The first screen of a result as a text to paste into a message, a wiki or a decision record.

Plain text and Markdown are drawn from the same sections, so neither says what the other does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessments.playbook.entries import Source
from assessments.prose.escaping import escape_markdown
from assessments.reports.report import Argument, PartTold, Report


@dataclass(frozen=True, slots=True)
class Summary:
    """The first screen: a title, and sections of lines, those of `numbered` ones counted."""

    title: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; without a heading it is the beginning."""

    heading: str
    lines: tuple[str, ...]
    is_numbered: bool = False


def summarise(report: Report, *, about: str, source: Source, since_last: Sequence[str]) -> Summary:
    """The summary of a report. `about` says where it comes from, `since_last` what has changed
    since the last result; empty where there is none to be told of."""
    decided = report.recommendation
    credit = f"After the {source.title} by {source.publisher} ({source.licence}): {source.url}"
    gravest = (_argued(decided.gravest),) if decided.gravest else ()
    sections = (
        Section("", (decided.headline, *((decided.boundary,) if decided.boundary else ()))),
        Section("Why", tuple(_argued(reason) for reason in decided.reasons if reason.decides)),
        Section("Targets", tuple(line for part in decided.parts for line in _targets(part))),
        Section("Today", tuple(_today(report))),
        Section("What to start with", tuple(_first_steps(report)), bool(report.first_steps)),
        Section("Not explained yet", report.unexplained),
        Section("What would change the verdict", decided.flips),
        Section("Look into this first", gravest),
        Section("Since last time", tuple(since_last)),
        Section("About", (about, credit)),
    )
    return Summary(
        f"{report.service}: {decided.model_title}",
        tuple(section for section in sections if section.lines),
    )


def to_text(summary: Summary) -> str:
    """The summary as plain text."""
    blocks = [summary.title]
    for section in summary.sections:
        lines = _listed(section, section.lines)
        blocks.append("\n".join([section.heading, *lines] if section.heading else lines))
    return "\n\n".join(blocks) + "\n"


def to_markdown(summary: Summary) -> str:
    """The summary as Markdown, in which no name or sentence becomes a mark."""
    blocks = [f"# {escape_markdown(summary.title)}"]
    for section in summary.sections:
        lines = "\n".join(_listed(section, [escape_markdown(line) for line in section.lines]))
        blocks.append(f"## {section.heading}\n\n{lines}" if section.heading else lines)
    return "\n\n".join(blocks) + "\n"


def _listed(section: Section, lines: Sequence[str]) -> list[str]:
    if not section.heading:
        return list(lines)
    if section.is_numbered:
        return [f"{number}. {line}" for number, line in enumerate(lines, 1)]
    return [f"- {line}" for line in lines]


def _argued(argument: Argument) -> str:
    return f"{argument.part}: {argument.text}" if argument.part else argument.text


def _targets(part: PartTold) -> Iterator[str]:
    of = f"{part.title}, {part.model_title}. " if part.title else ""
    for target in part.targets:
        yield f"{of}{target.label}: {target.value}. {target.meaning}"
    if part.unattended:
        yield f"{of}Unattended: {part.unattended}"


def _today(report: Report) -> Iterator[str]:
    yield report.misfit.verdict
    for target in report.against_targets:
        yield (
            f"{target.label}: {target.status_title.lower()}. Target: {target.target}. "
            f"Today: {target.today}."
        )


def _first_steps(report: Report) -> Iterator[str]:
    for step in report.first_steps:
        why = f" Why: {'; '.join(step.because)}." if step.because else ""
        yield f"{step.practice.link.title}. {step.practice.start}{why}"
    if report.no_first_step:
        yield report.no_first_step
