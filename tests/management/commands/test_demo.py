"""The demo as a newcomer meets it: a process of its own, on a copy of the project."""

import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from assessments.management.commands import demo as command

PROJECT = Path(__file__).parents[3]
COPIED = ("manage.py", "playbook_site", "assessments", "templates", "static")
PATIENCE = 180
"""Seconds for the first start, which fills the database."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    place = tmp_path_factory.mktemp("demo")
    for name in COPIED:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, place / name)
    return place


class Demo:
    """A running demo and what it has printed."""

    def __init__(self, place: Path, environment: dict[str, str]) -> None:
        self.printed = place / "printed.txt"
        with self.printed.open("w") as out:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "demo"],
                cwd=place,
                stdout=out,
                stderr=subprocess.STDOUT,
                env=environment,
            )

    def wait_for(self, pattern: str) -> list[str]:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self.process.poll() is None:
            found = re.findall(pattern, self.printed.read_text())
            if found:
                time.sleep(0.2)  # the rest of the lines follow at once
                return re.findall(pattern, self.printed.read_text())
            time.sleep(0.1)
        raise AssertionError(self.printed.read_text())

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=PATIENCE)


@pytest.fixture
def taken() -> Iterator[None]:
    """The first port, in use: by the test, or by whoever had it before."""
    with socket.socket() as busy:
        busy.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            busy.bind((command.HOST, command.FIRST_PORT))
            busy.listen()
        except OSError:
            pass
        yield


@pytest.fixture
def demo(copy, taken) -> Iterator[Demo]:
    running = Demo(copy, {"PATH": "", "DATABASE_URL": "postgresql://nowhere.invalid/none"})
    yield running
    running.stop()


def visit(address: str) -> tuple[int, str]:
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    try:
        with opener.open(address, timeout=20) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_the_demo_takes_another_port_and_its_links_sign_one_in_once(demo, copy):
    links = demo.wait_for(r"http://127\.0\.0\.1:\d+/demo/\S+")
    printed = demo.printed.read_text()
    assert f"Port {command.FIRST_PORT} is taken" in printed
    assert (copy / "demo.sqlite3").exists()
    for title in command.SHOWN.values():
        assert title in printed
    assert len(links) == len(command.SHOWN)
    status, page = visit(links[0])
    assert status == 200
    assert "Bedroom" in page
    status, page = visit(links[0])
    assert status == 410
    assert "This link has been used" in page


def test_run_twice_the_demo_keeps_what_is_there(demo, copy):
    demo.wait_for(r"/demo/\S+")
    before = (copy / "demo.sqlite3").stat().st_ino
    demo.stop()
    again = Demo(copy, {"PATH": ""})
    try:
        link = again.wait_for(r"http://127\.0\.0\.1:\d+/demo/\S+")[0]
        status, page = visit(link)
    finally:
        again.stop()
    assert (copy / "demo.sqlite3").stat().st_ino == before
    assert status == 200
    assert "Bedroom" in page


def test_the_command_refuses_to_serve_any_other_database():
    with pytest.raises(CommandError, match="only serves its own file"):
        call_command("demo")
