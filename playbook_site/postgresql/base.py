"""Django's PostgreSQL, with bounds on how long a thread waits for it.

A hung server ends no statement, so that a bound on its side is not enough: all threads would wait
for it in the end, and none be left for the pages that need no database.
"""

from __future__ import annotations

from time import monotonic
from typing import Any

from django.db.backends.postgresql import base
from psycopg import Connection, OperationalError
from psycopg.pq import TransactionStatus

CONNECT = 3
"""Seconds for connecting."""

STATEMENT = 10
"""Seconds for a statement, after which the server ends it."""

ANSWER = STATEMENT + 2
"""Seconds to wait for a server that does not even do that."""

REST = 5
"""Seconds without another try after waiting in vain."""


class _Patience:
    """How long to wait, told by every thread of the process to the others."""

    def __init__(self) -> None:
        self.away_until = 0.0

    @property
    def is_lost(self) -> bool:
        return monotonic() < self.away_until

    def lose(self, seconds: float) -> None:
        self.away_until = monotonic() + seconds

    def regain(self) -> None:
        self.away_until = 0.0


patience = _Patience()


class DatabaseWrapper(base.DatabaseWrapper):
    """Waits for connections and answers so long, and not at all where another has just waited."""

    answer_within = ANSWER

    def get_connection_params(self) -> dict[str, Any]:
        bounds = {"connect_timeout": CONNECT, "options": f"-c statement_timeout={STATEMENT}s"}
        return {**bounds, **super().get_connection_params()}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Connection:
        if patience.is_lost:
            raise OperationalError("The database gave no answer a moment ago.")
        began = monotonic()
        if patience.away_until:
            patience.lose(CONNECT + REST)  # one thread tries for all
        try:
            connection: Connection = super().get_new_connection(conn_params)
        except OperationalError:
            if monotonic() - began > CONNECT / 2:
                patience.lose(REST)
            raise
        patience.regain()
        self._bound(connection)
        return connection

    def is_usable(self) -> bool:
        """Asked before a connection is used again, and answered at once by any server that is."""
        self.answer_within = CONNECT
        try:
            return super().is_usable()
        finally:
            self.answer_within = ANSWER

    def _bound(self, connection: Connection) -> None:
        """Makes it give up on a server that does not answer."""
        wait = connection.wait

        def wait_so_long(gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
            most = 1 if patience.is_lost else self.answer_within
            try:
                return wait(gen, interval=interval, timeout=timeout or most)
            except OperationalError:
                if connection.pgconn.transaction_status == TransactionStatus.ACTIVE:
                    patience.lose(REST)
                    connection.close()  # whatever it still answers would be taken for another's
                raise

        connection.wait = wait_so_long  # type: ignore[method-assign]
