"""The production server's worker: gunicorn's processes around waitress's loop.

gunicorn's own threads read from the network themselves, so that as many slow senders as there are
threads stop everyone else. waitress takes a request in, and gives an answer out, in one loop, and
has a thread for it only in between.
"""

from __future__ import annotations

import logging
import os
import resource
import time
from typing import Any

from gunicorn.workers.base import Worker
from waitress import create_server, wasyncore

LARGEST_REQUEST = 2 * 1024**2
"""Bytes. More than Django takes (`DATA_UPLOAD_MAX_MEMORY_SIZE`), so that Django says so."""

LONGEST_SENDING = 60
"""Seconds that a request may take to come in: whoever sends a byte now and then is not idle."""

LARGEST_HEAD = 32 * 1024
"""Bytes of a request's headers, as nginx takes them: half-sent ones are kept in memory."""

MOST_CONNECTIONS = 900
"""Of one process."""

OTHER_FILES = 200
"""Open in one process beside those of its connections, such as to the database."""

TICK = 1
"""Seconds after which the loop looks around although nothing happened."""

# It warns of every request that waits for a thread, as some do at any time.
logging.getLogger("waitress.queue").setLevel(logging.ERROR)


def make_room_for_connections() -> int:
    """How many connections the process has files for. Each may need two: its socket, and what the
    body of a large request is put into. Most systems allow 1,024 at first, and more on request."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * MOST_CONNECTIONS + OTHER_FILES
    allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < allowed:
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    return max(1, (allowed - OTHER_FILES) // 2)


class BufferingWorker(Worker):
    """One process. Its loop never waits for anybody; its threads only for the database."""

    def init_process(self) -> None:
        self.sent_since: dict[Any, float] = {}
        super().init_process()

    def run(self) -> None:
        self.server = create_server(
            self.wsgi,
            sockets=[listener.sock for listener in self.sockets],
            threads=self.cfg.threads,
            backlog=self.cfg.backlog,
            connection_limit=make_room_for_connections(),
            asyncore_use_poll=True,
            channel_timeout=LONGEST_SENDING,
            max_request_header_size=LARGEST_HEAD,
            max_request_body_size=LARGEST_REQUEST,
            # Django reads them, as far as PROXIES says.
            clear_untrusted_proxy_headers=False,
            ident=None,
        )
        while self.alive and self.ppid == os.getppid():
            self._turn()
        self._finish()

    def _turn(self) -> None:
        self.notify()
        wasyncore.loop(timeout=TICK, use_poll=True, map=self.server._map, count=1)
        self._drop_slow(time.monotonic())

    def _drop_slow(self, now: float) -> None:
        """Hang up on whoever has been sending one request for too long."""
        begun = {each.request: each for each in self._channels() if each.request is not None}
        self.sent_since = {request: self.sent_since.get(request, now) for request in begun}
        for request, since in self.sent_since.items():
            if now - since > LONGEST_SENDING:
                begun[request].will_close = True

    def _finish(self) -> None:
        """Answer what has been asked, and take no more."""
        self.server.accepting = False
        end = time.monotonic() + self.cfg.graceful_timeout
        while time.monotonic() < end and any(
            each.requests or each.total_outbufs_len for each in self._channels()
        ):
            self._turn()
        self.server.task_dispatcher.shutdown()

    def _channels(self) -> list[Any]:
        return list(self.server.active_channels.values())
