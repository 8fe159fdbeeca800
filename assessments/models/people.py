"""People: who signs in, what they are in an organisation, and how they are invited."""

from __future__ import annotations

from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from assessments.models.names import NameField, Sorted


class UserManager(BaseUserManager["User"]):
    """Creates people known by their e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(Sorted, AbstractUser):
    """A person, in any number of organisations."""

    NAMED_BY = ("name", "email")

    username = None  # type: ignore[assignment]
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    name = NameField(_("name"), blank=True)
    email = models.EmailField(_("e-mail address"), unique=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()  # type: ignore[assignment,misc]

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(Lower("email"), name="one_user_an_email"),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)


class Role(models.TextChoices):
    """What a person may do in an organisation; editing a sheet takes being in its team."""

    MEMBER = "member", _("Member: sees, edits and submits for own teams")
    LEAD = "lead", _("Lead: reads the whole organisation, writes guidance")
    COACH = "coach", _("Coach: reads the whole organisation")
    OWNER = "owner", _("Owner: also manages people, teams and bands")


READS_EVERYTHING = (Role.LEAD, Role.COACH, Role.OWNER)
"""The roles that see the whole organisation; what each may do stands in `assessments.policy`."""


class Membership(models.Model):
    """A person's place in one organisation."""

    organisation = models.ForeignKey(
        "assessments.Organisation", on_delete=models.CASCADE, related_name="memberships"
    )
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=10, choices=Role)
    joined_at = models.DateTimeField()
    history = HistoricalRecords(user_db_constraint=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "user"], name="one_membership_a_person"
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="membership_role"),
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.get_role_display()})"

    @property
    def is_owner(self) -> bool:
        return self.role == Role.OWNER

    @cached_property
    def team_keys(self) -> frozenset[int]:
        """The keys of the teams they are in. One query, the first time."""
        return frozenset(self.team_members.values_list("team", flat=True))


class TeamMember(models.Model):
    """A person in a team, who may edit and submit its sheets."""

    organisation = models.ForeignKey(
        "assessments.Organisation", on_delete=models.CASCADE, related_name="+"
    )
    team = models.ForeignKey(
        "assessments.Team", on_delete=models.CASCADE, related_name="team_members"
    )
    membership = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="team_members"
    )
    history = HistoricalRecords(user_db_constraint=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["team", "membership"], name="once_in_a_team"),
        ]

    def __str__(self) -> str:
        return f"{self.membership} in {self.team}"


class Invitation(models.Model):
    """A link that lets whoever opens it join, until it expires or is withdrawn.

    A team is invited by one link in its chat, so members may use it more than once. A link to a
    role that reads the whole organisation works once: it would let back in who was removed. Only
    the token's hash is kept.
    """

    organisation = models.ForeignKey(
        "assessments.Organisation", on_delete=models.CASCADE, related_name="invitations"
    )
    team = models.ForeignKey(
        "assessments.Team", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    role = models.CharField(_("role"), max_length=10, choices=Role)
    token_hash = models.CharField(max_length=64, unique=True)
    created_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    history = HistoricalRecords(excluded_fields=["token_hash"], user_db_constraint=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(role__in=Role.values), name="invitation_role"),
            models.CheckConstraint(
                condition=~Q(role=Role.MEMBER) | Q(team__isnull=False),
                name="member_invited_to_a_team",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=models.F("created_at")), name="invitation_expires_later"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} until {self.expires_at:%Y-%m-%d}"

    @property
    def works_once(self) -> bool:
        """Whether it lets one person in, and nobody after."""
        return self.role in READS_EVERYTHING


class InvitationUse(models.Model):
    """Who joined by which invitation, or got a role or a team by it, for owners to look over.

    `role` is what the invitation was to; it stays known when the invitation goes with its team.
    Without foreign keys in the database, for the previous release deletes what it names.
    """

    organisation = models.ForeignKey(
        "assessments.Organisation",
        on_delete=models.CASCADE,
        db_constraint=False,
        related_name="invitation_uses",
    )
    invitation = models.ForeignKey(
        Invitation, on_delete=models.SET_NULL, db_constraint=False, null=True, related_name="uses"
    )
    user = models.ForeignKey(User, on_delete=models.CASCADE, db_constraint=False, related_name="+")
    role = models.CharField(_("role"), max_length=10, choices=Role)
    used_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-used_at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(role__in=Role.values), name="invitation_use_role"),
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.get_role_display()}), {self.used_at:%Y-%m-%d}"
