"""Files that take longer than a page: asked for, made by one worker at a time, kept for a week."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Q, Sum
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult

from assessments.models import Download, DownloadKind, DownloadPiece, DownloadState, Membership
from assessments.models.downloads import LARGEST_PIECE
from assessments.policy import reads_everything
from assessments.writes.errors import Refused

MOST_AT_ONCE = 5
"""Files of one person that wait or are being made."""

MOST_BYTES = 2_000_000_000
"""What all files together may hold; the oldest go first."""

STALLED = timedelta(minutes=2)
"""After so long without a touch the worker is taken for dead. Each report and each thousand rows
are touched, and take seconds at most."""

MOST_ATTEMPTS = 3


class EnoughAtOnce(Refused):
    """One person's files would keep everyone else's waiting."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "%(most)s of your files are being made already. Wait until one is ready, or delete "
                "one that you no longer want."
            )
            % {"most": MOST_AT_ONCE}
        )


class Superseded(Exception):
    """Another worker has taken the file up, or it was deleted: whoever makes it may stop."""


def ask_for_download(
    *,
    membership: Membership,
    kind: DownloadKind,
    asked: Mapping[str, Any],
    total: int,
    at: datetime,
) -> Download:
    """Ask for a file of `total` reports or rows; a job makes it. Raises EnoughAtOnce."""
    under_way = Q(state__in=(DownloadState.WAITING, DownloadState.RUNNING))
    if membership.downloads.filter(under_way).count() >= MOST_AT_ONCE:
        raise EnoughAtOnce
    return Download.objects.create(
        organisation_id=membership.organisation_id,
        membership=membership,
        kind=kind,
        asked=asked,
        of_everything=reads_everything(membership),
        teams=sorted(membership.team_keys),
        total=total,
        asked_at=at,
        touched_at=at,
    )


def claim(*, key: int, at: datetime) -> Download | None:
    """Take a file up that waits or has lost its worker; None where it is another's, or done."""
    rows = Download.objects.filter(pk=key, attempts__lt=MOST_ATTEMPTS)
    free = Q(state=DownloadState.WAITING) | Q(
        state=DownloadState.RUNNING, touched_at__lt=at - STALLED
    )
    taken = rows.filter(free).update(
        state=DownloadState.RUNNING, attempts=F("attempts") + 1, done=0, touched_at=at
    )
    if not taken:
        return None
    DownloadPiece.objects.filter(download=key).delete()
    return Download.objects.select_related("membership__organisation").get(pk=key)


def touch(*, download: Download, done: int, at: datetime) -> None:
    """Say how far it is. Raises Superseded."""
    if not _mine(download).update(done=min(done, download.total), touched_at=at):
        raise Superseded


def finish(*, download: Download, file_name: str, size: int, at: datetime) -> None:
    """It is ready. Raises Superseded."""
    ready = {"state": DownloadState.DONE, "file_name": file_name, "size": size}
    if not _mine(download).update(done=F("total"), finished_at=at, touched_at=at, **ready):
        raise Superseded
    _delete_beyond_bounds(besides=download, size=size)


def fail(*, download: Download, at: datetime) -> None:
    """It could not be made."""
    _mine(download).update(state=DownloadState.FAILED, finished_at=at)
    DownloadPiece.objects.filter(download=download).delete()


def delete_download(*, download: Download) -> None:
    """What is being made of it stops at its next touch."""
    Download.objects.filter(pk=download.pk).delete()


def delete_expired(*, at: datetime) -> int:
    """Delete files that were asked for a week ago, and the jobs of then; how many files there
    were."""
    DBTaskResult.objects.finished().filter(finished_at__lt=at - Download.KEPT).delete()
    old = Download.objects.filter(asked_at__lt=at - Download.KEPT)
    keys = list(old.values_list("pk", flat=True))
    Download.objects.filter(pk__in=keys).delete()
    return len(keys)


def give_up_on_lost(*, at: datetime) -> list[int]:
    """The keys of files that have lost their worker, or wait and nobody was told of them, and may
    be tried again; those that were tried often enough have failed."""
    untouched = Download.objects.filter(touched_at__lt=at - STALLED)
    running = untouched.filter(state=DownloadState.RUNNING)
    running.filter(attempts__gte=MOST_ATTEMPTS).update(state=DownloadState.FAILED, finished_at=at)
    lost = list(running.values_list("pk", flat=True))
    waiting = untouched.filter(state=DownloadState.WAITING)
    forgotten = list(waiting.values_list("pk", flat=True))
    # Told of again in a while, if nobody has come until then.
    waiting.filter(pk__in=forgotten).update(touched_at=at)
    return lost + forgotten


@dataclass
class PieceWriter:
    """A file to write to, which keeps what it is given in pieces; it calls `before_each`."""

    download: Download
    before_each: Callable[[], None]
    size: int = 0
    number: int = 0

    def __post_init__(self) -> None:
        self._waiting = bytearray()

    def write(self, content: bytes) -> int:
        self._waiting += content
        while len(self._waiting) >= LARGEST_PIECE:
            self._keep(LARGEST_PIECE)
        return len(content)

    def flush(self) -> None:
        """What is not a whole piece yet goes on waiting."""

    def close(self) -> None:
        if self._waiting:
            self._keep(len(self._waiting))

    def _keep(self, length: int) -> None:
        self.before_each()
        DownloadPiece.objects.create(
            organisation_id=self.download.organisation_id,
            download=self.download,
            attempt=self.download.attempts,
            number=self.number,
            content=bytes(self._waiting[:length]),
        )
        self.number, self.size = self.number + 1, self.size + length
        del self._waiting[:length]


def _mine(download: Download) -> Any:
    """Its row, as long as this attempt is the one that makes it."""
    return Download.objects.filter(
        pk=download.pk, state=DownloadState.RUNNING, attempts=download.attempts
    )


def _delete_beyond_bounds(besides: Download, size: int) -> None:
    others = Download.objects.filter(state=DownloadState.DONE).exclude(pk=besides.pk)
    held = others.aggregate(held=Sum("size"))["held"] or 0
    too_many = held + size - MOST_BYTES
    for pk, freed in others.order_by("finished_at", "pk").values_list("pk", "size"):
        if too_many <= 0:
            return
        Download.objects.filter(pk=pk).delete()
        too_many -= freed
