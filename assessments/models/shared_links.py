"""Read-only links to a result, which is what one sends to show it.

Without foreign keys in the database, for the previous release deletes what these name and does not
know of them; without a result a link shows nothing.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from assessments.models.assessments import GuestCheck
from assessments.models.names import NameField
from assessments.models.organisations import Organisation
from assessments.models.results import Result
from assessments.models.services import Service


class SharedLinkQuerySet(models.QuerySet["SharedLink"]):
    """Links, and which of them work."""

    def live(self, at: datetime) -> SharedLinkQuerySet:
        """Those that still show their result."""
        return self.filter(revoked_at=None, expires_at__gt=at)

    def of_guest(self, check: GuestCheck) -> SharedLinkQuerySet:
        """Those to the results of a guest's check."""
        return self.filter(result__assessment__guest_check=check)


class SharedLink(models.Model):
    """A link by which whoever has it reads one result, and nothing else, until it expires or is
    revoked.

    A guest's has no organisation until the check is claimed; who made it is then nobody. `name`
    says whom it is for. Only the token's hash is kept.
    """

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        db_constraint=False,
        null=True,
        related_name="shared_links",
    )
    result = models.ForeignKey(
        Result, on_delete=models.CASCADE, db_constraint=False, related_name="shared_links"
    )
    name = NameField(_("who it is for"))
    token_hash = models.CharField(max_length=64, unique=True)
    with_notes = models.BooleanField(_("with notes"))
    with_evidence = models.BooleanField(_("with links to evidence"))
    with_guidance = models.BooleanField(_("with the organisation's own guidance"))
    with_words = models.BooleanField(_("with the covering note"), db_default=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        db_constraint=False,
        null=True,
        related_name="+",
    )
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        db_constraint=False,
        null=True,
        related_name="+",
    )
    last_opened_at = models.DateTimeField(null=True)

    objects = SharedLinkQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-created_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")), name="shared_link_expires_later"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ClaimedCheck(models.Model):
    """What became of a guest's check under a private link: whoever comes back by the link is told
    that it was claimed, and when; of the rest only what they may see."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, db_constraint=False, related_name="+"
    )
    service = models.ForeignKey(
        Service, on_delete=models.SET_NULL, db_constraint=False, null=True, related_name="+"
    )
    token_hash = models.CharField(max_length=64, unique=True)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        db_constraint=False,
        null=True,
        related_name="+",
    )
    claimed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.service}, {self.claimed_at:%Y-%m-%d}"
