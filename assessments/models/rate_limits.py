"""What limits how often something may be done, kept apart from anything that can be flushed."""

from __future__ import annotations

from django.db import models


class RateLimit(models.Model):
    """How often something was done until `expires_at`, or in `value` what allauth notes of it.

    The key is a keyed hash, so that nobody's address stands in the table. Rows go by age alone:
    counting or culling them would let whoever makes many rows wipe out the others'.
    """

    key = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField(default=0)
    value = models.JSONField(null=True)
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.count} until {self.expires_at:%Y-%m-%d %H:%M}"
