"""Answers: one row a question of a sheet."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from assessments.models.assessments import Sheet
from assessments.models.organisations import Organisation
from assessments.money.currencies import LARGEST_AMOUNT

LONGEST_NOTE = 4_000
"""Characters."""

MOST_GUEST_TEXT = 40_000
"""Characters of all notes and links of a guest's check together."""

MOST_LINKS = 10


class Origin(models.TextChoices):
    """Where what is chosen comes from."""

    TYPED = "typed", _("Typed")
    CARRIED_OVER = "carried-over", _("Carried over from the last assessment")


class Answer(models.Model):
    """What was answered to one question, by the question's slug.

    `option` is an option's slug, "dont-know", "does-not-apply", or empty where nothing is
    chosen (a note may stand alone); `amount` is money an hour, for exposure questions only,
    instead of an option. `origin` says where the choice comes from; `carried_over` that it is
    still to be confirmed.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="answers")
    question = models.SlugField(max_length=60)
    option = models.SlugField(max_length=60, blank=True)
    amount = models.BigIntegerField(null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    evidence = models.JSONField(default=list, blank=True)
    # Wide enough for what is proposed, agreed or measured.
    origin = models.CharField(
        max_length=20, choices=Origin, default=Origin.TYPED, db_default=Origin.TYPED
    )
    carried_over = models.BooleanField(default=False)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    history = HistoricalRecords()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sheet", "question"], name="one_answer_a_question"),
            models.CheckConstraint(
                condition=Q(amount__isnull=True)
                | Q(option="", amount__gte=0, amount__lte=LARGEST_AMOUNT),
                name="an_amount_or_an_option",
            ),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="answer_origin"),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("note"), LONGEST_NOTE), name="note_length"
            ),
        ]

    def __str__(self) -> str:
        return self.question
