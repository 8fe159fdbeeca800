"""What people write, tidied and judged the same wherever they write it: texts and links."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from assessments.models import MOST_LINKS
from assessments.scoring.reading.answers import is_address

LONGEST_LINK = 500
"""Characters."""

# What people and programs put around an address.
AROUND = {"<": ">", '"': '"', "“": "”", "«": "»", "(": ")"}
SCHEME = re.compile(r"https?://", re.IGNORECASE)


def tidy_text(text: str) -> str:
    """The text without stray space around it and without control characters.

    PostgreSQL refuses a NUL, and browsers send line ends their own way.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs")
    ).strip()


def tidy_links(links: Iterable[str]) -> tuple[str, ...]:
    """The links, each once and none of them empty, without what was copied along with them."""
    return tuple(dict.fromkeys(filter(None, map(_tidy_link, links))))


def _tidy_link(text: str) -> str:
    seen = (sign for sign in tidy_text(text) if unicodedata.category(sign) != "Cf")
    link = "".join(seen).strip().rstrip(",; ")
    if (closing := AROUND.get(link[:1])) is not None:
        link = link[1:].removesuffix(closing).strip()
    return link.removesuffix(">")


def faults_of_links(links: Sequence[str]) -> Iterator[str]:
    """What is wrong with tidied links, in words for whoever gave them."""
    if len(links) > MOST_LINKS:
        yield _("Give at most %(most)d links.") % {"most": MOST_LINKS}
    for link in links[:MOST_LINKS]:
        if len(link) > LONGEST_LINK:
            yield _("A link is longer than %(most)d characters.") % {"most": LONGEST_LINK}
        elif not is_address(link):
            yield _fault_of_address(link) % {"link": link}


def _fault_of_address(link: str) -> str:
    begins = SCHEME.match(link)
    if begins is None:
        return _(
            "“%(link)s” is not a web address: it must begin with http:// or https://. "
            "Words belong in the note."
        )
    if any(map(str.isspace, link)):
        return _(
            "“%(link)s” has a space inside. Write %%20 for a space that belongs to the address, "
            "give each address a line of its own, and put words in the note."
        )
    if link == begins[0]:
        return _("“%(link)s” is not a web address: the name of the site is missing.")
    return _(
        "“%(link)s” is not a web address that can be opened. Copy it again from the browser's "
        "address bar."
    )
