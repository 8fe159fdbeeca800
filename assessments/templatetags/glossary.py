"""Words of the glossary in pages: whoever presses one is told what it means.

A note is drawn once, since it is the same for everyone who reads in one language.
"""

from __future__ import annotations

from functools import cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from assessments.playbook.terms import Term
from assessments.prose.explaining import explain
from assessments.queries.glossary import Explained, finder
from assessments.queries.glossary import explained as with_pointers

register = template.Library()

Terms = tuple[Explained, ...]
NOTE = "term"
"""What the ids of notes begin with, where a page has but one set of them."""


@register.simple_block_tag
def explained(content: str, prefix: str = NOTE) -> SafeString:
    """What stands in the block, with the first place of each term to be pressed and the notes
    after it. Two blocks of one page need a prefix each, for their notes' ids."""

    def button(text: str, term: Term) -> str:
        # The text is cut out of a template's output, so it is escaped already.
        escaped, target = mark_safe(text), f"{prefix}-{term.slug}"  # noqa: S308
        return format_html(
            '<button type="button" class="term" popovertarget="{}">{}</button>', target, escaped
        )

    html, terms = explain(content, finder(), button)
    return mark_safe(html + term_notes(with_pointers(terms), prefix))  # noqa: S308 - see above


@register.simple_tag
def words_used(terms: Terms) -> SafeString:
    """A line of terms to be pressed; their notes stand elsewhere on the page."""
    return _line(terms, get_language())


@register.simple_tag
def term_notes(terms: Terms, prefix: str = NOTE) -> SafeString:
    """The notes of terms."""
    notes = "".join(_note(each, prefix, get_language()) for each in terms)
    return mark_safe(notes)  # noqa: S308 - a template's output


@cache
def _line(terms: Terms, _language: str) -> SafeString:
    return render_to_string("glossary/_words.html", {"terms": terms, "prefix": NOTE})


@cache
def _note(each: Explained, prefix: str, _language: str) -> SafeString:
    return render_to_string("glossary/_note.html", {"each": each, "prefix": prefix})
