"""The one playbook of this process."""

from __future__ import annotations

import functools

from assessments.playbook.loading import load
from assessments.playbook.playbook import Playbook


@functools.cache
def playbook() -> Playbook:
    """The playbook, read from its files at the first call and never again.

    Raises `PlaybookFaults`, which is not remembered: the next call reads again.
    """
    return load()
