"""Which mails people get from the site's daily run, and on which days they got one."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class MailKind(models.TextChoices):
    """What a daily mail can be about; each can be turned off."""

    ROUNDS = "rounds", _("Rounds: a week and a day before one ends, and the day after")
    REVIEWS = "reviews", _("Decisions: on the day they are to be looked at again")


class MailedDay(models.Model):
    """That a person has got their mail of a day. Written before it is sent: rather one lost than
    two sent. Without a foreign key in the database, for the previous release deletes people."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_constraint=False
    )
    day = models.DateField(db_index=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "day"], name="one_mail_a_person_and_day"),
        ]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d}"


class MailTurnedOff(models.Model):
    """A kind of mail that a person wants no longer. Without a foreign key, as above."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="mails_turned_off",
        db_constraint=False,
    )
    kind = models.CharField(max_length=10, choices=MailKind)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "kind"], name="turned_off_once"),
            models.CheckConstraint(condition=Q(kind__in=MailKind.values), name="mail_kind"),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
