"""A report as plain data for the PDF's template: every text tidied, every link vouched for.

Texts that people typed come here as they are and leave as data only. Nothing in here knows
the engine that draws them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from typing import Any

from assessments.playbook.entries import Source
from assessments.reports import result_labels
from assessments.reports.pdf_notes import note_blocks
from assessments.reports.pdf_text import address, tidy
from assessments.reports.report import AnswerTold, Cause, GuidanceTold, Link, PracticeTold, Report

_LONGEST_NAME_IN_MARGIN = 60

_NOT_DRAWN = ("page", "anchor", "name")
"""Keys of addresses, on the web and within the report."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the cover says beside the report: whose it is, how much was asked and when it was
    submitted (aware; its own zone is the one shown), and the source to be credited."""

    owner: str
    scope: str
    submitted_at: datetime
    source: Source


def to_pdf_data(report: Report, facts: Facts) -> dict[str, Any]:
    """Everything that the template draws, as texts, numbers, lists and dicts.

    A link is `{"title", "page", "anchor"}`: `page` is an address on the web, `anchor` a place
    in the report; either is None where there is none.
    """
    anchors = _anchors(report)
    data: dict[str, Any] = _Plain(anchors, {p.link.slug: p.link for p in _planned(report)}).of(
        report
    )
    data["answers"] = [
        {"title": tidy(section.title), "answers": [_answer(a, anchors) for a in section.answers]}
        for section in report.answers
        if section.answers
    ]
    data["short_name"] = _shortened(tidy(report.service))
    data["owner"] = tidy(facts.owner)
    data["scope"] = tidy(facts.scope)
    data["date"] = f"{facts.submitted_at.day} {facts.submitted_at:%B %Y}"
    data["bands"] = result_labels.BANDS
    data["source"] = {
        "title": facts.source.title,
        "publisher": facts.source.publisher,
        "authors": " and ".join(facts.source.authors),
        "licence": facts.source.licence,
        "licence_page": address(facts.source.licence_url),
        "page": address(facts.source.url),
    }
    data["sources"] = _sources(report)
    return data


def texts_drawn(data: Any) -> Iterator[str]:
    """Every text of the data that may appear on a page."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            if key not in _NOT_DRAWN:
                yield from texts_drawn(value)
    elif isinstance(data, Sequence):
        for value in data:
            yield from texts_drawn(value)


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME_IN_MARGIN else f"{name[:_LONGEST_NAME_IN_MARGIN]}…"


class _Plain:
    """Turns the report's values into plain ones, given the places that exist in it and the
    practices of its plan."""

    def __init__(self, anchors: frozenset[str], practices: Mapping[str, Link]) -> None:
        self._anchors = anchors
        self._practices = practices

    def of(self, value: Any) -> Any:
        if isinstance(value, str):
            return tidy(value)
        if isinstance(value, Link):
            return _link(value, self._anchors)
        if isinstance(value, AnswerTold):
            return _brief(value, self._anchors)
        if isinstance(value, GuidanceTold):
            return {
                "blocks": note_blocks(value.text),
                "links": [_web(one) for one in value.links],
            }
        if isinstance(value, Cause):
            practice = self._practices.get(value.practice or "")
            return {
                "text": tidy(value.text),
                "answer": self.of(value.answer),
                "practice": self.of(practice),
            }
        if isinstance(value, Mapping):
            return {tidy(key): self.of(item) for key, item in value.items()}
        if isinstance(value, tuple):
            return [self.of(item) for item in value]
        if is_dataclass(value):
            return {
                field.name: address(getattr(value, field.name))
                if field.name == "source"
                else self.of(getattr(value, field.name))
                for field in fields(value)
                if field.name != "answers" or not isinstance(value, Report)
            }
        return value


def _link(link: Link, anchors: frozenset[str]) -> dict[str, str | None]:
    anchor = f"{link.kind}-{link.slug}"
    return {
        "title": tidy(link.title),
        "page": address(link.page),
        "anchor": anchor if anchor in anchors else None,
        "name": anchor,
    }


def _brief(answer: AnswerTold, anchors: frozenset[str]) -> dict[str, str | None]:
    anchor = f"answer-{answer.question}"
    return {
        "title": tidy(answer.text),
        "page": None,
        "option": tidy(answer.option_text),
        "anchor": anchor if anchor in anchors else None,
    }


def _answer(answer: AnswerTold, anchors: frozenset[str]) -> dict[str, Any]:
    return {
        **_brief(answer, anchors),
        "note": note_blocks(answer.note),
        "evidence": [_web(one) for one in answer.evidence],
        "carried_over": answer.carried_over,
        "links": [_link(link, anchors) for link in answer.links],
    }


def _web(one: str) -> dict[str, str | None]:
    return {"title": tidy(one), "page": address(one)}


def _anchors(report: Report) -> frozenset[str]:
    """The places of the report that can be linked to."""
    told: Sequence[Any] = (
        *_planned(report),
        *report.pitfalls,
        *report.drawbacks,
        *report.principles,
    )
    return frozenset(
        [f"{one.link.kind}-{one.link.slug}" for one in told]
        + [f"answer-{a.question}" for section in report.answers for a in section.answers]
    )


def _planned(report: Report) -> list[PracticeTold]:
    """Every practice of the plan, those that do not apply included."""
    return [
        practice
        for phase in report.plan
        for practice in (*phase.adopt, *phase.settle, *phase.keep, *phase.aside)
    ]


def _sources(report: Report) -> list[dict[str, Any]]:
    """The playbook's pages that the report rests on, each once, by kind."""
    by_title = {
        "Practices": [p.link for p in _planned(report) if p.status != "does-not-apply"],
        "Pitfalls": [pitfall.link for pitfall in report.pitfalls],
        "Drawbacks of Ops Run It": [drawback.link for drawback in report.drawbacks],
        "Principles": [principle.link for principle in report.principles],
    }
    return [
        {
            "title": title,
            "pages": [{"title": tidy(link.title), "page": address(link.page)} for link in links],
        }
        for title, links in by_title.items()
        if links
    ]
