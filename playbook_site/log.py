"""What the log must not hold: the secrets of private links, and what people typed."""

import logging
import re
import traceback
from collections.abc import Iterator
from typing import Any

SECRET = re.compile(r"(/(?:check|join|shared|demo)/)[^/\s?\"']+")
QUERY = re.compile(r"\?[^\s\"']+")


class HideSecrets(logging.Filter):
    """Puts dots for the token and for the search in every address that a record names."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = SECRET.sub(r"\1…", QUERY.sub("?…", record.getMessage())), ()
        return True


class Line(logging.Formatter):
    """Tells where an error happened and of what kind it is, without its words: a database quotes
    the row it refused in them, and with it a note."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name} {message}", style="{")

    def formatException(self, exc_info: Any) -> str:  # noqa: N802 - logging's name
        return "\n".join(_told(error) for error in _with_causes(exc_info[1]))


def _told(error: BaseException) -> str:
    lines = traceback.format_tb(error.__traceback__)
    return "".join(lines) + f"{type(error).__module__}.{type(error).__qualname__}"


def _with_causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error after what led to it, as Python tells them."""
    if error is None:
        return
    unsaid = None if error.__suppress_context__ else error.__context__
    yield from _with_causes(error.__cause__ or unsaid)
    yield error
