"""What of a question's card is the same for everyone, drawn once and kept."""

from __future__ import annotations

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from assessments.forms.options import Choice
from assessments.queries.entries import Ref
from assessments.queries.glossary import Explained

register = template.Library()

KEPT = 2_000
"""Drawn parts: each question with each of its options chosen, some thousand characters each, in
the bands and currencies of a few organisations."""


@register.simple_tag
@lru_cache(KEPT)
def question_options(question: str, offered: tuple[Choice, ...]) -> SafeString:
    """Options to choose from."""
    return render_to_string("sheet/_options.html", {"question": question, "offered": offered})


@register.simple_tag
@lru_cache(KEPT)
def question_help(meant: str, where: str, terms: tuple[Explained, ...]) -> SafeString:
    """What helps with a question: what is meant, where to look, and which words are explained."""
    return render_to_string("sheet/_help.html", {"meant": meant, "where": where, "terms": terms})


@register.simple_tag
@lru_cache(KEPT)
def question_touches(touches: tuple[Ref, ...]) -> SafeString:
    """What of the playbook the answers bear on."""
    return render_to_string("sheet/_touches.html", {"touches": touches})
