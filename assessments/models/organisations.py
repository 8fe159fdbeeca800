"""Organisations and how they are divided: domains of teams."""

from __future__ import annotations

from datetime import tzinfo
from typing import ClassVar
from zoneinfo import ZoneInfo

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from assessments.models.names import Named, NameField, Sorted, by_name
from assessments.models.time_zones import time_zones, validate_time_zone
from assessments.money.currencies import DEFAULT_CURRENCY, LARGEST_AMOUNT
from assessments.scoring.inputs import Band

DEFAULT_LOW_CEILING = 7_000
DEFAULT_MEDIUM_CEILING = 250_000

RHYTHM_DAYS = 90
"""How often services are assessed, unless an organisation says otherwise: once a quarter."""

FEWEST_ON_A_ROTA = 3
MOST_ON_A_ROTA = 50
"""People who take turns."""

LONGEST_CONTACT = 200
"""Characters."""

LONGEST_RHYTHM = 1_000
"""Days."""


class OrganisationKind(models.TextChoices):
    """Whose a tenant is."""

    MEMBERS = "members", _("Its members'")
    GUEST = "guest", _("A guest's")


class Organisation(Sorted):
    """A tenant, with exposure bands of its own.

    One of kind guest holds a guest's check: it has no members, and no page leads to it.

    A ceiling is the most money an hour that the band covers. Very high is on once high has a
    ceiling; without one, high is the top band and open. From `deleted_at` on it is nobody's, and
    what it holds is being deleted.
    """

    name = NameField(_("name"))
    slug = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(
        max_length=7,
        choices=OrganisationKind,
        default=OrganisationKind.MEMBERS,
        db_default=OrganisationKind.MEMBERS,
    )
    currency = models.CharField(_("currency"), max_length=3, default=DEFAULT_CURRENCY)
    low_ceiling = models.BigIntegerField(
        _("low up to"),
        default=DEFAULT_LOW_CEILING,
        validators=[MaxValueValidator(LARGEST_AMOUNT)],
    )
    medium_ceiling = models.BigIntegerField(
        _("medium up to"),
        default=DEFAULT_MEDIUM_CEILING,
        validators=[MaxValueValidator(LARGEST_AMOUNT)],
    )
    high_ceiling = models.BigIntegerField(
        _("high up to"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(LARGEST_AMOUNT)],
        help_text=_("Leave empty to keep very high (99.99%) off."),
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=50,
        blank=True,
        default="",
        db_default="",
        validators=[validate_time_zone],
        help_text=_("Leave empty to take the site's."),
    )
    rhythm_days = models.PositiveSmallIntegerField(
        _("days until a result is stale"),
        default=RHYTHM_DAYS,
        db_default=RHYTHM_DAYS,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_RHYTHM)],
        help_text=_("A service whose last result is older stands as stale in the lists."),
    )
    standby_price = models.BigIntegerField(
        _("price of a standby rota a year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(LARGEST_AMOUNT)],
    )
    operations_price = models.BigIntegerField(
        _("price of operations' on-call a year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(LARGEST_AMOUNT)],
    )
    rota_people = models.PositiveSmallIntegerField(
        _("people a rota needs"),
        default=FEWEST_ON_A_ROTA,
        db_default=FEWEST_ON_A_ROTA,
        validators=[MinValueValidator(FEWEST_ON_A_ROTA), MaxValueValidator(MOST_ON_A_ROTA)],
    )
    created_at = models.DateTimeField()
    bands_changed_at = models.DateTimeField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)
    history = HistoricalRecords(excluded_fields=["sort_key"], user_db_constraint=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(low_ceiling__gte=0)
                & Q(medium_ceiling__gt=F("low_ceiling"))
                & (Q(high_ceiling__isnull=True) | Q(high_ceiling__gt=F("medium_ceiling"))),
                name="ceilings_rise",
                violation_error_message=_("Each band must end above the one before it."),
            ),
            models.CheckConstraint(
                condition=Q(rhythm_days__gte=1, rhythm_days__lte=LONGEST_RHYTHM),
                name="organisation_rhythm",
            ),
            models.CheckConstraint(
                condition=Q(rota_people__gte=FEWEST_ON_A_ROTA, rota_people__lte=MOST_ON_A_ROTA)
                & (Q(standby_price__isnull=True) | Q(standby_price__gte=0))
                & (Q(operations_price__isnull=True) | Q(operations_price__gte=0)),
                name="organisation_cover_prices",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=OrganisationKind.values), name="organisation_kind"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_guest(self) -> bool:
        return self.kind == OrganisationKind.GUEST

    @property
    def bands(self) -> tuple[Band, ...]:
        """The bands that are on, lowest first, as the scoring core takes them."""
        low, medium = Band("low", self.low_ceiling), Band("medium", self.medium_ceiling)
        if self.high_ceiling is None:
            return (low, medium, Band("high", None))
        return (low, medium, Band("high", self.high_ceiling), Band("very-high", None))

    @property
    def zone(self) -> tzinfo:
        """In which its times are shown: its own, or the site's where it has set none or the
        machine no longer knows it."""
        is_known = self.time_zone in time_zones()
        return ZoneInfo(self.time_zone) if is_known else get_default_timezone()


class Domain(Named):
    """Sibling teams along a customer journey or an architecture, who can share a rota."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="domains")
    history = HistoricalRecords(
        excluded_fields=["search_key", "sort_key"], user_db_constraint=False
    )

    class Meta:
        ordering: ClassVar = by_name()
        constraints: ClassVar = [
            # The previous release's, which writes no key; to go with it.
            models.UniqueConstraint("organisation", Lower("name"), name="one_domain_a_name"),
            models.UniqueConstraint(
                fields=["organisation", "search_key"], name="one_domain_a_search_key"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "sort_key"], name="domains_by_name")
        ]


class Team(Named):
    """The people who answer for one or more services."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="teams")
    domain = models.ForeignKey(
        Domain, on_delete=models.SET_NULL, null=True, blank=True, related_name="teams"
    )
    contact = models.CharField(
        _("contact"),
        max_length=LONGEST_CONTACT,
        blank=True,
        default="",
        db_default="",
        help_text=_("A channel or an address where others of the organisation can ask the team."),
    )
    is_named = models.BooleanField(
        _("named where others look for who has a practice"), default=True, db_default=True
    )
    history = HistoricalRecords(
        excluded_fields=["search_key", "sort_key"], user_db_constraint=False
    )

    class Meta:
        ordering: ClassVar = by_name()
        constraints: ClassVar = [
            # The previous release's, which writes no key; to go with it.
            models.UniqueConstraint("organisation", Lower("name"), name="one_team_a_name"),
            models.UniqueConstraint(
                fields=["organisation", "search_key"], name="one_team_a_search_key"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "sort_key"], name="teams_by_name")
        ]
