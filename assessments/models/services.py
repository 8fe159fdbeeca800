"""Services: what is assessed."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from assessments.models.names import Named, by_name
from assessments.models.organisations import Organisation, Team

LONGEST_DESCRIPTION = 300
"""Characters."""

DOCUMENTS = ("inputs", "document", "answers")
"""The long columns of a result, which no list needs."""


class ServiceQuerySet(models.QuerySet["Service"]):
    """Services, and what is read with them."""

    def with_current_result(self) -> ServiceQuerySet:
        """With the columns of their last result that lists show."""
        documents = (f"current_result__{name}" for name in DOCUMENTS)
        return self.select_related("current_result").defer(*documents)


class Service(Named):
    """A team's service. `current_result` is its last submitted one, kept here so that lists
    of any length read it by a join."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="services"
    )
    # PROTECT would keep an organisation from being deleted with its teams and services.
    team = models.ForeignKey(Team, on_delete=models.RESTRICT, related_name="services")
    description = models.CharField(_("description"), max_length=LONGEST_DESCRIPTION, blank=True)
    current_result = models.ForeignKey(
        "assessments.Result", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    archived_at = models.DateTimeField(null=True, blank=True)
    history = HistoricalRecords(excluded_fields=["search_key", "sort_key"])

    objects = ServiceQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = by_name()
        constraints: ClassVar = [
            # The previous release's, which writes no key; to go with it.
            models.UniqueConstraint(
                "organisation",
                Lower("name"),
                condition=Q(archived_at__isnull=True),
                name="one_service_a_name",
            ),
            models.UniqueConstraint(
                fields=["organisation", "search_key"],
                condition=Q(archived_at__isnull=True),
                name="one_service_a_search_key",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "sort_key"], name="services_by_name")
        ]
