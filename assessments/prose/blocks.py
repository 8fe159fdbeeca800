"""Markdown as data for whatever draws it without HTML: the report, a terminal."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest
from typing import TypeAlias

from markdown_it.token import Token

from assessments.prose.parsing import parse


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look, line breaks within them kept; `href` is where they lead, an http, https
    or mailto address, None where nowhere."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that follow each other."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `numbers` are those given to the items, none where they have none."""

    items: tuple[tuple[Block, ...], ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Blocks that are someone else's."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Lines to be shown as they were typed."""

    text: str


Block: TypeAlias = Paragraph | Items | Quote | Code


@functools.lru_cache(maxsize=64)
def to_blocks(text: str) -> tuple[Block, ...]:
    """The text's blocks in order; none where there is nothing to show."""
    return tuple(_blocks(iter(parse(text))))


def has_marks(text: str) -> bool:
    """Whether anything in the text is drawn otherwise than it was typed."""
    return any(
        not isinstance(block, Paragraph)
        or any(replace(run, text="") != Run("") for run in block.runs)
        for block in to_blocks(text)
    )


def to_plain(text: str) -> str:
    """The words without the marks, one line a block, for a summary or a search. An item keeps its
    number."""
    return "\n".join(_lines(to_blocks(text)))


def _blocks(tokens: Iterator[Token]) -> Iterator[Block]:
    """The blocks up to the end of what holds them."""
    for token in tokens:
        if token.nesting < 0 and token.type != "paragraph_close":
            return
        if token.type == "inline":
            yield Paragraph(_joined(_runs(token.children or ())))
        elif token.type == "fence":
            yield Code(token.content.removesuffix("\n"))
        elif token.type == "blockquote_open":
            yield Quote(tuple(_blocks(tokens)))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            yield _items(tokens)


def _items(tokens: Iterator[Token]) -> Items:
    items, numbers = [], []
    for token in tokens:
        if token.type != "list_item_open":
            break
        items.append(tuple(_blocks(tokens)))
        if token.info:
            numbers.append(int(token.info))
    return Items(tuple(items), tuple(numbers))


def _joined(runs: Iterator[Run]) -> tuple[Run, ...]:
    """The runs, with those of one look in one."""
    looks = groupby(runs, key=lambda run: replace(run, text=""))
    return tuple(replace(look, text="".join(run.text for run in alike)) for look, alike in looks)


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    look, bold, italic = Run(""), 0, 0
    for token in tokens:
        if token.type in ("strong_open", "strong_close"):
            bold += token.nesting
        elif token.type in ("em_open", "em_close"):
            italic += token.nesting
        elif token.type in ("link_open", "link_close"):
            href = token.attrGet("href")
            look = Run("", href=None if href is None else str(href))
        else:
            text = "\n" if token.type in ("softbreak", "hardbreak") else token.content
            code = token.type == "code_inline"
            if text:
                yield replace(look, text=text, bold=bold > 0, italic=italic > 0, code=code)


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(runs):
                yield "".join(run.text for run in runs)
            case Code(text):
                yield text
            case Quote(within):
                yield from _lines(within)
            case Items(items, numbers):
                for item, number in zip_longest(items, numbers):
                    lines = "\n".join(_lines(item))
                    yield lines if number is None else f"{number}. {lines}"
