"""What every file of an entry says, whatever its kind."""

from __future__ import annotations

import re
from typing import TypedDict

from assessments.playbook.faults import quoted
from assessments.playbook.reading.table import Table

PAGE = re.compile(r"(?!/)(?![A-Za-z][A-Za-z0-9+.-]*:)\S+")


class Common(TypedDict):
    """The fields of `Entry`."""

    slug: str
    title: str
    summary: str
    page: str


def common(table: Table, slug: str) -> Common:
    """The title, the summary and the path of the playbook's own page."""
    page = table.text("page")
    if page and not PAGE.fullmatch(page):
        expected = "expected a path under the source's url, without scheme or leading slash"
        table.fault("page", f"{expected}; found {quoted(page)}")
    return {
        "slug": slug,
        "title": table.text("title"),
        "summary": table.text("summary"),
        "page": page,
    }
