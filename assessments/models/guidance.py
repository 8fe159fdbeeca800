"""An organisation's own guidance, kept apart from the playbook's text."""

from __future__ import annotations

from typing import ClassVar, cast

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from assessments.models.organisations import Organisation
from assessments.playbook.entries import EntryKind

ENTRY_KINDS = (
    ("model", _("Operating model")),
    ("principle", _("Principle")),
    ("practice", _("Practice")),
    ("pitfall", _("Pitfall")),
    ("drawback", _("Drawback of Ops Run It")),
)

LONGEST_GUIDANCE = 2_000
"""Characters."""


class Guidance(models.Model):
    """What an organisation adds to an entry of the playbook: where its own template is, whom to
    ask. `entry` is the entry's slug of the day; `text` is Markdown, `links` are web addresses.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="guidance"
    )
    kind = models.CharField(max_length=10, choices=ENTRY_KINDS)
    entry = models.CharField(max_length=100)
    text = models.TextField(_("guidance"))
    links = models.JSONField(default=list, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    history = HistoricalRecords(user_db_constraint=False)

    class Meta:
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "kind", "entry"], name="guidance_on_an_entry")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind for kind, _title in ENTRY_KINDS]), name="guidance_kind"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="guidance_says_something"),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("text"), LONGEST_GUIDANCE), name="guidance_length"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.entry}"

    @property
    def about(self) -> tuple[EntryKind, str]:
        """The kind and slug of the entry."""
        return cast(EntryKind, self.kind), self.entry
