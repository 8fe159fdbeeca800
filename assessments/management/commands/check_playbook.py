"""`manage.py check_playbook`: for authors of content, who may have no database."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from assessments.playbook.faults import PlaybookFaults
from assessments.playbook.loading import load
from assessments.playbook.playbook import Playbook


class Command(BaseCommand):
    help = "Read all content files and list their faults, one a line, those of a file together."
    # The system check would report the same faults, less readably.
    requires_system_checks = []

    def handle(self, *_args: Any, **_options: Any) -> None:
        try:
            playbook = load()
        except PlaybookFaults as error:
            for fault in error.faults:
                self.stdout.write(str(fault))
            files = {fault.file for fault in error.faults}
            counted = f"{len(error.faults)} fault(s) in {len(files)} file(s)"
            raise CommandError(f"The playbook has {counted}.") from error
        self.stdout.write(summary(playbook))


def summary(playbook: Playbook) -> str:
    """The version, and how much of everything there is."""
    counts = {
        "questions": playbook.questions,
        "principles": playbook.principles,
        "practices": playbook.practices,
        "pitfalls": playbook.pitfalls,
        "drawbacks": playbook.drawbacks,
        "models": playbook.models,
    }
    counted = ", ".join(f"{len(entries)} {kind}" for kind, entries in counts.items())
    return f"Playbook {playbook.version}: {counted}."
