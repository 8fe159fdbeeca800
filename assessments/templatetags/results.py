"""Links of a result's page: to its own parts, to the playbook's pages, to evidence."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django import template
from django.urls import reverse

from assessments.queries import entries
from assessments.reports.report import Link

register = template.Library()


@register.filter
def entry_url(link: Link | entries.Ref) -> str:
    """An entry's page in the product; for one that is gone, the playbook's own."""
    if isinstance(link, Link) and entries.entry_page(link.kind, link.slug) is None:
        return link.page
    return reverse("playbook-entry", kwargs={"kind": link.kind, "slug": link.slug})


@register.simple_tag
def entry_href(link: Link, anchors: Collection[tuple[str, str]]) -> str:
    """Where a result tells of an entry, else the entry's page."""
    if (link.kind, link.slug) in anchors:
        return f"#{link.kind}-{link.slug}"
    return entry_url(link)


@register.filter
def source_of(address: str) -> entries.Ref | None:
    """The entry whose page in the playbook a reason rests on."""
    return entries.entry_at(address)


@register.filter
def web_only(addresses: Sequence[str]) -> list[str]:
    """The addresses that may be linked: nothing but http and https."""
    return [a for a in addresses if a.lower().startswith(("https://", "http://"))]
