"""The logos of organisations, apart from them: no list needs one."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from assessments.logos import BOX
from assessments.models.organisations import Organisation


class OrganisationLogo(models.Model):
    """A PNG as it was drawn anew, shown in the organisation's reports. `digest` is its content's.

    Without foreign keys in the database, for the previous release deletes what they name.
    """

    organisation = models.OneToOneField(
        Organisation, on_delete=models.CASCADE, related_name="logo", db_constraint=False
    )
    content = models.BinaryField()
    digest = models.CharField(max_length=64)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        db_constraint=False,
    )

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(width__lte=BOX[0], height__lte=BOX[1]), name="logo_in_its_box"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.width} x {self.height}"
