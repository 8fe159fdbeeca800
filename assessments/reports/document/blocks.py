"""What a document is made of. The PDF and the Markdown draw the same blocks, so that neither can
say what the other does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal, TypeAlias

from assessments.reports.matrix import Matrix

Tone: TypeAlias = Literal[
    "", "good", "warn", "bad", "plain", "you-build-it-you-run-it", "ops-run-it", "hybrid"
]
"""The colour of what is said; never the only sign of it."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one look. `page` is an address on the web, `anchor` the name of a place in the
    document that it leads to, if the document has it; `name` makes it such a place."""

    text: str
    bold: bool = False
    faint: bool = False
    tone: Tone = ""
    page: str | None = None
    anchor: str | None = None
    name: str | None = None


Text: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1, 2 or 3."""

    level: int
    text: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `sticky` keeps it with what follows."""

    text: Text
    small: bool = False
    sticky: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short items, each of which may hold more blocks."""

    items: tuple[tuple[Block, ...], ...]
    numbered: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; `widths` are shares of the line, 0 as narrow as may be."""

    head: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[Text, ...], ...]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Callout:
    """Something said with weight, the `title` in large letters where there is one."""

    tone: Tone
    blocks: tuple[Block, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A score of 0 to 100, None where there is none."""

    score: int | None


@dataclass(frozen=True, slots=True)
class Selector:
    """The selector with the service's place on it; `legend` says what each mark means."""

    matrix: Matrix
    legend: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown as someone typed it; `quoted` sets it off from what stands around it."""

    markdown: str
    quoted: bool = True


@dataclass(frozen=True, slots=True)
class Own:
    """What someone says under their own name, apart from the playbook's words."""

    whose: str
    pieces: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Blanks:
    """Lines to write on by hand."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OnePage:
    """Blocks that are made to fit on one page of their own."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """Blocks that are never parted by the end of a page."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings of level 1, with where they are."""


Block: TypeAlias = (
    Heading
    | Paragraph
    | Bullets
    | Table
    | Callout
    | Bar
    | Selector
    | Prose
    | Own
    | Blanks
    | OnePage
    | Kept
    | Contents
)


@dataclass(frozen=True, slots=True)
class Document:
    """A document with what is said about it: `date` and `short_name` stand in its margin, and so
    does the `logo` of whose it is, a PNG; `size` is that of its text, in points."""

    title: str
    description: str
    keywords: tuple[str, ...]
    short_name: str
    date: str
    footer: str
    size: float
    blocks: tuple[Block, ...]
    logo: bytes | None = None


def parts_of(value: Any) -> Iterator[Any]:
    """A block or several, and everything within, in the document's order."""
    if is_dataclass(value) and not isinstance(value, type):
        yield value
        for field in fields(value):
            yield from parts_of(getattr(value, field.name))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for one in value:
            yield from parts_of(one)


def places(blocks: Sequence[Block]) -> frozenset[str]:
    """The names of the places that can be linked to."""
    return frozenset(
        part.name for part in parts_of(blocks) if isinstance(part, Span | Heading) and part.name
    )
