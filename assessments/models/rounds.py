"""Rounds: services that a lead asks to have assessed between two days."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from assessments.models.assessments import Scope
from assessments.models.names import Named
from assessments.models.organisations import Organisation
from assessments.models.services import Service


class Round(Named):
    """What it asks stays as it was asked: its services, days and scope. Both days belong to it, in
    the organisation's time zone.

    Without foreign keys in the database, for the previous release deletes what they name.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="rounds", db_constraint=False
    )
    scope = models.CharField(_("what is asked"), max_length=5, choices=Scope)
    begins_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
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
        ordering: ClassVar = ["-ends_on", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "search_key"], name="one_round_a_search_key"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("begins_on")), name="round_ends_after_it_begins"
            ),
            models.CheckConstraint(condition=Q(scope__in=Scope.values), name="round_scope"),
        ]


class RoundService(models.Model):
    """A service that a round asks for; without foreign keys in the database as the round is."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", db_constraint=False
    )
    round = models.ForeignKey(
        Round, on_delete=models.CASCADE, related_name="asked", db_constraint=False
    )
    service = models.ForeignKey(
        Service, on_delete=models.CASCADE, related_name="asked_for", db_constraint=False
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "service"], name="once_in_a_round"),
        ]

    def __str__(self) -> str:
        return f"{self.round}: {self.service}"
