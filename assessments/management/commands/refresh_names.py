"""`manage.py refresh_names`: after an upgrade, for what the previous release wrote meanwhile."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand

from assessments.writes.stored_names import MODELS, refresh_names


class Command(BaseCommand):
    help = (
        "Tidy stored names and fill their keys for finding and sorting. Of two that are alike in "
        "one organisation the later one gets a number; these are listed."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        written, renamed = refresh_names(map(apps.get_app_config("assessments").get_model, MODELS))
        for each in renamed:
            self.stdout.write(str(each))
        self.stdout.write(f"Names and keys written: {written}. Given a number: {len(renamed)}.")
