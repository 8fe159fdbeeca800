"""What was decided about a service on the ground of a result."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from assessments.models.organisations import Organisation
from assessments.models.results import Result

LONGEST_REASON = 500
"""Characters of why, and of what would change it: a decision sheet keeps to one page."""

LONGEST_DECIDERS = 200
"""Characters of who decided."""


class DecisionKind(models.TextChoices):
    """What is done with what was recommended."""

    ADOPT = "adopt", _("Adopt what is recommended")
    KEEP = "keep", _("Keep as it is")
    DEFER = "defer", _("Decide later")


class Decision(models.Model):
    """One a result; changed, its history keeps what it was. It is looked at again on the day of
    its review, until when keeping things as they are is a deviation that everybody can see.

    Without foreign keys in the database, for the previous release deletes what they name.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", db_constraint=False
    )
    result = models.OneToOneField(
        Result, on_delete=models.CASCADE, related_name="decision", db_constraint=False
    )
    kind = models.CharField(max_length=5, choices=DecisionKind)
    deciders = models.CharField(_("who decided"), max_length=LONGEST_DECIDERS)
    reason = models.TextField(_("why"))
    would_change = models.TextField(_("what would change it"), blank=True, default="")
    review_on = models.DateField(_("review on"))
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        db_constraint=False,
    )
    history = HistoricalRecords(user_db_constraint=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(kind__in=DecisionKind.values), name="decision_kind"),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("reason"), LONGEST_REASON)
                & LessThanOrEqual(Length("would_change"), LONGEST_REASON),
                name="decision_length",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.recorded_at:%Y-%m-%d}"
