"""Text of people's own as Markdown shows it: every mark of it literally."""

from __future__ import annotations

import re

_MARKS = re.compile(r"[!-/:-@\[-`{-~]")
"""ASCII punctuation: what CommonMark lets a backslash take the meaning from."""

_HARMLESS = frozenset("%'\"(),-./:;=?")
"""Marks that mean something only at the beginning of a line, or nothing; left as they are read."""

_AT_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-=])")
"""What begins a list or underlines a heading."""


def escape_markdown(text: str) -> str:
    """A text on one line, to stand anywhere in Markdown without becoming a heading, a list, a
    link, a tag or a table's cell."""
    flat = " ".join(text.split())
    escaped = _MARKS.sub(lambda mark: mark[0] if mark[0] in _HARMLESS else f"\\{mark[0]}", flat)
    return _AT_START.sub(_escaped_at_start, escaped).replace("://", "\\://")


def _escaped_at_start(found: re.Match[str]) -> str:
    return f"\\{found[3]}" if found[3] else f"{found[1]}\\{found[2]}"
