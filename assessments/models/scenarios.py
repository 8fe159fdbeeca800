"""Scenarios: named copies of the picture of cover in which some services are moved."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from assessments.models.names import Named
from assessments.models.organisations import Organisation
from assessments.models.results import PART_MODELS
from assessments.models.services import Service

BANDS = (
    ("low", _("Low (95.0%)")),
    ("medium", _("Medium (99.0%)")),
    ("high", _("High (99.9%)")),
    ("very-high", _("Very high (99.99%)")),
)


class Scenario(Named):
    """Which services it is about stays as it was when it was saved; their results are today's.

    Without foreign keys in the database, for the previous release deletes what they name.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="scenarios", db_constraint=False
    )
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        db_constraint=False,
    )
    history = HistoricalRecords(
        excluded_fields=["search_key", "sort_key"], user_db_constraint=False
    )

    class Meta:
        ordering: ClassVar = ["-saved_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "search_key"], name="one_scenario_a_search_key"
            ),
        ]


class ScenarioService(models.Model):
    """A service of a scenario, moved to another model or band of exposure, or left as it is where
    both are empty; without foreign keys in the database as the scenario is."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", db_constraint=False
    )
    scenario = models.ForeignKey(
        Scenario, on_delete=models.CASCADE, related_name="rows", db_constraint=False
    )
    service = models.ForeignKey(
        Service, on_delete=models.CASCADE, related_name="+", db_constraint=False
    )
    model = models.CharField(max_length=30, blank=True, default="", choices=PART_MODELS)
    band = models.CharField(max_length=9, blank=True, default="", choices=BANDS)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["scenario", "service"], name="once_in_a_scenario"),
            models.CheckConstraint(
                condition=Q(model__in=["", *dict(PART_MODELS)]), name="scenario_model"
            ),
            models.CheckConstraint(condition=Q(band__in=["", *dict(BANDS)]), name="scenario_band"),
        ]

    def __str__(self) -> str:
        return f"{self.scenario}: {self.service}"
