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

_SIGN = r"(?:&#?\w+;|[^\w\s<>&])+"
_SIGNS_BEFORE, _SIGNS_AFTER = re.compile(rf"{_SIGN}\Z"), re.compile(_SIGN)
_STRESSED = re.compile(r"<(strong|em|b|i)>")

Draw = Callable[[str, Term], str]
"""Puts a stretch of HTML text and the term that it stands for into a button or the like."""


def explain(html: str, glossary: Glossary, draw: Draw) -> tuple[str, tuple[Term, ...]]:
    """The HTML with the first place of each term drawn, and the terms that were, in order.

    Takes HTML in which every `<` and `>` of a text or an attribute is escaped, as templates write
    it. Nothing is drawn in headings and links, in what is pressed, and in what is not seen.
    """
    parts: list[str] = []  # texts, with a term or a tag between each and the next
    drawn: dict[str, Term] = {}
    terms_at: list[int] = []
    left, depth, end = "", 0, 0  # the element being left alone, and how deep it is in its like

    def add(text: str) -> None:
        found = [text] if depth else _drawn(text, glossary, draw, drawn)
        terms_at.extend(range(len(parts) + 1, len(parts) + len(found), 2))
        parts.extend(found)

    for tag in _TAG.finditer(html):
        add(html[end : tag.start()])
        parts.append(tag[0])
        end = tag.end()
        name, closes = tag[2].lower(), bool(tag[1])
        if depth and name == left:
            depth += -1 if closes else 1
        elif not depth and not closes and _is_left_alone(name, tag[0]):
            left, depth = name, 1
    add(html[end:])
    for at in terms_at:
        _keep_with_signs(parts, at)
    return "".join(parts), tuple(drawn.values())


def _is_left_alone(name: str, tag: str) -> bool:
    return name in _LEFT_ALONE or (name not in _EMPTY and _UNSEEN.search(tag) is not None)


def _keep_with_signs(parts: list[str], at: int) -> None:
    """Puts a term and the full stop or brackets that touch it into one piece that no line's end
    divides: browsers may break a line on either side of a button, whatever stands there."""
    first, last = at - 1, at + 1
    while _is_all_of_an_element(parts, first, last):
        first, last = first - 2, last + 2
    before, after = _SIGNS_BEFORE.search(parts[first]), _SIGNS_AFTER.match(parts[last])
    if before:
        parts[first] = parts[first][: before.start()]
    if after:
        parts[last] = parts[last][after.end() :]
    if before or after:
        parts[first] += f'<span class="unbroken">{before[0] if before else ""}'
        parts[last] = f"{after[0] if after else ''}</span>{parts[last]}"


def _is_all_of_an_element(parts: list[str], first: int, last: int) -> bool:
    """Whether nothing but what is between those two texts is in the element around it."""
    if parts[first] or parts[last] or not first or last + 1 == len(parts):
        return False
    opened = _STRESSED.fullmatch(parts[first - 1])
    return opened is not None and parts[last + 1] == f"</{opened[1]}>"


def _drawn(escaped: str, glossary: Glossary, draw: Draw, drawn: dict[str, Term]) -> list[str]:
    """The text with terms drawn: one string a stretch, a term between each two of the others."""
    text = escaped.replace("&#x27;", "'")  # as good in a text, and a part of words
    parts: list[str] = []
    end = 0
    for found in glossary.find(text):
        if found.term.slug not in drawn:
            drawn[found.term.slug] = found.term
            parts += [text[end : found.start], draw(text[found.start : found.end], found.term)]
            end = found.end
    return [*parts, text[end:]]
