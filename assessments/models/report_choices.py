"""What someone last chose to take away of a result."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.organisations import Organisation
from assessments.models.results import one_of

REPORT_VARIANTS = (
    ("sheet", _("Decision sheet")),
    ("decision", _("Decision")),
    ("everything", _("Everything")),
)


class ReportChoice(models.Model):
    """How much of a report someone last took away in an organisation, for the next time.

    Without foreign keys in the database, for the previous release deletes people and organisations
    and does not know of these.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, db_constraint=False, related_name="+"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, db_constraint=False, related_name="+"
    )
    variant = models.CharField(max_length=10, choices=REPORT_VARIANTS)
    notes = models.BooleanField()
    evidence = models.BooleanField()
    words = models.BooleanField(db_default=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "user"], name="one_report_choice_a_person"
            ),
            one_of("variant", REPORT_VARIANTS, "report_choice_variant"),
        ]

    def __str__(self) -> str:
        return self.variant
