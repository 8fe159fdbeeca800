"""What a result found of each practice and pitfall, in rows that many results are counted by."""

from __future__ import annotations

from typing import ClassVar, get_args

from django.db import models
from django.db.models import Q

from assessments.models.organisations import Organisation
from assessments.models.results import Result
from assessments.scoring.vocabulary import PracticeStatus, Risk


class Finding(models.Model):
    """Written when a result of a service is frozen, and again by `rebuild_findings`.

    `rules` are those it was found by: the result's own or, where these are older, today's too,
    so that an estate is counted by one set of rules.
    """

    # Without foreign keys in the database, for the previous release deletes what they name.
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", db_constraint=False
    )
    result = models.ForeignKey(
        Result, on_delete=models.CASCADE, related_name="%(class)ss", db_constraint=False
    )
    rules = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True


class PracticeFinding(Finding):
    """How far a practice was adopted, by its slug of the day."""

    practice = models.CharField(max_length=100)
    status = models.CharField(max_length=14)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["result", "rules", "practice"], name="one_finding_a_practice"
            ),
            models.CheckConstraint(
                condition=Q(status__in=get_args(PracticeStatus)),
                name="practice_finding_status",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "practice", "status"], name="who_has_a_practice")
        ]

    def __str__(self) -> str:
        return f"{self.practice}: {self.status}"


class PitfallFindingQuerySet(models.QuerySet["PitfallFinding"]):
    """Findings of pitfalls, and which are near."""

    def near_now(self) -> PitfallFindingQuerySet:
        """Those that can happen today."""
        return self.filter(when="now", risk__in=PitfallFinding.NEAR)


class PitfallFinding(Finding):
    """How near a pitfall was and, where it was judged, when it could happen."""

    NEAR: ClassVar = ("high", "some")
    """The risks at which a pitfall is near, the nearer first."""

    pitfall = models.CharField(max_length=100)
    risk = models.CharField(max_length=14)
    when = models.CharField(max_length=14, blank=True)

    objects = PitfallFindingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["result", "rules", "pitfall"], name="one_finding_a_pitfall"
            ),
            models.CheckConstraint(
                condition=Q(risk__in=get_args(Risk)), name="pitfall_finding_risk"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pitfall}: {self.risk}"
