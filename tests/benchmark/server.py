"""The production server on a database of the benchmark's own, and who asks it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection
from django.middleware.csrf import _get_new_csrf_string
from django.test import Client

from assessments.models import User

PATIENCE = 60
"""Seconds that a busy machine may take to start."""

GUNICORN = ["-m", "gunicorn", "--bind", "127.0.0.1:0", "playbook_site.wsgi"]


@contextmanager
def serving(*, processes: int) -> Iterator[int]:
    """The port of the server, with the database of this process."""
    environment = {
        **os.environ,
        "DATABASE_URL": _address_of_database(),
        "DJANGO_SETTINGS_MODULE": "tests.benchmark.settings",
        "WEB_CONCURRENCY": str(processes),
    }
    with TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        with log.open("w") as out:
            process = subprocess.Popen(
                [sys.executable, *GUNICORN],
                cwd=settings.BASE_DIR,
                env=environment,
                stderr=out,
                start_new_session=True,
            )
        try:
            yield _port(process, log)
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(PATIENCE)


def _address_of_database() -> str:
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    return f"postgresql:///{database['NAME']}"


def _port(process: subprocess.Popen[bytes], log: Path) -> int:
    end = time.monotonic() + PATIENCE
    while not (found := re.search(r"Listening at: http://127\.0\.0\.1:(\d+)", log.read_text())):
        if process.poll() is not None or time.monotonic() > end:
            raise SystemExit(log.read_text())
        time.sleep(0.05)
    return int(found[1])


class Visitor:
    """Somebody signed in, over one connection that stays open, who takes nothing compressed."""

    def __init__(self, port: int, person: User) -> None:
        client, token = Client(), _get_new_csrf_string()
        client.force_login(person)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        cookies = {settings.SESSION_COOKIE_NAME: session, settings.CSRF_COOKIE_NAME: token}
        self.headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
            "X-CSRFToken": token,
        }
        self.connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def get(self, path: str) -> bytes:
        return self._ask("GET", path, None)

    def post(self, path: str, data: Mapping[str, str]) -> bytes:
        return self._ask("POST", path, urlencode(data))

    def _ask(self, method: str, path: str, body: str | None) -> bytes:
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        self.connection.request(method, path, body, {**self.headers, **kind})
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{method} {path}: {answer.status}")
        return content
