"""A page's words as they are read: without what explains the terms among them."""

import re


def without_terms(page: str) -> str:
    """The page without the buttons around explained words, and without their notes."""
    page = re.sub(r'<button type="button" class="term"[^>]*>([^<]*)</button>', r"\1", page)
    return re.sub(r'<div class="term-note".*?</div>', "", page, flags=re.DOTALL)
