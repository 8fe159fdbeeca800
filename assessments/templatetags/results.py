"""Links of a result's pages: to one another, to the playbook's pages, to evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from django import template
from django.urls import reverse

from assessments.queries import entries
from assessments.reports.report import Link

register = template.Library()

WORDS_AT_A_GLANCE = 20

_SENTENCES = re.compile(r"(?<=[.?!]) (?=[A-Z])")


@register.filter
def entry_url(link: Link | entries.Ref) -> str:
    """An entry's page in the product; for one that is gone, the playbook's own."""
    if isinstance(link, Link) and entries.entry_page(link.kind, link.slug) is None:
        return link.page
    return reverse("playbook-entry", kwargs={"kind": link.kind, "slug": link.slug})


@register.simple_tag
def entry_href(link: Link, at: Mapping[str, str]) -> str:
    """Where a result tells of an entry: practices on its plan, all others among its risks. `at` has
    the addresses of its pages by name."""
    page = at["plan" if link.kind == "practice" else "risks"]
    return f"{page}#{link.kind}-{link.slug}"


@register.filter
def source_of(address: str) -> entries.Ref | None:
    """The entry whose page in the playbook a reason rests on."""
    return entries.entry_at(address)


@register.filter
def web_only(addresses: Sequence[str]) -> list[str]:
    """The addresses that may be linked: nothing but http and https."""
    return [a for a in addresses if a.lower().startswith(("https://", "http://"))]


@register.filter
def opening(text: str) -> str:
    """The first sentences of a text, as many as a glance takes in, and never less than one."""
    first, *others = _SENTENCES.split(text)
    for sentence in others:
        if len(f"{first} {sentence}".split()) > WORDS_AT_A_GLANCE:
            break
        first = f"{first} {sentence}"
    return first
