"""The PDFs of reports: drawn once, and kept within bounds."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from assessments.models import ReportPdf, Result
from assessments.reports.pdf import PdfInput, draw

MOST_KEPT = 500
MOST_BYTES = 200_000_000
"""How many PDFs are kept, and how large all of them may be; the oldest go first."""

KEPT = timedelta(days=30)
"""How long one is kept at most."""


def kept_or_drawn(*, result: Result, given: PdfInput, at: datetime) -> bytes:
    """The PDF of a result's report. One query where it is kept. Raises Busy where it is not and
    another is being drawn."""
    kept = ReportPdf.objects.filter(result=result, digest=given.digest)
    content = kept.values_list("content", flat=True).first()
    if content is not None:
        return bytes(content)
    drawn = draw(given).content
    _keep(result, given.digest, drawn, at)
    return drawn


def purge(*, at: datetime) -> int:
    """Delete PDFs that were drawn long ago; drawn anew they are the same. How many there were."""
    deleted, _by_model = ReportPdf.objects.filter(drawn_at__lt=at - KEPT).delete()
    return deleted


@transaction.atomic
def _keep(result: Result, digest: str, content: bytes, at: datetime) -> None:
    row = ReportPdf(
        organisation_id=result.organisation_id,
        result=result,
        digest=digest,
        content=content,
        size=len(content),
        drawn_at=at,
    )
    # Another process may have drawn the same meanwhile.
    ReportPdf.objects.bulk_create([row], ignore_conflicts=True)
    _delete_beyond_bounds()


def _delete_beyond_bounds() -> None:
    whole = Result.objects.filter(pk=OuterRef("result_id"))
    kept = ReportPdf.objects.annotate(has_result=Exists(whole)).order_by("-drawn_at", "-pk")
    too_many, number, total = [], 0, 0
    for pk, size, has_result in kept.values_list("pk", "size", "has_result"):
        number, total = number + has_result, total + has_result * size
        if not has_result or number > MOST_KEPT or total > MOST_BYTES:
            too_many.append(pk)
    if too_many:
        ReportPdf.objects.filter(pk__in=too_many).delete()
