"""A page's words as they are read: without what explains the terms among them."""

import re


def without_terms(page: str) -> str:
    """The page without the buttons around explained words, what keeps them on the line of the
    signs that touch them, and their notes."""
    button = r'<button type="button" class="term"[^>]*>([^<]*)</button>'
    kept = rf'<span class="unbroken">([^<]*(?:<\w+>)*){button}((?:</\w+>)*[^<]*)</span>'
    page = re.sub(kept, r"\1\2\3", page)
    page = re.sub(button, r"\1", page)
    return re.sub(r'<div class="term-note".*?</div>', "", page, flags=re.DOTALL)
