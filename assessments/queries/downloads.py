"""Files that a person has asked for, and how large others would be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Exists, Func, IntegerField, OuterRef, QuerySet, Sum

from assessments.models import Download, DownloadPiece, DownloadState, Membership, Result, Service
from assessments.policy import reads_everything

SLOW_TO_START = timedelta(seconds=20)
"""After which nobody seems to be there to make a file."""


def downloads_of(membership: Membership) -> QuerySet[Download]:
    """The latest first."""
    return Download.objects.filter(membership=membership)


def may_fetch(membership: Membership, download: Download) -> bool:
    """Whether a person still sees all that a file was made with the rights for. One query at most,
    for their teams."""
    if reads_everything(membership):
        return True
    return not download.of_everything and set(download.teams) <= membership.team_keys


def pieces(download: Download) -> Iterator[bytes]:
    """The file, piece by piece. One query each."""
    own = DownloadPiece.objects.filter(download=download, attempt=download.attempts)
    keys = list(own.order_by("number").values_list("pk", flat=True))
    for key in keys:
        yield bytes(DownloadPiece.objects.values_list("content", flat=True).get(pk=key))


def nobody_works(at: datetime) -> bool:
    """Whether a file waits for longer than it takes a worker to come, and none is being made."""
    running = Download.objects.filter(state=DownloadState.RUNNING)
    waiting = Download.objects.filter(state=DownloadState.WAITING, asked_at__lt=at - SLOW_TO_START)
    return waiting.exists() and not running.exists()


def count_answers(services: QuerySet[Service], *, every: bool) -> int:
    """How many lines their last results have, or every one. One query."""
    found = Result.objects.filter(service__in=services.order_by().values("pk"))
    if not every:
        found = found.filter(Exists(Service.objects.filter(current_result=OuterRef("pk"))))
    # Counted by the database: the answers of 10,000 results would fill the memory.
    name = "jsonb_array_length" if connection.vendor == "postgresql" else "json_array_length"
    length = Func("answers", function=name, output_field=IntegerField())
    counted: int | None = found.order_by().aggregate(lines=Sum(length))["lines"]
    return counted or 0
