"""The worker's command, which needs a queue."""

import pytest
from django.core.management import CommandError, call_command
from django_tasks_db.management.commands.db_worker import Worker

from assessments.jobs.downloads import make_download
from assessments.models import Download, DownloadState, Membership
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_site_that_makes_files_at_once_needs_none():
    with pytest.raises(CommandError, match="a worker has nothing to do"):
        call_command("work")


def test_it_makes_what_waits_until_it_is_stopped(cast, settings, monkeypatch, capsys):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    download = factories.download(Membership.objects.get(user=cast.owner))
    make_download.enqueue(download.pk)
    work = Worker.run

    def once(worker):
        work(worker)
        worker.running = False

    monkeypatch.setattr(Worker, "run", once)
    monkeypatch.setattr(Worker, "configure_signals", lambda _worker: None)
    worker = "django_tasks_db.management.commands.db_worker"
    monkeypatch.setattr(f"{worker}.close_old_connections", lambda: None)  # the test's own
    monkeypatch.setattr("assessments.management.commands.work.PAUSE", 0)
    call_command("work")
    assert Download.objects.get().state == DownloadState.DONE
