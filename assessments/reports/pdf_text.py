"""What of a person's text can be drawn on paper: its characters, its addresses."""

from __future__ import annotations

import unicodedata
from urllib.parse import urlsplit

LONGEST_TEXT = 4_000
"""Characters of one text: no more are ever stored, and the engine has no time limit."""

_SCHEMES = ("http", "https", "mailto")

_JOINERS = "\u200c\u200d"
_DROPPED = ("Cc", "Cs", "Cf")
"""Control, surrogate and format characters: they have no glyph, or turn text around. The two
joiners are kept, for scripts and emoji need them."""


def tidy(text: str) -> str:
    """A text without what cannot be drawn and without space around it."""
    return printable(text).strip()


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
