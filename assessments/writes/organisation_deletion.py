"""Deleting what organisations held, after they have been marked as deleted.

An organisation may hold more than one transaction should: it goes in batches, by whoever asks
first, and what was broken off is gone on with the next time. Asked twice at once it is safe:
each batch holds the organisation's row.
"""

from __future__ import annotations

import logging
import time
from threading import Thread

from django.db import DatabaseError, IntegrityError, OperationalError, connection, transaction

from assessments.models import Assessment, Organisation, Service, Team
from assessments.writes.deletion import delete_rows

log = logging.getLogger(__name__)

BATCH = 100
"""Services deleted in one transaction, so that nobody waits long for it."""

PAUSE = 0.15
"""Seconds between two batches: SQLite has one writer, and who waits looks every tenth."""


TRIES = 5
"""Before it is left to the next time."""


def delete_in_background() -> None:
    """Begin at once, in a thread, as soon as the transaction is committed. If the process ends
    meanwhile, `daily` goes on."""
    transaction.on_commit(lambda: Thread(target=_delete_and_hang_up, daemon=True).start())


def _delete_and_hang_up() -> None:
    try:
        delete_marked()
    except DatabaseError:
        log.exception("Deleting an organisation broke off; daily goes on with it")
    finally:
        connection.close()


def delete_marked() -> int:
    """Delete all that is left of the organisations that are marked. How many were finished."""
    marked = Organisation.objects.filter(deleted_at__isnull=False).order_by("deleted_at", "pk")
    finished = 0
    for pk in marked.values_list("pk", flat=True):
        finished += _delete_marked(pk)
    return finished


def _delete_marked(organisation: int) -> bool:
    for _ in range(TRIES):
        try:
            while _delete_batch(organisation):
                time.sleep(PAUSE)
            return _delete_rest(organisation)
        except (IntegrityError, OperationalError):
            # Somebody who was in it when it was deleted has just saved something.
            time.sleep(PAUSE)
    return False


@transaction.atomic
def _delete_batch(organisation: int) -> bool:
    """Some services with all that was answered about them; whether there were any."""
    if not _hold(organisation):
        return False
    # Locked in the order in which whoever is still writing takes its turn, so that nobody waits
    # for each other.
    own = Service.objects.select_for_update().filter(organisation=organisation)
    services = list(own.order_by("pk").values_list("pk", flat=True)[:BATCH])
    assessments = Assessment.objects.select_for_update().filter(service__in=services)
    list(assessments.order_by("pk").values_list("pk", flat=True))
    if services:
        delete_rows(Service.objects.filter(pk__in=services))
    return bool(services)


@transaction.atomic
def _delete_rest(organisation: int) -> bool:
    """The organisation itself, with its people and teams; whether it was there."""
    if not _hold(organisation):
        return False
    teams = Team.objects.select_for_update().filter(organisation=organisation)
    list(teams.order_by("pk").values_list("pk", flat=True))
    delete_rows(Organisation.objects.filter(pk=organisation))
    return True


def _hold(organisation: int) -> bool:
    # Not its key, which whoever is still writing refers to.
    marked = Organisation.objects.select_for_update(no_key=True)
    return marked.filter(pk=organisation, deleted_at__isnull=False).first() is not None
