"""Words of the glossary in pages: whoever presses one is told what it means."""

from __future__ import annotations

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from assessments.playbook.terms import Term
from assessments.prose.explaining import explain
from assessments.queries.glossary import explained as with_pointers
from assessments.queries.glossary import finder

register = template.Library()


@register.simple_block_tag
def explained(content: str, prefix: str = "term") -> SafeString:
    """What stands in the block, with the first place of each term to be pressed and the notes
    after it. Two blocks of one page need a prefix each, for their notes' ids."""
    return _explained(str(content), prefix)


@lru_cache(maxsize=512)
def _explained(content: str, prefix: str) -> SafeString:
    def button(text: str, term: Term) -> str:
        # The text is cut out of a template's output, so it is escaped already.
        target = f"{prefix}-{term.slug}"
        return _button(mark_safe(text), target)  # noqa: S308 - escaped, see above

    html, terms = explain(content, finder(), button)
    notes = render_to_string(
        "glossary/_notes.html", {"terms": with_pointers(terms), "prefix": prefix}
    )
    return mark_safe(html + notes)  # noqa: S308 - a template's output, and our own


def _button(text: SafeString, target: str) -> SafeString:
    return format_html(
        '<button type="button" class="term" popovertarget="{}">{}</button>', target, text
    )
