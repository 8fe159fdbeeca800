"""What of a person's text can be drawn on paper: its characters, its breaks, its addresses."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

LONGEST_TEXT = 4_000
"""Characters of one text: no more are ever stored, and the engine has no time limit."""

_SCHEMES = ("http", "https", "mailto")

_JOINERS = "\u200c\u200d"
_DROPPED = ("Cc", "Cs", "Cf")
"""Control, surrogate and format characters: they have no glyph, or turn text around. The two
joiners are kept, for scripts and emoji need them."""

_LONG_RUN = re.compile(r"\S{25,}")
_BREAKS_AFTER = "/?&=.,;:_-#%+@|\\)]}"
_RUN = 12
_ZERO_WIDTH_SPACE = "\u200b"


def tidy(text: str) -> str:
    """A text without what cannot be drawn, and breakable where it would leave its column."""
    return breakable(printable(text).strip())


def printable(text: str) -> str:
    """A text, cut to what is ever stored, without the characters that cannot be drawn."""
    kept = text[:LONGEST_TEXT]
    if kept.isprintable():
        return kept
    return "".join(
        sign
        for sign in kept.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        if sign == "\n" or sign in _JOINERS or unicodedata.category(sign) not in _DROPPED
    )


def breakable(text: str) -> str:
    """The text with invisible chances of a break in every run too long for a narrow column."""
    return _LONG_RUN.sub(_with_breaks, text)


def _with_breaks(run: re.Match[str]) -> str:
    parts, since = [], 0
    for sign, following in zip(run[0], run[0][1:] + " ", strict=True):
        parts.append(sign)
        since += 1
        joined = _belongs_to_the_last(following) or sign in _JOINERS
        if not joined and (since >= _RUN or (since > 2 and sign in _BREAKS_AFTER)):
            parts.append(_ZERO_WIDTH_SPACE)
            since = 0
    return "".join(parts)


def _belongs_to_the_last(sign: str) -> bool:
    """Whether a character is drawn with the one before it: a mark, a joiner, a skin tone."""
    return (
        unicodedata.category(sign).startswith("M")
        or sign in _JOINERS
        or "\U0001f3fb" <= sign <= "\U0001f3ff"
    )


def address(text: str) -> str | None:
    """The text where it is an address to go to by http, https or mailto; else None."""
    plain = "".join(sign for sign in text if unicodedata.category(sign) not in _DROPPED)
    if plain != text or any(sign.isspace() for sign in text):
        return None
    try:
        found = urlsplit(text)
    except ValueError:
        return None
    goes_somewhere = bool(found.netloc) or (found.scheme == "mailto" and bool(found.path))
    return text if found.scheme in _SCHEMES and goes_somewhere else None
