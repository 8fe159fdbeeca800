"""Assessments, and the sheets of answers they hold."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from assessments.models.content_versions import ContentVersion
from assessments.models.names import NameField
from assessments.models.organisations import Organisation
from assessments.models.services import Service
from assessments.money.currencies import DEFAULT_CURRENCY, example_bands
from assessments.scoring.inputs import Band


class GuestCheck(models.Model):
    """What a guest assesses without an account, under a private link.

    Stands where a service stands for a member, until it is claimed into one. Only the link's
    hash is kept. Its organisation is one of kind guest, which it is the only check of; processes
    of release 0.3.0 make checks without.
    """

    KEPT: ClassVar = timedelta(days=30)
    """How long one is kept after it was last saved."""

    KEPT_AT_MOST: ClassVar = timedelta(days=90)
    """The same while a read-only link to one of its results works."""

    organisation = models.OneToOneField(
        Organisation,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="guest_check",
    )

    name = NameField(_("name of the service"))
    currency = models.CharField(
        _("currency"), max_length=3, default=DEFAULT_CURRENCY, db_default=DEFAULT_CURRENCY
    )
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    last_saved_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.name


class Scope(models.TextChoices):
    """How much is asked."""

    QUICK = "quick", _("Quick check")
    FULL = "full", _("Full questionnaire")


class Assessment(models.Model):
    """One look at a service at one time: open until submitted, then frozen in a result.

    It belongs to a service of an organisation, or to a guest's check. `content_version` and
    `moves` repeat those of its team's sheet, for processes of release 0.3.0, which know no others.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="assessments"
    )
    service = models.ForeignKey(
        Service, on_delete=models.CASCADE, null=True, blank=True, related_name="assessments"
    )
    guest_check = models.ForeignKey(
        GuestCheck, on_delete=models.CASCADE, null=True, blank=True, related_name="assessments"
    )
    scope = models.CharField(max_length=5, choices=Scope)
    started_at = models.DateTimeField()
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    last_saved_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    carried_from = models.ForeignKey(
        "assessments.Result", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    content_version = models.ForeignKey(
        ContentVersion,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_column="edition_id",
    )
    # The database's default as well: the release before it starts assessments without it.
    moves = models.JSONField(default=list, db_default=[], blank=True)
    history = HistoricalRecords(excluded_fields=["moves"])

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(
                    organisation__isnull=False, service__isnull=False, guest_check__isnull=True
                )
                | Q(service__isnull=True, guest_check__isnull=False),
                name="of_a_service_or_of_a_guest",
            ),
            models.CheckConstraint(condition=Q(scope__in=Scope.values), name="assessment_scope"),
            models.UniqueConstraint(
                fields=["service"],
                condition=Q(submitted_at__isnull=True),
                name="one_open_assessment_a_service",
            ),
            models.UniqueConstraint(
                fields=["guest_check"],
                condition=Q(submitted_at__isnull=True),
                name="one_open_assessment_a_guest",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}, {self.started_at:%Y-%m-%d}"

    @property
    def subject(self) -> Service | GuestCheck:
        """What is assessed."""
        subject = self.service or self.guest_check
        assert subject is not None  # noqa: S101 - the database's constraint says so
        return subject

    @property
    def is_open(self) -> bool:
        return self.submitted_at is None

    @property
    def bands(self) -> tuple[Band, ...]:
        """The exposure bands in force: the organisation's, a guest's being the example's."""
        return self.organisation.bands if self.organisation else example_bands(self.currency)

    @property
    def currency(self) -> str:
        """What its amounts are counted in."""
        subject = self.organisation or self.guest_check
        return subject.currency if subject else DEFAULT_CURRENCY


class SheetKind(models.TextChoices):
    """Whose answers a sheet holds."""

    TEAM = "team", _("The team's agreed answers")
    PERSON = "person", _("One person's answers")


class Sheet(models.Model):
    """A set of answers to an assessment's questions: the team's agreed one, or one person's.

    `content_version` holds the words that its questions are answered in, unknown only where it
    was begun before these were kept; `moves` tell what became of its answers each time those
    words changed under it.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="sheets")
    kind = models.CharField(max_length=6, choices=SheetKind)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    content_version = models.ForeignKey(
        ContentVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # The database's default as well: release 0.3.0 makes sheets without it.
    moves = models.JSONField(default=list, db_default=[], blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind=SheetKind.TEAM, person__isnull=True)
                | Q(kind=SheetKind.PERSON, person__isnull=False),
                name="a_person_s_sheet_has_a_person",
            ),
            models.UniqueConstraint(
                fields=["assessment"], condition=Q(kind=SheetKind.TEAM), name="one_team_sheet"
            ),
            models.UniqueConstraint(
                fields=["assessment", "person"],
                condition=Q(kind=SheetKind.PERSON),
                name="one_sheet_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.assessment}"

    @property
    def answered_in(self) -> ContentVersion | None:
        """The words that its answers are given in; None where nobody knows them."""
        # A process of release 0.3.0 begins and moves the team's sheet beside it.
        beside = self.assessment.content_version_id if self.kind == SheetKind.TEAM else None
        if beside is not None and beside > (self.content_version_id or 0):
            return self.assessment.content_version
        return self.content_version
