"""A copy of the real content for each test, in which the test changes one thing.

Files are rewritten from what they hold, not by replacing text, so no test depends on the
wording of a question.
"""

import json
import shutil
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from assessments.playbook.faults import PlaybookFaults
from assessments.playbook.loading import CONTENT, load
from assessments.playbook.playbook import Playbook


class Content:
    """A content directory that may be changed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        shutil.copytree(CONTENT, path)

    @contextmanager
    def editing(self, file: str) -> Iterator[dict[str, Any]]:
        """The document of a file; what is changed in it is written back."""
        path = self.path / file
        document = tomllib.loads(path.read_text(encoding="utf-8"))
        yield document
        path.write_text(written(document), encoding="utf-8")

    @contextmanager
    def editing_option(self, question: str, number: int = 0) -> Iterator[dict[str, Any]]:
        """One option of a question, by its position."""
        with self.editing(f"questions/{question}.toml") as document:
            yield document["options"][number]

    def load(self) -> Playbook:
        return load(self.path)

    def faults(self) -> list[str]:
        """The faults as an author reads them, [] where the content loads."""
        try:
            self.load()
        except PlaybookFaults as error:
            return [str(fault) for fault in error.faults]
        return []


def written(document: dict[str, Any]) -> str:
    """A document as TOML: one line a key, everything below it inline."""
    return "".join(f"{_text(key)} = {_value(value)}\n" for key, value in document.items())


def _value(value: object) -> str:
    match value:
        case str():
            return _text(value)
        case bool() | None:
            return json.dumps(value)
        case list():
            return f"[{', '.join(map(_value, value))}]"
        case dict():
            pairs = (f"{_text(key)} = {_value(inner)}" for key, inner in value.items())
            return f"{{{', '.join(pairs)}}}"
        case _:
            return str(value)


def _text(text: str) -> str:
    # JSON's text is TOML's, but for the one control character that JSON lets through.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path / "content")


@pytest.fixture(scope="session")
def shared_content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """For properties, which change a file many times over and put it back each time."""
    return Content(tmp_path_factory.mktemp("shared") / "content")


@pytest.fixture(scope="session")
def playbook() -> Playbook:
    return load()
