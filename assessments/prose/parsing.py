"""The one reading of Markdown: what is recognised, and what stays as it was typed."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from assessments.prose.marks import flatten_emphasis, use_cautious_rules

_OFF = (
    *("heading", "lheading", "hr", "image"),  # a note is no page with headings and pictures
    *("html_block", "html_inline", "entity"),  # tags and entities are shown as they were typed
    "escape",  # a backslash belongs to a path
    *("reference", "code"),  # one swallows lines, the other makes an indent mean something
)
_DEEPEST = 20
_RULE_OF_MARK = {"[": "link", "*": "emphasis", "`": "backticks"}
_MOST_MARKS = 200
"""Marks of a kind. A note has a few dozen at most, and each costs the page and the PDF more than a
word; looking for links takes time that grows with the square of their brackets."""

_PIECES = ("list", "blockquote", "fence")
_MOST_PIECES = 150
"""Items, quotes and blocks of code, each of which costs as much as many words."""

_LINKABLE = re.compile(r"(https?://|mailto:)\S", re.IGNORECASE)


def parse(text: str) -> list[Token]:
    """The tokens of a text. Its words are all there again, less a link's address and its title."""
    off = tuple(rule for mark, rule in _RULE_OF_MARK.items() if text.count(mark) > _MOST_MARKS)
    tokens = _parser(off).parse(text)
    if any(map(_is_too_deep, tokens)) or sum(map(_is_a_piece, tokens)) > _MOST_PIECES:
        # The library drops what stands too deep: then nothing is taken for a list or a quote.
        tokens = _parser((*off, *_PIECES)).parse(text)
    for token in tokens:
        if token.type == "fence":
            token.content, token.info = _fenced(token), ""
        flatten_emphasis(token.children or ())
    _keep_numbers(tokens)
    return tokens


def draw(tokens: Sequence[Token]) -> str:
    """The tokens as HTML, not yet held to what is allowed."""
    parser = _parser(())
    return str(parser.renderer.render(tokens, parser.options, {}))


def may_be_linked(address: str) -> bool:
    """Whether an address leads to the web or to a mailbox; nothing else becomes a link."""
    return _LINKABLE.match(address) is not None


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
        return may_be_linked(url)


@functools.cache
def _parser(off: tuple[str, ...]) -> MarkdownIt:
    options = {"html": False, "breaks": True, "maxNesting": _DEEPEST}
    made = _Parser("commonmark", options).disable(_OFF)
    use_cautious_rules(made)
    made.disable(off)
    # The library compiles its rules at the first text, and a second thread would go on with half.
    made.parse("*text*")
    return made


def _is_too_deep(token: Token) -> bool:
    return token.type in ("blockquote_open", "list_item_open") and token.level + 1 >= _DEEPEST


def _is_a_piece(token: Token) -> bool:
    return token.type in ("blockquote_open", "list_item_open", "fence")


def _keep_numbers(tokens: Sequence[Token]) -> None:
    """Let every item have the number that it was given, where that is not the next one."""
    due: list[int] = []
    for token in tokens:
        if token.type == "ordered_list_open":
            start = token.attrGet("start")
            due.append(1 if start is None else int(start))
        elif token.type == "ordered_list_close":
            due.pop()
        elif token.type == "list_item_open" and token.info:
            if int(token.info) != due[-1]:
                token.attrSet("value", token.info)
            due[-1] = int(token.info) + 1


def _fenced(token: Token) -> str:
    """A fence's lines; what stands beside its opening may be words too."""
    info = token.info.strip()
    return f"{info}\n{token.content}" if info else token.content
