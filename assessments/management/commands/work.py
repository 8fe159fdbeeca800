"""The worker of a deployed site: makes the files that take longer than a page."""

from __future__ import annotations

import logging
import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from assessments.jobs.downloads import take_up_again

PAUSE = 1.0
"""Seconds between two looks at the queue."""


class Command(BaseCommand):
    help = (
        "Make the files that people ask for and that take longer than a page, one after another, "
        "until it is stopped; what a killed worker left is taken up again. Run one or more, beside "
        "the site. On a site that is not deployed files are made at once, without it."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        if "immediate" in settings.TASKS["default"]["BACKEND"]:
            raise CommandError("This site makes files at once: a worker has nothing to do.")
        # It says every second that there is nothing to do.
        logging.getLogger("django_tasks_db").setLevel(logging.WARNING)
        worker = Worker(
            queue_names=["*"],
            interval=PAUSE,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        worker.configure_signals()
        self.stdout.write("Waiting for files to make. Ctrl-C stops it after the one under way.")
        while worker.running:
            take_up_again(at=timezone.now())
            worker.run()
            time.sleep(PAUSE)
