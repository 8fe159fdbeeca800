"""Write the rows anew by which many results are counted."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from assessments.writes.findings import rebuild_findings


class Command(BaseCommand):
    help = (
        "Write anew what each result of a service found of practices and pitfalls, by its own "
        "rules and by today's. To be run once after an upgrade that changes the scoring rules; "
        "run twice at once, it does no harm."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(f"Results written: {rebuild_findings()}.")
