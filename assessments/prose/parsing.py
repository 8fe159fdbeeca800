"""The one reading of Markdown: what is recognised, and what stays as it was typed."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

_OFF = (
    *("heading", "lheading", "hr", "image"),  # a note is no page with headings and pictures
    *("html_block", "html_inline", "entity"),  # tags and entities are shown as they were typed
    *("reference", "code"),  # one swallows lines, the other makes an indent mean something
)
_DEEPEST = 20
_MOST_BRACKETS = 200
"""Looking for the ends of links takes time that grows with the square of these."""

_LINKABLE = re.compile(r"(https?://|mailto:)\S", re.IGNORECASE)


def parse(text: str) -> list[Token]:
    """The tokens of a text. Its words are all there again, less a link's address and its title."""
    links = text.count("[") <= _MOST_BRACKETS
    tokens = _parser(links=links, nested=True).parse(text)
    if any(_is_too_deep(token) for token in tokens):
        # The library drops what stands too deep: then nothing is taken for a list or a quote.
        tokens = _parser(links=links, nested=False).parse(text)
    for token in tokens:
        if token.type == "fence":
            token.content, token.info = _fenced(token), ""
    return tokens


def draw(tokens: Sequence[Token]) -> str:
    """The tokens as HTML, not yet held to what is allowed."""
    parser = _parser(links=True, nested=True)
    return str(parser.renderer.render(tokens, parser.options, {}))


def may_be_linked(address: str) -> bool:
    """Whether an address leads to the web or to a mailbox; nothing else becomes a link."""
    return _LINKABLE.match(address) is not None


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
        return may_be_linked(url)


@functools.cache
def _parser(*, links: bool, nested: bool) -> MarkdownIt:
    options = {"html": False, "breaks": True, "maxNesting": _DEEPEST}
    made = _Parser("commonmark", options).disable(_OFF)
    if not links:
        made.disable("link")
    if not nested:
        made.disable(["list", "blockquote"])
    return made


def _is_too_deep(token: Token) -> bool:
    return token.type in ("blockquote_open", "list_item_open") and token.level + 1 >= _DEEPEST


def _fenced(token: Token) -> str:
    """A fence's lines; what stands beside its opening may be words too."""
    info = token.info.strip()
    return f"{info}\n{token.content}" if info else token.content
