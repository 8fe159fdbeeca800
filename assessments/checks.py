"""The system check of the content: `manage.py check --tag playbook`."""

from __future__ import annotations

from django.core.checks import CheckMessage, Error

from assessments.current import playbook
from assessments.playbook.faults import PlaybookFaults

TAG = "playbook"


def check_playbook(**_: object) -> list[CheckMessage]:
    """One error a fault; together with the other checks, before a server or a test starts."""
    try:
        playbook()
    except PlaybookFaults as error:
        return [
            Error(
                str(fault),
                hint=f"Correct assessments/playbook/content/{fault.file}; "
                "manage.py check_playbook lists all faults again.",
                id="playbook.E001",
            )
            for fault in error.faults
        ]
    return []
