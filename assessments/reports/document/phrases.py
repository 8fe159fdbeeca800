"""Small pieces that several parts of a document are put together from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assessments.playbook.entries import EntryKind
from assessments.reports.document.blocks import (
    Block,
    Bullets,
    Own,
    Paragraph,
    Prose,
    Span,
    Text,
    Tone,
)
from assessments.reports.own_guidance import GuidanceTold
from assessments.reports.report import AnswerTold, Argument, Cause, Link, PitfallTold

OF_RISK: dict[str, Tone] = {
    "high": "bad",
    "some": "warn",
    "unknown": "plain",
    "none": "good",
    "does-not-apply": "plain",
}
OF_STATUS: dict[str, Tone] = {
    "missing": "bad",
    "partly": "warn",
    "unknown": "plain",
    "in-place": "good",
    "does-not-apply": "plain",
}
OF_TARGET: dict[str, Tone] = {"met": "good", "missed": "bad", "unknown": "plain"}


def words(*parts: str | Span) -> Text:
    """Texts and spans as they follow each other."""
    return tuple(Span(part) if isinstance(part, str) else part for part in parts)


def say(*parts: str | Span, small: bool = False, sticky: bool = False) -> Paragraph:
    """A paragraph of texts and spans."""
    return Paragraph(words(*parts), small=small, sticky=sticky)


def strong(text: str) -> Span:
    """Words in bold."""
    return Span(text, bold=True)


def faint(text: str) -> Span:
    """Words that stand back."""
    return Span(text, faint=True)


def place_name(kind: EntryKind, slug: str) -> str:
    """What the place of an entry in the document is called."""
    return f"{kind}-{slug}"


def to(link: Link) -> Span:
    """An entry as a link: to where the document tells of it, else to the playbook's page."""
    return Span(link.title, page=link.page, anchor=place_name(link.kind, link.slug))


def place(link: Link) -> Span:
    """The place itself that others lead to, with its page on the web."""
    return Span(link.title, page=link.page, name=place_name(link.kind, link.slug))


def read_more(page: str, says: str = "Read more in the playbook") -> Span:
    """A link to a page of the playbook."""
    return Span(says, page=page)


def answered(answer: AnswerTold) -> Text:
    """An answer as a reason: its question, then what was answered."""
    chosen = Span(answer.option_text, bold=True, anchor=f"answer-{answer.question}")
    return (faint(answer.text), Span(" "), chosen)


def bullets(items: Iterable[Text], *, small: bool = True, numbered: bool = False) -> Bullets:
    """A list of one line each."""
    return Bullets(
        tuple((Paragraph(item, small=small),) for item in items), numbered=numbered, small=small
    )


def joined(spans: Sequence[Span], between: str = "; ") -> Text:
    """Spans in one line."""
    apart: list[Span] = []
    for span in spans:
        apart += [Span(between), span] if apart else [span]
    return tuple(apart)


def argument(one: Argument) -> Text:
    """A reason or a caution, with its source."""
    part = (strong(f"{one.part}. "),) if one.part else ()
    return words(*part, f"{one.text} ", read_more(one.source, "Source in the playbook"))


def reasons(causes: Sequence[Cause]) -> tuple[Block, ...]:
    """Practices that lack in one line, every other cause in a line of its own."""
    lacking = [cause for cause in causes if cause.practice]
    lines = [
        answered(cause.answer) if cause.answer else words(cause.text)
        for cause in causes
        if not cause.practice
    ]
    if lacking:
        says = lacking[0].text.partition(": ")[0]
        spans = [
            Span(cause.text.partition(": ")[2], anchor=place_name("practice", cause.practice or ""))
            for cause in lacking
        ]
        lines.append((faint(f"{says}: "), *joined(spans)))
    return (bullets(lines),) if lines else ()


def own(whose: str, pieces: Sequence[GuidanceTold]) -> tuple[Block, ...]:
    """What an organisation adds to an entry."""
    if not pieces:
        return ()
    told = tuple(_guidance(piece) for piece in pieces)
    return (Own(f"Guidance from {whose}, not from the playbook", told),)


def _guidance(piece: GuidanceTold) -> tuple[Block, ...]:
    links = (say(Span(link, page=link), small=True) for link in piece.links)
    return (Prose(piece.text, quoted=False), *links)


def risk(pitfall: PitfallTold) -> Text:
    """A pitfall in a line, with how near it is."""
    return words(to(pitfall.link), " ", Span(pitfall.risk_title, tone=OF_RISK[pitfall.risk]))
