"""PDFs that were drawn, kept so that nobody waits for the same one twice."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from assessments.models.organisations import Organisation
from assessments.models.results import Result


class ReportPdf(models.Model):
    """The PDF of a result's report. `digest` is that of all it was drawn from: where anything of
    it has changed, the PDF is drawn anew.

    Without foreign keys in the database, for the previous release deletes results and does not
    know of these; what is left over goes with the next PDF that is kept.
    """

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        db_constraint=False,
    )
    result = models.ForeignKey(
        Result, on_delete=models.CASCADE, related_name="pdfs", db_constraint=False
    )
    digest = models.CharField(max_length=64)
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    drawn_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["result", "digest"], name="one_pdf_of_a_digest"),
        ]

    def __str__(self) -> str:
        return f"{self.size} bytes, {self.drawn_at:%Y-%m-%d}"
