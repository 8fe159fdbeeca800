"""Results: what an assessment came to, frozen when it was submitted."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from assessments.models.assessments import Assessment, Scope
from assessments.models.content_versions import ContentVersion
from assessments.models.organisations import Organisation
from assessments.models.services import DOCUMENTS, Service
from assessments.scoring.assess import RULES

OVERALL_MODELS = (
    ("you-build-it-you-run-it", _("You Build It You Run It")),
    ("ops-run-it", _("Ops Run It")),
    ("hybrid", _("Hybrid")),
)
PRESENT_MODELS = (*OVERALL_MODELS, ("not-live", _("Not live")))
PART_MODELS = OVERALL_MODELS[:2]
STATES = (("met", _("Met")), ("missed", _("Missed")), ("unknown", _("Unknown")))


def one_of(field: str, choices: tuple[tuple[str, Any], ...], name: str) -> models.CheckConstraint:
    """A constraint that keeps a column to its choices."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__in": [value for value, _label in choices]}), name=name
    )


class ResultQuerySet(models.QuerySet["Result"]):
    """Results, and what of them is read."""

    def without_documents(self) -> ResultQuerySet:
        """Only the columns that lists show."""
        return self.defer(*DOCUMENTS)


class Result(models.Model):
    """A frozen result. `inputs` and `document` are the scoring core's documents; `answers` the
    questions and options in the words in which they were answered, with notes and links;
    `content_version` the playbook's words of the day, unknown only where it is older than they
    are kept.

    `rules` are the scoring rules by which it was drawn: scores by different ones are never held
    against each other. The first rules wrote no such column.

    `cover` is who answers out of hours today, `rota_people` how many could, and `sibling_teams`
    how many teams could share a rota: options as they are called now, empty where nobody said.

    The columns beside them repeat what lists show, filter and sort by, so that reading never
    scores again.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="results"
    )
    service = models.ForeignKey(
        Service, on_delete=models.CASCADE, null=True, blank=True, related_name="results"
    )
    assessment = models.OneToOneField(Assessment, on_delete=models.CASCADE, related_name="result")
    scope = models.CharField(max_length=5, choices=Scope)
    submitted_at = models.DateTimeField(db_index=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    content_version = models.ForeignKey(
        ContentVersion,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_column="edition_id",
    )
    playbook_version = models.CharField(max_length=20)
    rules = models.PositiveSmallIntegerField(db_default=1)
    inputs_hash = models.CharField(max_length=71)
    currency = models.CharField(max_length=3)
    inputs = models.JSONField()
    document = models.JSONField()
    answers = models.JSONField()

    model = models.CharField(max_length=30, choices=OVERALL_MODELS)
    present_model = models.CharField(max_length=30, choices=PRESENT_MODELS)
    misfit = models.BooleanField(null=True)
    deployment_met = models.CharField(max_length=7, choices=STATES)
    availability_met = models.CharField(max_length=7, choices=STATES)
    restore_met = models.CharField(max_length=7, choices=STATES)
    deployment_throughput = models.PositiveSmallIntegerField(null=True)
    service_reliability = models.PositiveSmallIntegerField(null=True)
    learning_culture = models.PositiveSmallIntegerField(null=True)
    answered = models.PositiveSmallIntegerField()
    asked = models.PositiveSmallIntegerField()
    cover = models.CharField(max_length=20, blank=True, default="", db_default="")
    rota_people = models.CharField(max_length=20, blank=True, default="", db_default="")
    sibling_teams = models.CharField(max_length=20, blank=True, default="", db_default="")

    objects = ResultQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-submitted_at", "-pk"]
        constraints: ClassVar = [
            one_of("scope", tuple(Scope.choices), "result_scope"),
            one_of("model", OVERALL_MODELS, "result_model"),
            one_of("present_model", PRESENT_MODELS, "result_present_model"),
            one_of("deployment_met", STATES, "result_deployment_met"),
            one_of("availability_met", STATES, "result_availability_met"),
            one_of("restore_met", STATES, "result_restore_met"),
            models.CheckConstraint(
                condition=Q(answered__lte=models.F("asked")), name="answered_of_asked"
            ),
            models.CheckConstraint(
                condition=(
                    (Q(deployment_throughput=None) | Q(deployment_throughput__lte=100))
                    & (Q(service_reliability=None) | Q(service_reliability__lte=100))
                    & (Q(learning_culture=None) | Q(learning_culture__lte=100))
                ),
                name="scores_to_100",
            ),
            models.CheckConstraint(
                condition=Q(service__isnull=True) | Q(organisation__isnull=False),
                name="result_of_a_service_has_an_organisation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_model_display()}, {self.submitted_at:%Y-%m-%d}"

    @property
    def is_by_earlier_rules(self) -> bool:
        return self.rules < RULES


class ResultPart(models.Model):
    """One part of a service in a result, for filters and for counts on the selector. `exposure`
    is money an hour, and None where a band was chosen."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    result = models.ForeignKey(Result, on_delete=models.CASCADE, related_name="parts")
    part = models.CharField(
        max_length=12, choices=[("digital", _("Digital")), ("foundational", _("Foundational"))]
    )
    model = models.CharField(max_length=30, choices=PART_MODELS)
    availability = models.CharField(max_length=5)
    deployment = models.CharField(max_length=25)
    out_of_hours = models.CharField(max_length=10)
    accepted_loss = models.BigIntegerField(null=True)
    exposure = models.BigIntegerField(null=True)

    class Meta:
        ordering: ClassVar = ["result", "part"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["result", "part"], name="one_part_of_a_kind"),
            one_of("model", PART_MODELS, "result_part_model"),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()}: {self.get_model_display()}"
