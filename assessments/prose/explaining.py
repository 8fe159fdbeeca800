"""Terms of the glossary within HTML that is already safe: the first of each can be asked about."""

from __future__ import annotations

import re
from collections.abc import Callable

from assessments.playbook.terms import Glossary, Term

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>")
_PRESSED = ("a", "button", "label", "legend", "option", "select", "summary", "textarea")
_HEADINGS = ("title", "h1", "h2", "h3", "h4", "h5", "h6")
_AS_TYPED = ("code", "pre", "script", "style", "svg")
_LEFT_ALONE = frozenset((*_PRESSED, *_HEADINGS, *_AS_TYPED))

Draw = Callable[[str, Term], str]
"""Puts a stretch of HTML text and the term that it stands for into a button or the like."""


def explain(html: str, glossary: Glossary, draw: Draw) -> tuple[str, tuple[Term, ...]]:
    """The HTML with the first place of each term drawn, and the terms that were, in order.

    Takes HTML in which every `<` and `>` of a text or an attribute is escaped, as templates write
    it. Nothing is drawn in headings, in links, or in what is pressed.
    """
    parts: list[str] = []
    drawn: dict[str, Term] = {}
    closed_by, end = "", 0
    for tag in _TAG.finditer(html):
        text = html[end : tag.start()]
        parts.append(text if closed_by else _drawn(text, glossary, draw, drawn))
        parts.append(tag[0])
        end = tag.end()
        name = tag[2].lower()
        if closed_by and tag[1] and name == closed_by:
            closed_by = ""
        elif not closed_by and not tag[1] and name in _LEFT_ALONE:
            closed_by = name
    parts.append(_drawn(html[end:], glossary, draw, drawn))
    return "".join(parts), tuple(drawn.values())


def _drawn(text: str, glossary: Glossary, draw: Draw, drawn: dict[str, Term]) -> str:
    parts: list[str] = []
    end = 0
    for found in glossary.find(text):
        if found.term.slug not in drawn:
            drawn[found.term.slug] = found.term
            parts += [text[end : found.start], draw(text[found.start : found.end], found.term)]
            end = found.end
    parts.append(text[end:])
    return "".join(parts)
