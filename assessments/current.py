"""The one playbook of this process."""

from __future__ import annotations

import functools

from assessments.playbook.loading import load
from assessments.playbook.playbook import Playbook
from assessments.playbook.text_snapshot import Wording, digest, word


@functools.cache
def playbook() -> Playbook:
    """The playbook, read from its files at the first call and never again.

    Raises `PlaybookFaults`, which is not remembered: the next call reads again.
    """
    return load()


@functools.cache
def wording() -> Wording:
    """The words of the one playbook."""
    return word(playbook())


@functools.cache
def words_digest() -> str:
    """What tells the words of the one playbook from any others."""
    return digest(wording())
