"""Where allauth keeps its rate limits: Django's cache, as it asks for one, over our own table.

Django's database cache holds 300 entries, counts them at every write and culls whatever is
there, so that a stranger with some addresses could wipe out what was counted about another.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.utils import timezone

from assessments.models import RateLimit
from assessments.writes.rate_limits import add, hashed

FOR_EVER = datetime(9999, 1, 1, tzinfo=UTC)


class RateLimitCache(BaseCache):
    """Keeps what JSON can say until it expires, and never drops anything before."""

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        kept = RateLimit.objects.filter(pk=self._key(key, version), expires_at__gt=timezone.now())
        found = kept.values_list("value", flat=True).first()
        return default if found is None else found

    def set(
        self,
        key: Any,
        value: Any,
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> None:
        row = RateLimit(pk=self._key(key, version), value=value, expires_at=self._end(timeout))
        RateLimit.objects.bulk_create(
            [row],
            update_conflicts=True,
            unique_fields=["key"],
            update_fields=["value", "expires_at"],
        )

    def add(
        self,
        key: Any,
        value: Any,
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> bool:
        return add(
            key=self.make_and_validate_key(key, version=version),
            value=json.dumps(value),
            until=self._end(timeout),
            at=timezone.now(),
        )

    def touch(
        self,
        key: Any,
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> bool:
        kept = RateLimit.objects.filter(pk=self._key(key, version), expires_at__gt=timezone.now())
        return bool(kept.update(expires_at=self._end(timeout)))

    def delete(self, key: Any, version: int | None = None) -> bool:
        return bool(RateLimit.objects.filter(pk=self._key(key, version)).delete()[0])

    def clear(self) -> None:
        RateLimit.objects.all().delete()

    def _key(self, key: Any, version: int | None) -> str:
        return hashed(self.make_and_validate_key(key, version=version))

    def _end(self, timeout: float | None) -> datetime:
        seconds = self.get_backend_timeout(timeout)
        return FOR_EVER if seconds is None else datetime.fromtimestamp(seconds, UTC)
