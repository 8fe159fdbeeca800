"""Terms of the glossary within HTML that is already safe: the first of each can be asked about."""

from __future__ import annotations

import re
from collections.abc import Callable

from assessments.playbook.terms import Glossary, Term

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>")
_PRESSED = ("a", "button", "label", "legend", "option", "select", "summary", "textarea")
_HEADINGS = ("title", "h1", "h2", "h3", "h4", "h5", "h6")
_AS_TYPED = ("code", "pre", "script", "style", "svg")
_EMPTY = ("br", "hr", "img", "input")
_LEFT_ALONE = frozenset((*_PRESSED, *_HEADINGS, *_AS_TYPED))

_UNSEEN = re.compile(r"\bvisually-hidden\b|\baria-hidden=.true")
"""What is there for some of us only: no place for something that is pressed."""

Draw = Callable[[str, Term], str]
"""Puts a stretch of HTML text and the term that it stands for into a button or the like."""


def explain(html: str, glossary: Glossary, draw: Draw) -> tuple[str, tuple[Term, ...]]:
    """The HTML with the first place of each term drawn, and the terms that were, in order.

    Takes HTML in which every `<` and `>` of a text or an attribute is escaped, as templates write
    it. Nothing is drawn in headings and links, in what is pressed, and in what is not seen.
    """
    parts: list[str] = []
    drawn: dict[str, Term] = {}
    left, depth, end = "", 0, 0  # the element being left alone, and how deep it is in its like
    for tag in _TAG.finditer(html):
        text = html[end : tag.start()]
        parts += [text if depth else _drawn(text, glossary, draw, drawn), tag[0]]
        end = tag.end()
        name, closes = tag[2].lower(), bool(tag[1])
        if depth and name == left:
            depth += -1 if closes else 1
        elif not depth and not closes and _is_left_alone(name, tag[0]):
            left, depth = name, 1
    parts.append(_drawn(html[end:], glossary, draw, drawn))
    return "".join(parts), tuple(drawn.values())


def _is_left_alone(name: str, tag: str) -> bool:
    return name in _LEFT_ALONE or (name not in _EMPTY and _UNSEEN.search(tag) is not None)


def _drawn(escaped: str, glossary: Glossary, draw: Draw, drawn: dict[str, Term]) -> str:
    text = escaped.replace("&#x27;", "'")  # as good in a text, and a part of words
    parts: list[str] = []
    end = 0
    for found in glossary.find(text):
        if found.term.slug not in drawn:
            drawn[found.term.slug] = found.term
            parts += [text[end : found.start], draw(text[found.start : found.end], found.term)]
            end = found.end
    parts.append(text[end:])
    return "".join(parts)
