"""What people write, tidied and judged the same wherever they write it: texts and links."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from assessments.models import MOST_LINKS
from assessments.scoring.reading.answers import is_address

LONGEST_LINK = 500
"""Characters."""


def tidy_text(text: str) -> str:
    """The text without stray space around it and without control characters.

    PostgreSQL refuses a NUL, and browsers send line ends their own way.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs")
    ).strip()


def tidy_links(links: Iterable[str]) -> tuple[str, ...]:
    """The links, each once and none of them empty."""
    return tuple(dict.fromkeys(filter(None, map(tidy_text, links))))


def faults_of_links(links: Sequence[str]) -> Iterator[str]:
    """What is wrong with tidied links, in words for whoever gave them."""
    if len(links) > MOST_LINKS:
        yield _("Give at most %(most)d links.") % {"most": MOST_LINKS}
    for link in links:
        if len(link) > LONGEST_LINK:
            yield _("A link is longer than %(most)d characters.") % {"most": LONGEST_LINK}
        elif not is_address(link):
            yield _("“%(link)s” is not a web address: it must begin with http:// or https://.") % {
                "link": link
            }
