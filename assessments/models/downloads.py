"""Files that take longer than a page to make: who asked for which, how far they are, and what came
of it."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from assessments.models.organisations import Organisation
from assessments.models.people import Membership

LARGEST_PIECE = 1_000_000
"""Bytes: what memory holds of a file at a time."""


class DownloadKind(models.TextChoices):
    """What is in a file."""

    REPORTS = "reports", _("Reports, as a ZIP")
    SERVICES = "services", _("Services, as XLSX")
    ANSWERS = "answers", _("Answers, as XLSX")
    ESTATE = "estate", _("Report on many with decision sheets, as PDF")


class DownloadState(models.TextChoices):
    """How far a file is."""

    WAITING = "waiting", _("Waits for a worker")
    RUNNING = "running", _("Under way")
    DONE = "done", _("Ready")
    FAILED = "failed", _("Could not be made")


class Download(models.Model):
    """A file that someone has asked for.

    `asked` holds what it takes to make it: services by their keys or by the address of a list, and
    what was chosen. `of_everything` and `teams` are with whose rights: those of one who reads the
    whole organisation, or of people of these teams. A worker that makes it counts `attempts` up,
    and touches it as it goes on; what is not touched for a while has lost its worker.

    Without foreign keys in the database, for the previous release deletes what they name.
    """

    KEPT: ClassVar = timedelta(days=7)
    """From when it is asked for."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", db_constraint=False
    )
    membership = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="downloads", db_constraint=False
    )
    kind = models.CharField(max_length=8, choices=DownloadKind)
    state = models.CharField(max_length=7, choices=DownloadState, default=DownloadState.WAITING)
    asked = models.JSONField()
    of_everything = models.BooleanField()
    teams = models.JSONField(default=list, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField()
    attempts = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField()
    touched_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    file_name = models.CharField(max_length=200, blank=True, default="")
    size = models.PositiveBigIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["-asked_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(kind__in=DownloadKind.values), name="download_kind"),
            models.CheckConstraint(
                condition=Q(state__in=DownloadState.values), name="download_state"
            ),
            models.CheckConstraint(
                condition=Q(done__lte=F("total")), name="download_done_of_total"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.asked_at:%Y-%m-%d}"

    @property
    def is_under_way(self) -> bool:
        return self.state in (DownloadState.WAITING, DownloadState.RUNNING)


class DownloadPiece(models.Model):
    """A part of a file, as one attempt made it."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", db_constraint=False
    )
    download = models.ForeignKey(
        Download, on_delete=models.CASCADE, related_name="pieces", db_constraint=False
    )
    attempt = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["download", "attempt", "number"], name="one_piece_a_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}"
