"""Delete guests' checks that nobody has saved for 30 days. For a nightly timer."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from assessments.writes.guests import delete_expired


class Command(BaseCommand):
    help = "Delete guests' checks that nobody has saved for 30 days, with everything in them."

    def handle(self, *_args: Any, **_options: Any) -> None:
        deleted = delete_expired(at=timezone.now())
        self.stdout.write(f"Expired guest checks deleted: {deleted}.")
