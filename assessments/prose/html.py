"""Markdown to HTML that is safe to put into a page."""

from __future__ import annotations

import functools

import nh3

from assessments.prose.parsing import draw, parse

_TAGS = {"p", "br", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "a"}
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "li": {"value"}}
_SCHEMES = {"http", "https", "mailto"}


@functools.lru_cache(maxsize=1024)
def to_html(text: str) -> str:
    """A person's text, such as a note: its line breaks stay, and its links tell search engines
    to look away. Empty where there is nothing to show."""
    return _clean(text, rel="noopener nofollow ugc")


@functools.lru_cache(maxsize=1024)
def passage_to_html(text: str) -> str:
    """A text of the content, in paragraphs."""
    return _clean(text, rel="noopener")


def line_to_html(text: str) -> str:
    """A text of the content that stands in an element of its own, such as a step of a list."""
    return passage_to_html(text).removeprefix("<p>").removesuffix("</p>")


def _clean(text: str, *, rel: str) -> str:
    if not text.strip():
        return ""
    return nh3.clean(
        draw(parse(text)),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=rel,
    ).strip()
