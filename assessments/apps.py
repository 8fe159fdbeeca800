from __future__ import annotations

from django.apps import AppConfig
from django.core import checks

from assessments.checks import TAG, check_playbook


class AssessmentsConfig(AppConfig):
    name = "assessments"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Assessments"

    def ready(self) -> None:
        # Registered, not run: with faulty content the check reports and the import survives.
        checks.register(check_playbook, TAG)
