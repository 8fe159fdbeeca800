"""What the log shows, whoever writes it: a rule of what may be shown. Addresses are brought to
their shape, of errors their kind, place and what names no row; what people typed never is."""

from __future__ import annotations

import logging
import logging.config
import re
import sys
import threading
import traceback
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any

from playbook_site.error_words import said_of
from playbook_site.request_id import current_request_id

SHOWN_PARTS = {
    "organisation", "assessment", "service", "person", "invitation", "link",
    "team", "domain", "guidance", "section", "question", "round", "scenario", "download",
}  # fmt: skip
"""The parts of an address that name a place and open no door, as `urls.py` calls them."""

OPEN_LOGGERS = ("assessments", "django", "gunicorn", "playbook_site")
"""Who fills messages with numbers, addresses and words of their own. Of others' only numbers and
addresses are shown."""

ADDRESS = re.compile(
    r"(?P<origin>\b[a-z][a-z0-9+.-]*://[^\s/?#'\"<>]*)?(?P<path>[/?][^\s'\"<>]+|/)?", re.IGNORECASE
)
MAIL = re.compile(r"[^\s<>'\"(=:/…]+@[^\s<>'\"),]+")
QUOTED = re.compile(r"(?<!\w)(['\"])(.*?)\1(?!\w)")
LONGEST_MESSAGE = 1_000
"""Characters. A longer one quotes what somebody sent, such as a host of 200,000 characters, and
the expressions above take time that grows with the square of it: only its first words are shown."""

FIRST_WORDS = re.compile(r"(?:[A-Za-z_]+:? ){0,8}")
OPAQUE = re.compile(r"\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{16,}")


@lru_cache
def _literals() -> frozenset[str]:
    """The words that the site's own addresses are made of."""
    from django.urls import get_resolver

    words: set[str] = set()
    waiting: list[Any] = [get_resolver()]
    while waiting:
        each = waiting.pop()
        waiting += getattr(each, "url_patterns", ())
        words |= set(re.findall(r"(?<![<:\w(?])[a-z][a-z0-9.-]*(?![\w>:)])", str(each.pattern)))
    return frozenset(words)


def shape(path: str) -> str:
    """An address as it may be shown: its words are the site's own, and of what fills its gaps only
    what opens no door."""
    path, question, _query = path.partition("?")
    path = path.partition("#")[0]
    return _shape(path) + ("?…" if question else "")


def _shape(path: str) -> str:
    from django.conf import settings
    from django.urls import Resolver404, resolve

    if path == "/" or path.startswith((f"{sys.prefix}/", f"{sys.base_prefix}/lib/")):
        return path
    if not settings.configured:
        return "/…"
    if path.startswith(f"{settings.BASE_DIR}/"):
        return path
    shown: frozenset[str] = frozenset()
    try:
        found = resolve(path).kwargs
        shown = frozenset(str(found[name]) for name in SHOWN_PARTS & found.keys())
    except (Resolver404, ValueError):
        pass
    kept = _literals() | shown
    return "/".join(part if part in kept or not part else "…" for part in path.split("/"))


def may_be_shown(text: str) -> str:
    """A message with the shape of every address in it, and without what it quotes."""
    if len(text) > LONGEST_MESSAGE:
        text = f"{FIRST_WORDS.match(text)[0]}…"  # type: ignore[index]
    text = ADDRESS.sub(lambda found: _address(found["origin"], found["path"]), text)
    text = QUOTED.sub(  # an address has its shape by now
        lambda found: found[0] if found[2].startswith("/") else f"{found[1]}…{found[1]}", text
    )
    return OPAQUE.sub("…", MAIL.sub("…@…", text))


def _address(origin: str | None, path: str | None) -> str:
    # A name and a password may stand before a host.
    host = re.sub(r"//[^@]*@", "//…@", origin or "")
    return host + (shape(path) if path else "")


class OnlyWhatMayBeShown(logging.Filter):
    """Brings what a record says to what may be shown, and adds the request it was said in."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = current_request_id()
        if getattr(record, "is_shown", False):
            return True
        if record.name == "py.warnings":
            # "file:line: Category: words", and the words may quote a value.
            said = ": ".join(record.getMessage().split(": ", 2)[:2])
        elif record.name.partition(".")[0] in OPEN_LOGGERS or not record.args:
            if isinstance(record.args, tuple):
                record.args = tuple(map(_shape_if_path, record.args))
            said = record.getMessage()
        else:
            record.args = _numbers_and_addresses(record.args)
            said = record.getMessage()
        record.msg, record.args, record.is_shown = may_be_shown(said), (), True
        return True


def _shape_if_path(value: object) -> object:
    """A path as a whole: within a message it would end at its first space."""
    return shape(value) if isinstance(value, str) and value.startswith("/") else value


def _numbers_and_addresses(args: Any) -> Any:
    if isinstance(args, dict):
        return {name: _plain(value) for name, value in args.items()}
    return tuple(map(_plain, args))


def _plain(value: object) -> object:
    is_address = isinstance(value, str) and (value.startswith("/") or "://" in value)
    return value if isinstance(value, int | float) or is_address else "…"


class Line(logging.Formatter):
    """One form for everybody: time with its offset, level, who says it, the request, the words.
    Of an error, kind and place, and what names no row."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name} [{request_id}] {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        if not hasattr(record, "request_id"):
            record.request_id = current_request_id()
        # Another formatter's words of the same error would stand there already.
        record.exc_text = None
        return super().format(record)

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802, ARG002 - logging's
        moment = datetime.fromtimestamp(record.created).astimezone()
        return moment.isoformat(sep=" ", timespec="milliseconds")

    def formatException(self, exc_info: Any) -> str:  # noqa: N802 - logging's name
        return "\n".join(_described(error) for error in _with_causes(exc_info[1]))


def _described(error: BaseException) -> str:
    lines = traceback.format_tb(error.__traceback__)
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    words = said_of(error)
    return "".join(lines) + (f"{kind}: {words}" if words else kind)


def _with_causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error after what led to it, as Python orders them."""
    if error is None:
        return
    unsaid = None if error.__suppress_context__ else error.__context__
    yield from _with_causes(error.__cause__ or unsaid)
    yield error


def logging_of(level: str) -> dict[str, Any]:
    """Everything to the console, through one handler. Django's own set-up would also mail error
    reports that hold the request's body, that is to say people's answers."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"shown": {"()": OnlyWhatMayBeShown}},
        "formatters": {"line": {"()": Line}},
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "formatter": "line",
                "filters": ["shown"],
            }
        },
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": "INFO"},
            # The demo's server would print a line for every file of every page.
            "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
            # Statements hold what people typed: no level shows them.
            "django.db.backends": {"level": "WARNING"},
            # Gunicorn gives these handlers of their own unless they are named.
            "gunicorn.error": {"handlers": [], "level": "INFO", "propagate": True},
            "gunicorn.access": {"handlers": [], "level": "WARNING", "propagate": True},
        },
    }


def configure(config: dict[str, Any]) -> None:
    """Django's `LOGGING_CONFIG`: warnings and what ends a thread go the same way."""
    logging.config.dictConfig(config)
    logging.captureWarnings(capture=True)
    threading.excepthook = _log_the_end_of_a_thread


def _log_the_end_of_a_thread(end: threading.ExceptHookArgs) -> None:
    if end.exc_value is not None:
        logging.getLogger("playbook_site").error(
            "A thread ended by an error", exc_info=end.exc_value
        )
