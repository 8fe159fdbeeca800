"""Services: what is assessed."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from assessments.models.names import NameField
from assessments.models.organisations import Organisation, Team


class Service(models.Model):
    """A team's service. `current_result` is its last submitted one, kept here so that lists
    of any length read it by a join."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="services"
    )
    # PROTECT would keep an organisation from being deleted with its teams and services.
    team = models.ForeignKey(Team, on_delete=models.RESTRICT, related_name="services")
    name = NameField(_("name"))
    description = models.CharField(_("description"), max_length=300, blank=True)
    current_result = models.ForeignKey(
        "assessments.Result", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    archived_at = models.DateTimeField(null=True, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                "organisation",
                Lower("name"),
                condition=Q(archived_at__isnull=True),
                name="one_service_a_name",
            ),
        ]

    def __str__(self) -> str:
        return self.name
