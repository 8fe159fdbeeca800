"""What was said, and what it all rests on: the answers, the sources, the licence."""

from __future__ import annotations

from assessments.reports.document.blocks import Block, Heading, Paragraph, Prose, Span, Text
from assessments.reports.document.facts import Facts
from assessments.reports.document.phrases import faint, joined, say, strong, to
from assessments.reports.report import AnswerTold, Link, Report


def answers(report: Report) -> tuple[Block, ...]:
    """What was said, with notes and evidence, and what each answer bears on."""
    return (
        Heading(1, "All answers"),
        *(
            block
            for section in report.answers
            if section.answers
            for block in (
                Heading(2, section.title),
                *(line for answer in section.answers for line in _answer(answer)),
            )
        ),
    )


def _answer(one: AnswerTold) -> tuple[Block, ...]:
    chosen = Span(one.option_text, bold=True, name=f"answer-{one.question}")
    unconfirmed = (" ", Span("Not confirmed", tone="plain")) if one.carried_over else ()
    blocks: list[Block] = [
        say(faint(one.text), sticky=True),
        say(chosen, *unconfirmed),
    ]
    if one.note.strip():
        blocks.append(Prose(one.note))
    if one.evidence:
        evidence = [Span(address, page=address) for address in one.evidence]
        blocks.append(Paragraph((faint("Evidence: "), *joined(evidence)), small=True))
    if one.links:
        bears_on = [to(link) for link in one.links]
        blocks.append(Paragraph((faint("Bears on: "), *joined(bears_on)), small=True))
    return tuple(blocks)


def sources(report: Report, facts: Facts) -> tuple[Block, ...]:
    """The playbook's pages that the report rests on, each once, by kind."""
    planned = [
        practice.link
        for phase in report.plan
        for practice in (*phase.adopt, *phase.settle, *phase.keep)
    ]
    by_title: dict[str, list[Link]] = {
        "Practices": planned,
        "Pitfalls": [pitfall.link for pitfall in report.pitfalls],
        "Drawbacks of Ops Run It": [drawback.link for drawback in report.drawbacks],
        "Principles": [principle.link for principle in report.principles],
    }
    pages: list[Text] = [
        (strong(f"{title}: "), *joined([Span(link.title, page=link.page) for link in links]))
        for title, links in by_title.items()
        if links
    ]
    return (
        Heading(1, "Sources"),
        *(Paragraph(line, small=True) for line in pages),
        *about(report, facts),
    )


def about(report: Report, facts: Facts) -> tuple[Block, ...]:
    """Where it all comes from: the source, its licence, and what identifies the result."""
    source = facts.source
    return (
        Heading(2, "Licence, and what identifies this result"),
        say(
            "Facts and method come from the ",
            Span(source.title, page=source.url),
            f" by {' and '.join(source.authors)}, {source.publisher}, licensed ",
            Span(source.licence, page=source.licence_url),
            ". The wording here is our own.",
            small=True,
        ),
        say(
            f"Made with version {report.playbook_version} of the questionnaire and rules "
            f"{report.rules}. Hash of the inputs: {report.inputs_hash}",
            small=True,
        ),
    )
