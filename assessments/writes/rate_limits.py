"""Counting how often something is done: one statement, so that two at once are both counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection
from django.utils.crypto import salted_hmac

from assessments.models import RateLimit

BATCH = 1_000
"""Rows deleted in one statement, so that nobody waits long for it."""

_TABLE = connection.ops.quote_name(RateLimit._meta.db_table)

_COUNT = f"""
    INSERT INTO {_TABLE} ("key", "count", "value", "expires_at") VALUES (%s, 1, NULL, %s)
    ON CONFLICT ("key") DO UPDATE SET
        "count" = CASE WHEN {_TABLE}."expires_at" <= %s THEN 1 ELSE {_TABLE}."count" + 1 END,
        "expires_at" = CASE WHEN {_TABLE}."expires_at" <= %s
            THEN excluded."expires_at" ELSE {_TABLE}."expires_at" END
    RETURNING "count", "expires_at"
"""  # noqa: S608 - the table's own name

_ADD = f"""
    INSERT INTO {_TABLE} ("key", "count", "value", "expires_at") VALUES (%s, 0, %s, %s)
    ON CONFLICT ("key") DO UPDATE SET
        "value" = excluded."value", "expires_at" = excluded."expires_at"
    WHERE {_TABLE}."expires_at" <= %s
    RETURNING 1
"""  # noqa: S608 - the table's own name


@dataclass(frozen=True)
class Count:
    """How often, this time included, and until when it is counted on."""

    number: int
    until: datetime


def hashed(key: str) -> str:
    """What a key is kept as."""
    return salted_hmac("assessments.rate_limits", key, algorithm="sha256").hexdigest()


def count(*, key: str, within: timedelta, at: datetime) -> Count:
    """Count one more; the first one of a time `within` begins it. One query."""
    now = connection.ops.adapt_datetimefield_value(at)
    end = connection.ops.adapt_datetimefield_value(at + within)
    ((number, until),) = _rows(_COUNT, hashed(key), end, now, now)
    # SQLite's has no zone.
    return Count(number, until if until.tzinfo else until.replace(tzinfo=UTC))


def add(*, key: str, value: str, until: datetime, at: datetime) -> bool:
    """Keep a value, given as JSON, unless the key has one; whether it was kept. One query."""
    times = map(connection.ops.adapt_datetimefield_value, (until, at))
    return bool(_rows(_ADD, hashed(key), value, *times))


def purge(*, at: datetime) -> int:
    """Delete the rows that count no more. How many they were."""
    deleted = 0
    expired = RateLimit.objects.filter(expires_at__lte=at)
    while keys := list(expired.values_list("pk", flat=True)[:BATCH]):
        # Asked again: one of them may have begun anew meanwhile.
        deleted += expired.filter(pk__in=keys).delete()[0]
    return deleted


def _rows(statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return list(cursor.fetchall())
