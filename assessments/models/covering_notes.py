"""What someone adds to a result under their own name, such as a coach who was in the room.

Without foreign keys in the database, for the previous release deletes what these name and does not
know of them.
"""

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

LONGEST_OWN_TEXT = 1_500
"""Characters of a covering note, and of recommendations: so a decision keeps to six pages."""

MOST_OWN_LINES = 25
"""Lines of either, for the same reason."""


class CoveringNote(models.Model):
    """A covering note and recommendations for one result, as Markdown; either may be empty.

    It is a draft until it is shared. Then it stays as it is, for others have read it so. A guest's
    has no organisation and no author until the check is claimed.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, db_constraint=False, null=True, related_name="+"
    )
    result = models.OneToOneField(
        Result, on_delete=models.CASCADE, db_constraint=False, related_name="covering_note"
    )
    covering = models.TextField(_("covering note"), blank=True)
    recommendations = models.TextField(_("recommendations"), blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        db_constraint=False,
        null=True,
        related_name="+",
    )
    written_at = models.DateTimeField()
    shared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        db_constraint=False,
        null=True,
        related_name="+",
    )
    shared_at = models.DateTimeField(null=True)
    history = HistoricalRecords(user_db_constraint=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("covering"), LONGEST_OWN_TEXT),
                name="covering_length",
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("recommendations"), LONGEST_OWN_TEXT),
                name="recommendations_length",
            ),
            models.CheckConstraint(
                condition=Q(shared_at=None) | ~Q(covering="") | ~Q(recommendations=""),
                name="shared_note_says_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.written_by or ''}, {self.written_at:%Y-%m-%d}"

    @property
    def is_shared(self) -> bool:
        return self.shared_at is not None

    @property
    def says_something(self) -> bool:
        return bool(self.covering or self.recommendations)
