"""Which signs of a text are marks, and which are there to be read: a note says `2*3*4`, `__init__`
and `> 99.9%` and means them. What is not surely a mark stays as it was typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, fence, list_block
from markdown_it.rules_inline import StateInline, link
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

_DEEPEST_EMPHASIS = 3
"""Bold within italic says something, and no more than that."""

_NEIGHBOURS = 20
"""Lines looked at on either side, so that a long text costs no more than its length."""

_FIGURE = r"[^\w\s()\[\]{}*#\"'“`]{0,3}\s?\d"
_BULLET = re.compile(r"[-*][ \t]+(?![-+*][ \t])\S")
_DASHED = re.compile(r"-[ \t]+\S")
_DASHED_FIGURE = re.compile(rf"-[ \t]+{_FIGURE}")
_NUMBERED = re.compile(r"(?:0|[1-9]\d?)\.[ \t]+\S")
_QUOTED = re.compile(r">[ \t]+\S")
_QUOTED_FIGURE = re.compile(rf">=?[ \t]*{_FIGURE}|>=")
_NO_ADDRESS = re.compile(r"\]\(\s*\)")
_BEFORE_A_NUMBER = re.compile(r"[\s>*-]*")


def use_cautious_rules(parser: MarkdownIt) -> None:
    """Hold a parser to the marks that nobody types by accident."""
    # The names of what each rule may interrupt, as the library has them.
    interrupts = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.at("fence", _fence, {"alt": interrupts})
    parser.block.ruler.at("blockquote", _quote, {"alt": interrupts})
    parser.block.ruler.at("list", _list, {"alt": interrupts[:-1]})
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.inline.ruler.at("link", _link)


# Lists, quotes and code


def _fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    return _line(state, start).startswith("`") and fence(state, start, end, silent)


def _quote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    line = _line(state, start)
    if not _QUOTED.match(line):
        return False
    around = (line, *_following(state, start, 1, end, ">"), *_following(state, start, -1, end, ">"))
    if any(_QUOTED_FIGURE.match(line) for line in around):
        return False
    return blockquote(state, start, end, silent)


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    line = _line(state, start)
    if _NUMBERED.match(line):
        if not _BEFORE_A_NUMBER.fullmatch(_before(state, start)):
            return False  # a date, such as 1. 3. 2026
    elif not _BULLET.match(line) or _is_a_sum(state, line, start, end):
        return False
    return list_block(state, start, end, silent)


def _is_a_sum(state: StateBlock, line: str, start: int, end: int) -> bool:
    """Whether a dash stands for less, as in `- 5%`: no line beside it is an item without one."""
    return bool(_DASHED_FIGURE.match(line)) and not any(
        _DASHED.match(other) and not _DASHED_FIGURE.match(other)
        for step in (1, -1)
        for other in _following(state, start, step, end, "-")
    )


def _following(state: StateBlock, start: int, step: int, end: int, mark: str) -> list[str]:
    """The line and its neighbours one way that begin with the mark, up to an empty line; what is
    indented between them is left out."""
    found = []
    for number in range(start, start + step * _NEIGHBOURS, step):
        line = _as_typed(state, number) if 0 <= number < end else "end"
        inner = line.lstrip(" \t>".replace(mark, ""))
        if inner.startswith(mark):
            found.append(inner)
        elif not inner or (not line[0].isspace() and number != start):
            break
    return found


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _before(state: StateBlock, number: int) -> str:
    """What stands before it on its line: the marks of what holds it."""
    indent = state.bMarks[number] + state.tShift[number] - _beginning(state, number)
    return _as_typed(state, number)[:indent]


def _as_typed(state: StateBlock, number: int) -> str:
    return state.src[_beginning(state, number) : state.eMarks[number]]


def _beginning(state: StateBlock, number: int) -> int:
    return state.src.rfind("\n", 0, state.bMarks[number]) + 1


# Links


def _link(state: StateInline, silent: bool) -> bool:
    """A link has words and an address: code such as `rows[]()` has neither, and would vanish."""
    if state.src[state.pos] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos, True)
    words = state.src[state.pos + 1 : end]
    if end < 0 or not words.strip() or _NO_ADDRESS.match(state.src, end):
        return False
    return link(state, silent)


# Emphasis

_OPENING = ("Ps", "Pi", "Pd")
_CLOSING = ("Pe", "Pf", "Pd", "Po")
"""Categories of punctuation that may stand before and after words with emphasis."""

_QUOTES = "\"'"
_IN_WORDS = "-/\\&*%#@"
"""Punctuation that belongs to what it joins: paths, globs, sums."""

_NEVER_OPENS_BEFORE = ")]}>.,;:!?/\\|&=_%*"
_NEVER_CLOSES_AFTER = "([{<,;/\\|&=_-*"


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Stars around words, each side of which is a word's edge."""
    if silent or state.src[state.pos] != "*":
        return False
    length = state.scanDelims(state.pos, True).length
    opens, closes = _edges(state.src, state.pos, state.pos + length)
    for _ in range(length):
        state.push("text", "", 0).content = "*"
        state.delimiters.append(
            Delimiter(ord("*"), length, len(state.tokens) - 1, -1, opens, closes)
        )
    state.pos += length
    return True


def _edges(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether the stars from start to end may open and may close."""
    last, following = text[start - 1 : start] or " ", text[end : end + 1] or " "
    opens = (
        _is_edge(last, _OPENING)
        and not (following.isspace() or following in _NEVER_OPENS_BEFORE)
        and not _multiplies(text[:start].rstrip()[-1:], following)
    )
    closes = (
        _is_edge(following, _CLOSING)
        and not (last.isspace() or last in _NEVER_CLOSES_AFTER)
        and not _multiplies(last, text[end:].lstrip()[:1])
    )
    return opens and not closes, closes and not opens


def _is_edge(sign: str, categories: tuple[str, ...]) -> bool:
    """Whether a word ends at that sign, or begins after it."""
    if sign.isspace() or sign in _QUOTES:
        return True
    return unicodedata.category(sign) in categories and sign not in _IN_WORDS


def _multiplies(left: str, right: str) -> bool:
    return left.isdecimal() and right.isdecimal()


def flatten_emphasis(tokens: Sequence[Token]) -> None:
    """Give the marks back to emphasis that stands too deep within other."""
    depth = 0
    for token in tokens:
        if token.tag in ("em", "strong"):
            nesting, depth = token.nesting, depth + max(token.nesting, 0)
            if depth > _DEEPEST_EMPHASIS:
                token.type, token.tag, token.nesting = "text", "", 0
                token.content = token.markup
            depth += min(nesting, 0)
