"""A later version of the content, put in the place of the present one for a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assessments import current
from tests.forgetting import forget_results
from tests.playbook.conftest import Content

NEXT = {"version": "2027.03", "released": "2027-03-01", "changes": ["Chaos Days read better."]}

Install = Callable[..., None]


def forget() -> None:
    for remembered in (current.playbook, current.wording, current.words_digest):
        remembered.cache_clear()
    forget_results()


@pytest.fixture
def newer(tmp_path: Path) -> Content:
    """A copy of the content, to be changed and then installed."""
    return Content(tmp_path / "newer")


@pytest.fixture
def install(newer: Content, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Makes the changed copy the playbook of this process until the test ends."""

    def installed(**renamed: Any) -> None:
        with newer.editing("releases.toml") as document:
            document["releases"].insert(0, NEXT | ({"renamed": renamed} if renamed else {}))
        playbook = newer.load()
        monkeypatch.setattr(current, "load", lambda: playbook)
        forget()

    yield installed
    monkeypatch.undo()
    forget()
