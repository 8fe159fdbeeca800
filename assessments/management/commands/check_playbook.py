"""`manage.py check_playbook`: for authors of content, who may have no database."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from assessments.playbook.faults import PlaybookFaults, did_you_mean, quoted
from assessments.playbook.links import slugs, table
from assessments.playbook.loading import load
from assessments.playbook.playbook import Playbook


class Command(BaseCommand):
    help = "Read all content files and list their faults, one a line, those of a file together."
    # The system check would report the same faults, less readably.
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--links",
            nargs="?",
            const="",
            metavar="SLUG",
            help="show what links to what instead of the summary; with a slug, of that one alone",
        )

    def handle(self, *_args: Any, links: str | None = None, **_options: Any) -> None:
        try:
            playbook = load()
        except PlaybookFaults as error:
            for fault in error.faults:
                self.stdout.write(str(fault))
            raise CommandError(f"The playbook has {error.counted}.") from error
        self.stdout.write(summary(playbook) if links is None else linked(playbook, links))


def linked(playbook: Playbook, slug: str) -> str:
    """What links to what, of all or of one slug."""
    known = slugs(playbook)
    if slug and slug not in known:
        hint = did_you_mean(slug, known) or "; --links alone lists all there are"
        raise CommandError(f"There is no entry, question or term {quoted(slug)}{hint}")
    return table(playbook, slug)


def summary(playbook: Playbook) -> str:
    """The version, and how much of everything there is."""
    counts = {
        "questions": playbook.questions,
        "principles": playbook.principles,
        "practices": playbook.practices,
        "pitfalls": playbook.pitfalls,
        "drawbacks": playbook.drawbacks,
        "models": playbook.models,
        "terms": playbook.terms,
    }
    counted = ", ".join(f"{len(entries)} {kind}" for kind, entries in counts.items())
    return f"Playbook {playbook.version}: {counted}."
