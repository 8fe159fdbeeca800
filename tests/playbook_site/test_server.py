"""The production server goes on answering while others send what they ask for slowly."""

import os
import re
import resource
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings

from playbook_site.server import (
    LARGEST_HEAD,
    LARGEST_REQUEST,
    LONGEST_SENDING,
    BufferingWorker,
    make_room_for_connections,
)

SLOW = 24
"""Senders: three times the threads."""

PATIENCE = 60
"""Seconds that a busy machine may take."""

GUNICORN = ["-m", "gunicorn", "--bind", "127.0.0.1:0", "--threads", "2", "playbook_site.wsgi"]

HALF_SENT = (
    b"POST /check/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5000\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\nn"
)


class Server:
    """gunicorn with two threads on a port of its choice. What it logs goes to a file, which it can
    always write to."""

    def __init__(self, here: Path):
        log = here / "log"
        with log.open("w") as out:
            self.process = subprocess.Popen(
                [sys.executable, *GUNICORN],
                cwd=settings.BASE_DIR,
                env={**os.environ, "DATABASE_URL": "sqlite://:memory:", "WEB_CONCURRENCY": "1"},
                stderr=out,
                start_new_session=True,
            )
        end = time.monotonic() + PATIENCE
        while not (found := re.search(r"Listening at: http://127\.0\.0\.1:(\d+)", log.read_text())):
            assert self.process.poll() is None, log.read_text()
            assert time.monotonic() < end, log.read_text()
            time.sleep(0.05)
        self.port = int(found[1])

    def end(self):
        """It and its worker, which has senders without end to wait for."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)

    def get(self, path):
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path, headers={"Connection": "close"})
        with connection.getresponse() as answer:
            answer.read()
            return answer


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    started = Server(tmp_path_factory.mktemp("server"))
    yield started
    started.end()


def test_half_sent_bodies_hold_nobody_up(server):
    senders = [server.connect() for _ in range(SLOW)]
    try:
        for sender in senders:
            sender.sendall(HALF_SENT)
        assert server.get("/").status == 200
    finally:
        for sender in senders:
            sender.close()


def test_half_sent_headers_hold_nobody_up(server):
    senders = [server.connect() for _ in range(SLOW)]
    try:
        for sender in senders:
            sender.sendall(b"GET / HTTP/1.1\r\nX-Slow: ")
        assert server.get("/").status == 200
    finally:
        for sender in senders:
            sender.close()


def test_who_takes_an_answer_slowly_holds_nobody_up(server):
    readers = [server.connect() for _ in range(SLOW)]
    try:
        for reader in readers:
            reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
            reader.sendall(b"GET /playbook/questions/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert server.get("/").status == 200
    finally:
        for reader in readers:
            reader.close()


def test_a_body_larger_than_any_form_is_not_taken_in(server):
    with server.connect() as sender:
        head = b"POST /check/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: %d\r\n\r\n"
        sender.sendall(head % (LARGEST_REQUEST + 1))
        assert sender.recv(100).startswith(b"HTTP/1.1 413")


def test_headers_larger_than_a_proxy_lets_through_are_not_taken_in(server):
    with server.connect() as sender:
        sender.sendall(b"GET / HTTP/1.1\r\nCookie: %s" % (b"a" * LARGEST_HEAD))
        assert b" 431 " in sender.recv(100)


def test_the_server_does_not_say_what_it_is(server):
    assert server.get("/").getheader("Server") is None


def test_it_answers_what_was_asked_before_it_ends(tmp_path):
    ending = Server(tmp_path)
    with ending.connect() as asking:
        asking.sendall(b"GET /playbook/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert asking.recv(1)
        ending.process.send_signal(signal.SIGTERM)
        ending.process.wait(PATIENCE)
        assert b"</html>" in asking.makefile("rb").read()
    assert ending.process.returncode == 0


# --- Who sends one request for too long


@pytest.fixture
def worker():
    made = BufferingWorker.__new__(BufferingWorker)
    made.sent_since = {}
    made.server = SimpleNamespace(active_channels={})
    return made


def channel(worker, request):
    made = SimpleNamespace(request=request, will_close=False)
    worker.server.active_channels[id(made)] = made
    return made


def test_who_sends_one_request_for_too_long_is_hung_up_on(worker):
    slow = channel(worker, object())
    now = time.monotonic()
    worker._drop_slow(now)
    worker._drop_slow(now + LONGEST_SENDING)
    assert not slow.will_close
    worker._drop_slow(now + LONGEST_SENDING + 1)
    assert slow.will_close


def test_another_request_of_the_same_connection_has_its_own_time(worker):
    busy = channel(worker, object())
    now = time.monotonic()
    worker._drop_slow(now)
    busy.request = object()
    worker._drop_slow(now + LONGEST_SENDING + 1)
    assert not busy.will_close


def test_a_connection_that_waits_for_an_answer_is_let_be(worker):
    idle = channel(worker, None)
    now = time.monotonic()
    worker._drop_slow(now)
    worker._drop_slow(now + LONGEST_SENDING + 1)
    assert not idle.will_close


@pytest.mark.parametrize(
    ("soft", "hard", "asked", "connections"),
    [
        (1_024, 524_288, 2_000, 900),
        (1_024, resource.RLIM_INFINITY, 2_000, 900),
        (524_288, 524_288, None, 900),
        (resource.RLIM_INFINITY, resource.RLIM_INFINITY, None, 900),
        (1_024, 1_024, None, 412),
    ],
)
def test_there_are_two_files_for_every_connection(monkeypatch, soft, hard, asked, connections):
    set_to = []
    monkeypatch.setattr(resource, "getrlimit", lambda _kind: (soft, hard))
    monkeypatch.setattr(resource, "setrlimit", lambda _kind, limits: set_to.append(limits))
    assert make_room_for_connections() == connections
    assert set_to == ([(asked, hard)] if asked else [])
