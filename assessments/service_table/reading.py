"""Whatever people bring, as a table of services."""

from __future__ import annotations

from django.utils.translation import gettext as _

from assessments.service_table import backstage, workbook
from assessments.service_table.table import NotATable, ServiceTable, read_table

ZIPPED = b"PK"
"""What a workbook begins with."""


def read(text: str) -> ServiceTable:
    """A table or a catalogue. Raises NotATable."""
    return backstage.read_catalogue(text) if backstage.is_catalogue(text) else read_table(text)


def text_of(content: bytes) -> str:
    """What is in a file, as text that `read` takes: a workbook as a table parted by tabs, anything
    else as it stands. Raises NotATable."""
    if content.startswith(ZIPPED):
        return workbook.text_of(content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotATable(
            _(
                "The file is neither a workbook (.xlsx) nor text in UTF-8. Save it as one of these "
                "and choose it again."
            )
        ) from error
